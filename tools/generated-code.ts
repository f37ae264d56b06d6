import { readdirSync, readFileSync } from 'node:fs'

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

// A diagnostic's code is the name of its page: writing the page is what adds the code.
const codes = readdirSync('docs/diagnostics')
  .filter(name => name.endsWith('.md') && name !== 'README.md')
  .map(name => name.replace(/\.md$/, ''))
  .sort()

const codeList = `${header}export const diagnosticCodes = [
${codes.map(code => `  ${literal(code)},`).join('\n')}
] as const
`

const holderRows = readFileSync('src/codebook/holder-nouns.tsv', 'utf8')
  .trimEnd()
  .split('\n')
  .filter(line => !line.startsWith('#'))
  .slice(1)
  .map(line => line.split('\t'))

const holderTypes = [...new Set(holderRows.map(([, type]) => type))]
  .filter(type => type !== 'speaks-for')
  .sort()

const holderTypeList = `${header}export const holderTypes = [
${holderTypes.map(type => `  ${literal(type)},`).join('\n')}
] as const
`

const holderNouns = `${header}import type { HolderNounRow } from './holder-noun-row.js'

export const holderNounRows: readonly HolderNounRow[] = [
${holderRows
  .map(
    ([where, type, words = '']) => `  {
    where: ${literal(where)},
    type: ${literal(type)},
    words: [
${words
  .split(', ')
  .map(word => `      ${literal(word)},`)
  .join('\n')}
    ],
  },`,
  )
  .join('\n')}
]
`

/** Code that is made from documents and tables. It imports nothing of the program, which imports it. */
export const generatedCode: Readonly<Record<string, string>> = {
  'src/model/event-kind.generated.ts': kindList,
  'src/model/diagnostic-code.generated.ts': codeList,
  'src/codebook/kinds.generated.ts': kindTable,
  'src/codebook/holder-nouns.generated.ts': holderNouns,
  'src/model/holder-type.generated.ts': holderTypeList,
}
