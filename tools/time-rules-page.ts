import type { Example, Rule } from '../src/stages/5-resolve/times/rule.js'
import { families } from '../src/stages/5-resolve/times/rules/index.js'

/** `docs/times-rules.md`: the grammar's rules as they stand in the code, with their examples. */
export function timeRulesPage(): string {
  const sections = families.map(
    ({ name, because, rules }) => `## ${name}\n\n${because}\n\n${rules.map(ruleSection).join('\n\n')}`,
  )
  return `# The rules for times

Made by \`npm run generate\` from \`src/stages/5-resolve/times/rules/\`; [times.md](times.md) says how they work. Unless
an example says otherwise, its report was published on Wednesday 2031-12-03. The words in bold are the time.

${sections.join('\n\n')}
`
}

function ruleSection({ id, patterns, examples }: Rule): string {
  const rows = examples.map(row => `| ${row.text.replace('[', '**').replace(']', '**')} | ${values(row)} |`)
  return `### ${id}

${patterns.map(pattern => `- \`${pattern}\``).join('\n')}

| in a report | EDTF | TIMEX3 |
|---|---|---|
${rows.join('\n')}`
}

function values({ edtf, timex, mod, published }: Example): string {
  const when = published === undefined ? '' : ` (published ${published ?? 'unknown'})`
  return `${edtf === null ? 'none' : `\`${edtf}\``}${when} | ${timex === null ? 'none' : `\`${timex}\``}${mod ? ` ${mod}` : ''}`
}
