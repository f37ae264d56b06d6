import { kinds } from '../src/codebook/index.js'
import { disorderOf, onTheUnarmed, subEventOf } from '../src/export/acled/types.js'
import { formats } from '../src/export/formats.js'
import { policyNames, policyOf } from '../src/export/policies.js'
import { EventKind } from '../src/model/vocabulary.js'

/** The page of every column of every format, of the policies, and of what ACLED makes of each kind. */
export function exportColumnsPage(): string {
  const sections = formats.map(({ name, what, cells, policy }) => {
    const rows = cells.map(cell => `| \`${cell.name}\` | ${cell.type} | ${cell.filled} | ${cell.from} |`)
    const settled = policy
      ? `Values that disagree: \`${policy}\`, unless \`--policy\` names another.\n\n`
      : ''
    return `## ${name}\n\n${what}.\n\n${settled}| column | type | filled | from |\n|---|---|---|---|\n${rows.join('\n')}\n`
  })
  return [intro, policies(), ...sections, acledKinds()].join('\n')
}

const intro = `# The columns of every export

Made by \`npm run generate\` from the formats in \`src/export/\`; [README.md](README.md) says how they are written. A column is filled
\`always\`, where the report has \`told\` it, or \`never\`, as nothing in a report could say it.
`

function policies(): string {
  const rows = policyNames.map(name => {
    const { version, numbers, others } = policyOf(name, ['A', 'B'])
    return `| \`${name}\` | ${version} | ${numbers} | ${others} |`
  })
  return `## Policies\n\n| policy | version | numbers | other values |\n|---|---|---|---|\n${rows.join('\n')}\n`
}

function acledKinds(): string {
  const rows = EventKind.options.map(kind => {
    const sub = subEventOf(kind)
    const types = sub ? `${kinds[kind].acledEvent} | ${sub} | ${disorderOf(sub)}` : '(speech: no row) | |'
    return `| \`${kind}\` | ${types} | ${onTheUnarmed.has(kind) ? 'yes' : ''} |`
  })
  return `## Kinds as ACLED types\n\nWho did it to whom can change the type: [acled.md](acled.md).\n\n| kind | event_type | sub_event_type | disorder_type | victims do not fight back |\n|---|---|---|---|---|\n${rows.join('\n')}\n`
}
