import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvWriter } from './csv.js'
import { type CsvRow, csvRows } from './csv-rows.js'

const read = async (...chunks: readonly string[]): Promise<CsvRow[]> => {
  const rows: CsvRow[] = []
  for await (const row of csvRows(chunks)) rows.push(row)
  return rows
}

describe('rows of a CSV file', () => {
  test.each([
    [
      'a,b\n1,2\n',
      [
        [1, 'a', 'b'],
        [2, '1', '2'],
      ],
    ],
    [
      'a,b\r\n1,2',
      [
        [1, 'a', 'b'],
        [2, '1', '2'],
      ],
    ],
    ['\ufeffa\n', [[1, 'a']]],
    [
      'a,"x\ny"\nz,\n',
      [
        [1, 'a', 'x\ny'],
        [3, 'z', ''],
      ],
    ],
    ['"a ""b""",","\n', [[1, 'a "b"', ',']]],
    [
      'a\n\n\nb\n',
      [
        [1, 'a'],
        [4, 'b'],
      ],
    ],
    ['', []],
  ])('%j', async (text, expected) => {
    const rows = await read(text)
    expect(rows.map(row => [row.line, ...('cells' in row ? row.cells : ['broken'])])).toEqual(expected)
  })

  test.each([
    ['a quote in the middle', 'a,b\n1,x"y\n2,z\n', [2], ['a,b', '2,z']],
    ['a quote that is never closed', 'a,b\n1,"x\n2,z\n', [2], ['a,b', '2,z']],
    ['text after a closing quote', 'a,b\n1,"x"y\n2,z\n', [2], ['a,b', '2,z']],
  ])('%s breaks its own row alone', async (_, text, broken, good) => {
    const rows = await read(text)
    expect(rows.flatMap(row => ('broken' in row ? row.line : []))).toEqual(broken)
    expect(rows.flatMap(row => ('cells' in row ? row.cells.join(',') : []))).toEqual(good)
  })

  test('a row longer than may be is given up, and the next is read', async () => {
    const rows = await read(`a,"${'x'.repeat(600_000)}`, `${'x'.repeat(600_000)}\nb,c\n`)
    expect(rows).toEqual([
      { line: 1, broken: expect.stringContaining('longer than') },
      { line: 2, cells: ['b', 'c'], text: 'b,c' },
    ])
  })

  test('what was written is read again, wherever the file is cut', async () => {
    const cell = fc.stringMatching(/^[a"',\r\n\u{1f525} =]*$/u)
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell)), fc.boolean(), fc.nat(), async (pairs, excel, cut) => {
        const columns = [
          { name: 'a', isText: false },
          { name: 'b', isText: false },
        ]
        const csv = csvWriter(columns, { excel })
        const text = csv.header + pairs.map(([a, b]) => csv.row({ a, b })).join('')
        const at = cut % (text.length + 1)
        const rows = await read(text.slice(0, at), text.slice(at))
        expect(rows.map(row => 'cells' in row && row.cells)).toEqual([['a', 'b'], ...pairs])
      }),
    )
  })
})
