import { modifiers, vagueWords } from '../src/stages/5-resolve/counts/grammar.js'
import { partRules, type Relation, totalRules } from '../src/stages/5-resolve/counts/relations.js'

const shown = (value: number | string | null): string => (value === null ? 'null' : String(value))

/** `docs/counts-rules.md`: the words and rules as they stand in the code. */
export function countRulesPage(): string {
  const words = modifiers.map(({ rule, phrases, means }) => {
    const [first = ''] = phrases
    const { low, high, vague } = means(12, first)
    return `| \`count:${rule}\` | ${phrases.join(', ')} | ${shown(low)} | ${shown(high)} | ${vague ?? ''} |`
  })
  return `# The rules for counts

Made by \`npm run generate\` from \`src/stages/5-resolve/counts/\`; [counts.md](counts.md) says how they work.

## What stands before a number

The columns say what 12 becomes.

| rule | words | low | high | vague |
|---|---|---|---|---|
${words.join('\n')}

## Words without a number

${vagueWords.join(', ')}; also before "dozen", "hundred", "thousand", "million" and their plurals.

## Part of another

The first rule that fits. The count in bold is the part, the one in brackets the whole.

${table('part', partRules)}

## Running totals

${table('total', totalRules)}
`
}

function table<T>(family: string, rules: readonly Relation<T>[]): string {
  const rows = rules.map(({ rule, because, example }) => {
    const text = example.replace('{', '**').replace('}', '**')
    return `| \`${family}:${rule}\` | ${text} | ${because} |`
  })
  return `| rule | in a report | why |\n|---|---|---|\n${rows.join('\n')}`
}
