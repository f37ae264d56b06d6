import { describe, expect, it } from 'vitest'
import { type ExportFlag, exportFlags, exportPath } from './export-path.js'

const formats = {
  csv: { name: 'acled', what: '', extension: 'csv', policy: 'lowest', quoteless: true },
  jsonl: { name: 'jsonl', what: '', extension: 'jsonl', policy: null, quoteless: true },
  folder: { name: 'brat', what: '', extension: 'zip', policy: null, quoteless: false },
} as const
const asked = (format: keyof typeof formats, policy: string, flags: readonly ExportFlag[], filter = {}) =>
  exportPath(formats[format], { format, policy, flags: new Set(flags) }, filter)

describe('an export asks', () => {
  it.each([
    ['csv', '/api/export?format=acled&policy=range&noQuotes=1&redactPersons=1&excel=1&sidecar=1'],
    ['jsonl', '/api/export?format=jsonl&noQuotes=1&redactPersons=1&sidecar=1'],
    ['folder', '/api/export?format=brat&redactPersons=1'],
  ] as const)('only for what %s can be', (format, expected) => {
    expect(asked(format, 'range', exportFlags)).toBe(expected)
  })

  it('for what is in view, with the format’s own policy where none is chosen', () => {
    expect(asked('csv', '', [], { place: 'Saint Brann & sea' })).toBe(
      '/api/export?format=acled&place=Saint+Brann+%26+sea',
    )
  })
})
