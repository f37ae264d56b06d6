// Makes the files that are derived from others: `npm run generate`. `--check` changes nothing and exits 1 where one is stale.
import { readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { Reading } from '../src/model/reading.js'
import { timeRulesPage } from './time-rules-page.js'

const header = '// Made by tools/generate.ts. Do not edit.\n'
const rows = readFileSync('src/codebook/kinds.tsv', 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map(line => line.split('\t'))

const literal = (value: string | undefined): string => (value ? `'${value.replaceAll("'", "\\'")}'` : 'null')

const kindList = `${header}export const eventKinds = [
${rows.map(([kind]) => `  ${literal(kind)},`).join('\n')}
] as const
`

const kindTable = `${header}import type { EventKind } from '../model/vocabulary.js'
import type { KindRow } from './kind-row.js'

export const kinds: Readonly<Record<EventKind, KindRow>> = {
${rows
  .map(
    ([
      kind,
      family,
      what,
      ploverEvent,
      ploverMode,
      cameo,
      acledEvent,
      acledSubEvent,
    ]) => `  ${literal(kind)}: {
    family: ${literal(family)},
    what: ${literal(what)},
    ploverEvent: ${literal(ploverEvent)},
    ploverMode: ${literal(ploverMode)},
    cameo: ${literal(cameo)},
    acledEvent: ${literal(acledEvent)},
    acledSubEvent: ${literal(acledSubEvent)},
  },`,
  )
  .join('\n')}
}
`

const schema = `${JSON.stringify(z.toJSONSchema(Reading), null, 2)}\n`

const files: Record<string, string> = {
  'src/model/event-kind.generated.ts': kindList,
  'src/codebook/kinds.generated.ts': kindTable,
  'docs/record.schema.json': schema,
  'docs/times-rules.md': timeRulesPage(),
}

const check = process.argv.includes('--check')
for (const [path, content] of Object.entries(files)) {
  if (!check) writeFileSync(path, content)
  else if (readFileSync(path, 'utf8') !== content) {
    console.error(`${path} is stale: run npm run generate`)
    process.exitCode = 1
  }
}
