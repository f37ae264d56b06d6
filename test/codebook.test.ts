// The codebook is carried in the project; where the original lies beside it, the two must be equal.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { kinds } from '../src/codebook/index.js'
import { EventKind } from '../src/model/vocabulary.js'

const root = join(import.meta.dirname, '..')
const original = join(process.env.HERODOTUS_DATA ?? join(root, '..', 'shared'), 'codebook')

describe.skipIf(!existsSync(original))(
  'the carried codebook equals the original (skipped where there is none)',
  () => {
    it.each([
      ['CODEBOOK.md', 'docs/codebook.md'],
      ['kinds.tsv', 'src/codebook/kinds.tsv'],
    ])('%s', (from, to) => {
      expect(readFileSync(join(root, to), 'utf8')).toBe(readFileSync(join(original, from), 'utf8'))
    })
  },
)

describe('the table made from kinds.tsv', () => {
  it('has a row for each of the 46 kinds', () => {
    expect(EventKind.options).toHaveLength(46)
    expect(Object.keys(kinds)).toEqual(EventKind.options)
    expect(kinds['chemical-attack']).toMatchObject({
      family: 'violence',
      cameo: '204',
      ploverEvent: 'ASSAULT',
    })
    expect(kinds.displacement).toMatchObject({ cameo: null, ploverMode: null, acledSubEvent: 'Other' })
  })
})
