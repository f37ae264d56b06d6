import fc from 'fast-check'
import { expect, test } from 'vitest'
import { jsonItems } from './json-items.js'

async function read(text: string, pieces = 1): Promise<unknown[]> {
  const size = Math.ceil(text.length / pieces) || 1
  const chunks = Array.from({ length: pieces }, (_, i) => text.slice(i * size, (i + 1) * size))
  const found: unknown[] = []
  for await (const one of jsonItems(chunks, 'items')) found.push(one)
  return found
}

test.each([
  ['a list', '{"type":"x","items":[{"a":1},{"b":[2,"]"]}],"total":2}', [{ a: 1 }, { b: [2, ']'] }]],
  ['within another object', '{"first":{"items":[\n1,\n"a,b"\n]}}', [1, 'a,b']],
  ['none', '{"items":[]}', []],
  ['only the first of that name', '{"items":[{"items":[1]}],"more":{"items":[2]}}', [{ items: [1] }]],
  ['a text by that name is no list', '{"a":"items","items":[3]}', [3]],
  ['quotes and backslashes', '{"items":["\\"],[\\\\"]}', ['"],[\\']],
])('%s', async (_, text, items) => {
  for (const pieces of [1, 2, 7, text.length]) {
    const found = await read(text, pieces)
    const texts = found.flatMap(one => (one as { text?: string }).text ?? [])
    expect(texts.map(one => JSON.parse(one))).toEqual(items)
    const { frame } = found.at(-1) as { frame: string }
    expect(JSON.parse(frame)).toEqual(withoutItems(JSON.parse(text)))
  }
})

/** The first list under `items` emptied. */
function withoutItems(value: Record<string, unknown>): unknown {
  if ('items' in value) return { ...value, items: [] }
  const [key = '', inner] = Object.entries(value)[0] ?? []
  return { ...value, [key]: withoutItems(inner as Record<string, unknown>) }
}

test('lines are those on which items begin', async () => {
  const found = await read('{"items":[\n{"a":\n1},\n\n{"b":2}]}')
  expect(found.slice(0, -1)).toMatchObject([{ line: 2 }, { line: 5 }])
})

test('a file that is cut off', async () => {
  expect(await read('{"items":[{"a":1},{"b"')).toEqual([
    { line: 1, text: '{"a":1}' },
    { line: 1, text: '{"b"' },
    { line: 1, broken: 'the file ends before its list does' },
    { frame: '{"items":[' },
  ])
  expect(await read('no JSON')).toEqual([{ frame: 'no JSON' }])
})

test('any list of JSON comes back as it was, however it is cut', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.jsonValue()),
      fc.nat({ max: 20 }),
      fc.nat({ max: 3 }),
      async (items, cuts, indent) => {
        const text = JSON.stringify({ items, after: 'x' }, null, indent)
        const found = await read(text, cuts + 1)
        const texts = found.flatMap(one => (one as { text?: string }).text ?? [])
        expect(texts.map(one => JSON.parse(one))).toEqual(JSON.parse(JSON.stringify(items)))
      },
    ),
    { numRuns: 200, seed: 1 },
  )
})
