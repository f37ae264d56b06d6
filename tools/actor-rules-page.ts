import { interCodes, interOf } from '../src/codebook/inter.js'
import { ActorType } from '../src/model/vocabulary.js'
import { namingRules } from '../src/stages/5-resolve/actors/identify.js'
import { nounsByType } from '../src/stages/5-resolve/actors/nouns.js'
import { manner } from '../src/stages/5-resolve/actors/type.js'

const bold = (text: string): string => text.replace('[', '**').replace(']', '**')

/** `docs/actors-rules.md`: the rules and words as they stand in the code. */
export function actorRulesPage(): string {
  const naming = namingRules.map(
    ({ rule, because, example, gives }) => `| \`actor:${rule}\` | ${bold(example)} | ${gives} | ${because} |`,
  )
  const adjectives = manner.map(
    ({ words, type, because }) => `| ${type} | ${words.replaceAll('*', '…')} | ${because} |`,
  )
  const nouns = Object.entries(nounsByType).map(
    ([type, words]) => `| ${type} | ${words.split(/\s+/).join(', ')} |`,
  )
  const codes = ActorType.options.map(type => {
    const code = interOf(type)
    return `| ${type} | ${code === null ? 'none' : `${code} ${interCodes[code]}`} |`
  })
  return `# The rules for actors

Made by \`npm run generate\` from \`src/stages/5-resolve/actors/\` and \`src/codebook/inter.ts\`; [actors.md](actors.md) says how
they work.

## Naming

Tried in this order, after pronouns and "the group". The words in bold are the mention.

| rule | in a report | name | why here |
|---|---|---|---|
${naming.join('\n')}

## Types of fighters by what is said of them

Asked where the head noun is "fighters", "forces", "group" and the like; the first that fits.

| type | words | why |
|---|---|---|
${adjectives.join('\n')}

## Types by the head noun

| type | nouns |
|---|---|
${nouns.join('\n')}

## ACLED's code by the type

| type | \`inter\` |
|---|---|
${codes.join('\n')}
`
}
