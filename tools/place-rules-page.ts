import { type Feature, featureNames } from '../src/stages/5-resolve/places/features.js'
import { placeRules } from '../src/stages/5-resolve/places/rules.js'
import { noneWeight, weights } from '../src/stages/5-resolve/places/weights.js'

/** `docs/places-rules.md`: what gives a place its value, and what each sign is worth, as they stand in the code. */
export function placeRulesPage(): string {
  const rules = Object.entries(placeRules).map(
    ([rule, { kind, when }]) => `| \`place:${rule}\` | ${kind} | ${when} |`,
  )
  const features = Object.keys(featureNames) as readonly Feature[]
  const signs = features.map(feature => `| ${feature} | ${featureNames[feature]} | ${weights[feature]} |`)
  return `# The rules for places

Made by \`npm run generate\` from \`src/stages/5-resolve/places/\`; [places.md](places.md) says how they work.

## What gives a place its value

In this order. \`stated\`: the words name the place; \`implied\`: the report around them does.

| \`basis.by\` | | when |
|---|---|---|
${rules.join('\n')}

## What speaks for a place

Each of the places that bear a name has points: the sum of the numbers below, each times its weight. Numbers that count are
taken as the binary logarithm of one more; what is true counts 1. That none of the places is meant has ${noneWeight} points.

| sign | what it is | weight |
|---|---|---|
${signs.join('\n')}
`
}
