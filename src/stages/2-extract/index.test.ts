import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Noted } from '../../model/diagnostic.js'
import { InputFault } from '../../model/input-fault.js'
import type { Report } from '../../model/report.js'
import type { Given, MediaType } from '../../model/snapshot.js'
import { snapshotId } from '../../text/ids.js'
import { extractReport, maxBodyLength } from './index.js'

const nothing: Given = { name: 'test', published: null, outlet: null, headline: null }

function extract(
  content: string | Uint8Array,
  mediaType: MediaType = 'text/plain',
  given: Partial<Given> = {},
  charset: string | null = null,
): Noted<Report> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return extractReport({
    id: snapshotId(bytes),
    bytes,
    source: 'desk/report',
    mediaType,
    charset,
    capturedAt: '2031-05-04T00:00:00Z',
    given: { ...nothing, ...given },
  })
}
const row = (fields: object): Noted<Report> => extract(JSON.stringify(fields), 'application/json')
const marksOf = ({ body, regions }: Report): string[] =>
  regions.map(({ kind, span }) => `${kind}: ${body.slice(span.start, span.end)}`)
const codesOf = ({ notes }: Noted<Report>): string[] => notes.map(({ code }) => code)
function faultOf(run: () => unknown): InputFault {
  try {
    run()
  } catch (error) {
    if (error instanceof InputFault) return error
    throw error
  }
  throw new Error('no fault')
}

const shelling = 'Shells fell on the mills of Vantry before dawn on Monday, and two millers were killed.'
const governor = 'The governor said that the Red Front had fired them from the hills across the river.'

describe('plain text with furniture in it', () => {
  const pasted = [
    'Two killed at the mills of Vantry',
    '',
    'Two killed at the mills of Vantry',
    'By Ana Lind and Jo Perez in Port Alder',
    '3 min read',
    '03 May, 2031',
    'Smoke over the mills on Monday [Screen Grab]',
    '',
    `PORT ALDER (Wire) - ${shelling}`,
    governor,
    'Facebook Twitter Mail',
  ].join('\n')

  test('is marked, and all there', () => {
    const { value, notes } = extract(pasted)
    expect(value.body).toBe(pasted)
    expect(notes).toEqual([])
    expect(marksOf(value)).toEqual([
      'headline: Two killed at the mills of Vantry',
      'furniture: Two killed at the mills of Vantry',
      'byline: By Ana Lind and Jo Perez in Port Alder',
      'furniture: 3 min read',
      'date: 03 May, 2031',
      'caption: Smoke over the mills on Monday [Screen Grab]',
      `prose: PORT ALDER (Wire) - ${shelling}`,
      'dateline: PORT ALDER (Wire) -',
      `prose: ${governor}`,
      'furniture: Facebook Twitter Mail',
    ])
    expect(value.headline).toBe('Two killed at the mills of Vantry')
    expect(value.published).toEqual({
      edtf: '2031-05-03',
      basis: 'text',
      quote: { start: expect.any(Number), end: expect.any(Number), exact: '03 May, 2031' },
    })
  })

  test.each([
    ['This story is from May 3, 2031', 'date'],
    ['Published: Saturday, 3 May 2031 at 10:15 GMT', 'date'],
    ['On 3 May 2031 the mills burned', 'prose'],
    ['By Friday the Army had left', 'prose'],
    ['(Reporting by Ana Lind; Editing by Jo Perez)', 'byline'],
    ['FILE - Millers stand by the river, March 2031', 'caption'],
    ['Photo: the mills of Vantry', 'caption'],
    ['Soldiers leave Vantry. (Ana Lind/AP)', 'caption'],
    ['It was the army (and the police) who came', 'prose'],
    ['Share this article on X', 'furniture'],
    ['Share prices fell in Vantry', 'prose'],
    ['* * *', 'furniture'],
    ['© 2031 The Vantry Paper', 'furniture'],
    ['No claim of responsibility', 'prose'],
  ])('%j is %s', (line, kind) => {
    const { value } = extract(`${shelling}\n\n${line}\n\n${governor}`)
    expect(value.regions[1]?.kind).toBe(kind)
  })

  test.each([
    ['KABUL, Afghanistan (AP) — Two men died.', 'KABUL, Afghanistan (AP) —'],
    ['(Wire) -- Two men died.', '(Wire) --'],
    ['PORT ALDER, May 3 — Two men died.', 'PORT ALDER, May 3 —'],
    ['VANTRY: Two men died.', 'VANTRY:'],
    [
      'SAN PABLO, 3 MAY 31 (RADIO UNO) -- [TEXT] TWO MEN DIED TODAY.',
      'SAN PABLO, 3 MAY 31 (RADIO UNO) -- [TEXT]',
    ],
    ['OVD-Info said that two men died.', undefined],
    ['The town - or what is left of it - burned.', undefined],
    ['BREAKING: Two men died.', undefined],
  ])('%j has the dateline %j', (body, dateline) => {
    const { value } = extract(body)
    const found = value.regions.find(({ kind }) => kind === 'dateline')
    expect(found && value.body.slice(found.span.start, found.span.end)).toBe(dateline)
  })

  test('lines that are wrapped by hand are one paragraph', () => {
    const wrapped =
      'THE RED FRONT SHELLED THE MILLS OF VANTRY BEFORE DAWN TODAY AND TWO\nMILLERS WERE KILLED, THE GOVERNOR HAS SAID IN A BRIEF STATEMENT TO\nTHE PRESS.'
    expect(marksOf(extract(`${wrapped}\n\nTHE TOWN IS CALM.`).value)).toEqual([
      `prose: ${wrapped}`,
      'prose: THE TOWN IS CALM.',
    ])
  })

  test('a line that goes on in small letters belongs to the one before', () => {
    const { value } = extract(`${shelling} It was the U.S.-led\ncoalition\nthat came.\n${governor}`)
    expect(value.regions).toHaveLength(2)
  })

  test('is prose, with a note, where the rules would take most of it', () => {
    const read = extract('Home\nMenu\nShare\nTwo died')
    expect(codesOf(read)).toEqual(['mostly-furniture'])
    expect(read.value.regions.every(({ kind }) => kind === 'prose')).toBe(true)
  })
})

describe('a row', () => {
  test('has its text for body, to the letter', () => {
    const text = ' \ufeffTwo\u00a0men 👩‍👩‍👧 fell.\n\nقتل رجلان cafe\u0301 '
    const { value, notes } = row({
      id: 'a',
      published: '2031-05',
      outlet: 'The Paper',
      headline: 'Two men fall',
      text,
    })
    expect(value).toMatchObject({
      body: text,
      outlet: 'The Paper',
      headline: 'Two men fall',
      published: { edtf: '2031-05', basis: 'given' },
    })
    expect(notes).toEqual([])
  })

  test.each([
    ['2031-05-03', '2031-05-03', []],
    ['2031', '2031', []],
    [2031, '2031', []],
    ['2031-05-03T23:59:00-08:00', '2031-05-03', []],
    ['3 May 2031', '2031-05-03', []],
    [null, undefined, []],
    ['', undefined, []],
    ['31 February 2031', undefined, ['published-not-a-date']],
    ['2031-02-31', undefined, ['published-not-a-date']],
    ['2031-13', undefined, ['published-not-a-date']],
    ['yesterday', undefined, ['published-not-a-date']],
    [{ year: 2031 }, undefined, ['published-not-a-date']],
  ])('published %j is %j', (published, edtf, codes) => {
    const read = row({ text: shelling, published })
    expect(read.value.published?.edtf).toBe(edtf)
    expect(codesOf(read)).toEqual(codes)
  })

  test('a date handed in beats all others, and a note tells of those that differ', () => {
    const read = extract(`3 May 2031\n\n${shelling}`, 'text/plain', { published: '2031-05-04' })
    expect(read.value.published).toMatchObject({ edtf: '2031-05-04', basis: 'given' })
    expect(codesOf(read)).toEqual(['published-differs'])
    expect(codesOf(extract(`3 May 2031\n\n${shelling}`, 'text/plain', { published: '2031-05' }))).toEqual([])
  })
})

test('line ends become one', () => {
  expect(extract('a\r\nb\rc\n').value.body).toBe('a\nb\nc\n')
})

describe('what cannot be read is told', () => {
  test.each<[string, string, MediaType, string | null, string]>([
    ['white space only', ' \n\u00a0\t', 'text/plain', null, 'empty-text'],
    ['an empty row', '{"text": " "}', 'application/json', null, 'empty-text'],
    ['an empty page', '<p> </p>', 'text/html', null, 'empty-text'],
    ['too much text', 'a '.repeat(maxBodyLength), 'text/plain', null, 'too-large'],
    ['a charset that nobody knows', 'text', 'text/plain', 'klingon', 'unknown-charset'],
    [
      'a page of a charset that nobody knows',
      '<meta charset="klingon"><p>text',
      'text/html',
      null,
      'unknown-charset',
    ],
    ['no JSON', '{"text": ', 'application/json', null, 'not-json'],
    ['a row without text', '{"id": "a"}', 'application/json', null, 'no-text'],
    ['a row that is a list', '["text"]', 'application/json', null, 'no-text'],
    [
      'a page of menus',
      '<nav><a href="/">Home</a> <a href="/war">War</a></nav>',
      'text/html',
      null,
      'no-article',
    ],
    ['a page nested without end', '<div>'.repeat(50_000), 'text/html', null, 'hostile-html'],
    [
      'a page of attributes',
      `<a ${Array.from({ length: 50_000 }, (_, i) => `a${i}`).join(' ')}>`,
      'text/html',
      null,
      'hostile-html',
    ],
  ])('%s', (_, content, mediaType, charset, code) => {
    const fault = faultOf(() => extract(content, mediaType, {}, charset))
    expect(fault).toMatchObject({ code, source: 'desk/report' })
    expect(fault.help).not.toBe('')
  })
})

describe('for any text', () => {
  const line = fc.oneof(
    fc.constantFrom(
      '',
      '\r\n',
      ' ',
      shelling,
      '3 May 2031',
      'Share',
      'By Ana Lind',
      'PORT ALDER (Wire) - so',
      '[Reuters]',
      '👩‍👩‍👧',
      'e\u0301',
      'قتل',
      '\ud800',
    ),
    fc.string({ unit: 'grapheme', maxLength: 30 }),
  )
  test('regions lie in the body in order, apart but for datelines, and hold all but white space', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), lines => {
        const text = lines.join('\n')
        fc.pre(text.trim() !== '')
        const { body, regions } = row({ text }).value
        expect(body).toBe(text.replace(/\r\n?/g, '\n').toWellFormed())
        let at = 0
        for (const { kind, span } of regions) {
          expect(span.end).toBeGreaterThan(span.start)
          if (kind === 'dateline') expect(span.end).toBeLessThan(at)
          else {
            expect(body.slice(at, span.start).trim()).toBe('')
            at = span.end
          }
        }
        expect(body.slice(at).trim()).toBe('')
      }),
    )
  })
})
