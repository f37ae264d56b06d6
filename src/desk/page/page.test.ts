import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { madeUpReport } from '../../export/made-up.js'
import type { EventDetail } from '../api.js'
import { type Language, languages } from '../messages/catalogue.js'
import { matrixOf } from '../server/matrix.js'
import { html, told } from './html.js'
import { eventPage, reportPage } from './index.js'
import { matrixTable } from './matrix.js'
import { letterOf, notesOf } from './notes.js'
import { sourceToSend } from './parts.js'
import { sayIn } from './say.js'
import { textOf } from './text.js'

const made = (language: Language = 'en') => ({
  by: 'herodotus test',
  at: '2031-03-08T09:00:00.000Z',
  language,
})

/** What is told by others, as an enemy of the page would have it. */
const hostile = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</style><style>*{display:none}</style>',
  '</title></bdi><!--',
  '&lt;b&gt; &amp; &#60;script>',
  '\u202egnp.exe\u202c \u2067 \u2066',
  '\ud800 \u0000 \u001b[31m',
  '`alert(1)`',
  'x'.repeat(3000),
]

/** An event told by two reports, every text of which is as given. */
function pageOf(text: string, language?: Language): { readonly page: string; readonly report: string } {
  const tellings = [1, 2].map(nth => {
    const { report, events, capture } = madeUpReport(
      { name: text, outlet: text, source: text, text: `${nth} ${text} attacked ${text}` },
      [
        {
          trigger: 'attacked',
          kind: 'attack',
          initiators: [['attacked', { name: text }]],
          where: [['attacked', { name: text }]],
          harm: [['attacked', { low: nth, high: nth, of: text }]],
          said: [['attacked', { holder: text, cue: text, via: text, about: 'harm' }]],
        },
      ],
    )
    const [event] = events
    if (!event) throw new Error('no event')
    return { report: { ...report, headline: text }, event, capture }
  })
  const [first] = tellings
  if (!first) throw new Error('no telling')
  const { event, report, capture } = first
  const decided = {
    review: 'review:0000000000000000',
    reviewer: text,
    at: '2031-03-08T08:00:00.000Z',
    blind: true,
    event: event.id,
    field: 'where',
    decision: { kind: 'accept' },
    text,
    note: text,
    undone: true,
    loose: text,
  } as const
  const detail: EventDetail = {
    id: event.id,
    standing: 'removed',
    mark: {
      id: event.id,
      kind: 'attack',
      status: 'asserted',
      when: text,
      first: null,
      last: null,
      place: { name: text, country: text, level: 'town', latitude: null, longitude: null },
      initiators: [text],
      targets: [text],
      persons: [],
      killed: null,
      trigger: text,
      reports: [],
      undecided: 0,
      doubt: 0,
      disagreement: 0,
    },
    tellings,
    matrix: matrixOf(tellings),
    policies: [{ what: text, numbers: [{ policy: text, low: 1, best: 1, high: 2, sources: [text] }] }],
    history: [decided],
    persons: [],
  }
  const all = tellings.map(telling => telling.report)
  return {
    page: eventPage(detail, all, made(language)),
    report: reportPage({ report, capture, events: [event], occurrences: {}, persons: [] }, made(language)),
  }
}

/** The tags of a page with their attributes, less what may differ with the texts. */
const skeleton = (page: string): string =>
  (page.match(/<[^>]*>/g) ?? []).filter(tag => tag !== '</u>' && tag !== '<u>').join('\n')

it.each(hostile)('%s changes no tag, no attribute and nothing that runs', text => {
  for (const { id } of languages) staysIn(text, id)
})

function staysIn(text: string, language: Language): void {
  const [mine, plain] = [pageOf(text, language), pageOf('plain words', language)]
  for (const of of ['page', 'report'] as const) {
    expect(skeleton(mine[of])).toBe(skeleton(plain[of]))
    for (const sign of ['<script', '\u0000', '\u001b']) expect(mine[of]).not.toContain(sign)
    expect(mine[of].isWellFormed()).toBe(true)
  }
}

it('whatever a text is, it stays in its place and is read again as it was', () => {
  const sign = fc.constantFrom(
    ...'<>"\'`&;=/!-x# \n',
    '\u202e',
    '\u2067',
    '&lt;',
    '<!--',
    '</bdi>',
    '\ud800',
    '\u0000',
  )
  const texts = fc.oneof(
    fc.array(sign).map(signs => signs.join('')),
    fc.string({ unit: 'binary' }),
  )
  fc.assert(
    fc.property(texts, text => {
      const { markup } = html`<a title="${text}">${told(text)}</a>`
      const [, attribute = '', content = ''] =
        /^<a title="([^"<>]*)"><bdi>([^<>]*)<\/bdi><\/a>$/s.exec(markup) ?? []
      expect([read(attribute), read(content)]).toEqual([storable(text), storable(text)])
    }),
  )
})

/** What a browser reads of escaped text. */
const read = (escaped: string): string =>
  escaped.replace(/&(?:amp|lt|gt|quot|#39|#96);/g, entity => signs[entity] ?? entity)
const signs: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#96;': '`',
}
/** A text without what no HTML may hold. */
const storable = (text: string): string =>
  [...text.toWellFormed()]
    .map(one =>
      /[\p{Cc}\ufdd0-\ufdef\ufffe\uffff]/u.test(one) && !'\t\n\f\r'.includes(one) ? '\ufffd' : one,
    )
    .join('')

it('nothing comes from elsewhere, and what was told stands in the page', () => {
  const { page } = pageOf('plain words')
  expect(page).not.toMatch(/\b(?:src|srcset|action|formaction)=|href="(?!#)|url\(|@import/)
  expect(page).toMatch(/≠ clash/)
  expect(page).toMatch(/sha256 [0-9a-f]{64}/)
  expect(page).toMatch(/Reviewers took this event out/)
})

it('every number in the matrix leads to words, and every note to a value', () => {
  const { page } = pageOf('plain words')
  const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))
  const links = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)
  expect(links.length).toBeGreaterThan(10)
  expect(links.filter(id => !ids.has(id))).toEqual([])
})

it('stretches that cross are cut, and each is numbered where it ends', () => {
  const { report, events } = madeUpReport({ name: 'a', text: 'Gunmen killed nine men.\n\nIn Delna.' }, [
    {
      trigger: 'killed nine',
      kind: 'attack',
      harm: [['nine men', { low: 9, high: 9 }]],
      initiators: [['Gunmen']],
      where: [['Delna']],
    },
  ])
  const notes = notesOf('B', events)
  expect(notes.map(({ name, exact, values }) => [name, exact, values.map(({ path }) => path)])).toEqual([
    ['B1', 'Gunmen', ['initiators.0']],
    ['B2', 'killed nine', ['kind', 'status']],
    ['B3', 'nine men', ['harm.0']],
    ['B4', 'Delna', ['where.0']],
  ])
  const plain = textOf(report, notes)
    .map(({ markup }) => markup.replace(/<sup>.*?<\/sup>/g, sup => `[${/>(B\d)</.exec(sup)?.[1]}]`))
    .join('')
  expect(plain).toBe(
    '<p class="prose" dir="auto"><u>Gunmen</u>[B1] <u>killed </u><u>nine</u>[B2]<u> men</u>[B3].</p>\n' +
      '<p class="prose" dir="auto">In <u>Delna</u>[B4].</p>\n',
  )
})

it('reports are lettered without end', () => {
  expect([0, 25, 26, 701, 702].map(letterOf)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA'])
})

describe('a page in another language', () => {
  const others = languages.filter(({ id }) => id !== 'en')
  /** What stands on it of the record: all that has a direction of its own. */
  const recordOf = (page: string): string[] =>
    [...page.matchAll(/<(?:bdi|(q|h1|blockquote|p)[^>]* dir="auto")>(.*?)<\/(?:bdi|\1)>/gs)].map(
      ([, , content = '']) => content,
    )

  it.each(others)('$name says its own words in it, from its side, and the record’s as they are', other => {
    for (const of of ['page', 'report'] as const) {
      const [english, page] = [pageOf('plain words')[of], pageOf('plain words', other.id)[of]]
      expect(page).toContain(`<html lang="${other.id}" dir="${other.direction}">`)
      expect(recordOf(page)).toEqual(recordOf(english))
      expect(recordOf(page).length).toBeGreaterThan(10)
      expect(page).not.toMatch(/Who says what|Decisions|not told|How to check it|Made by/)
      expect(page).not.toMatch(/\{\w+\}(?![^<]*<\/style>)|>(?:page|event|field)\.\w+</)
    }
  })

  it('counts as that language does', () => {
    const { page } = pageOf('plain words', 'ar')
    expect(page).toMatch(/تقريران/)
  })
})

it('what sources do not agree on stands in its sentence, source by source', () => {
  const { page } = pageOf('plain words')
  const [, clashes = ''] = /<h2 id="clashes">(.*?)<h2/s.exec(page) ?? []
  expect(clashes).toMatch(
    /<b><bdi>1 plain words killed<\/bdi>.*<blockquote dir="auto">1 plain words <mark>attacked<\/mark> plain words</s,
  )
})

it('tells what nobody has decided, and in which texts it stands', () => {
  const { page } = pageOf('plain words')
  expect(page).toMatch(/<dt>kind<\/dt><dd><bdi>attack<\/bdi> <span class="dim" dir="ltr">A B<\/span><\/dd>/)
  expect(page).toMatch(/<dd>0 of \d+ values<\/dd>/)
})

it.each([
  ['file:///home/ada/secret/report.html', 'report.html'],
  ['/home/ada/report.txt', 'report.txt'],
  ['C:\\Users\\Ada\\report.pdf', 'report.pdf'],
  ['reports/secret/report.txt', 'report.txt'],
  ['https://wire.example/2031/report.html', 'https://wire.example/2031/report.html'],
  ['standard input', 'standard input'],
])('of %s is sent %s', (source, sent) => {
  expect(sourceToSend(source)).toBe(sent)
})

it('of more sources than paper has room for, the fields become cards there', () => {
  const tableOf = (count: number): string => {
    const sources = Array.from({ length: count }, (_, i) => {
      const { report, events } = madeUpReport({ name: `source ${i}`, text: `Guards ${i} attacked.` }, [
        { trigger: 'attacked', kind: 'attack' },
      ])
      return events.map(event => ({
        event,
        report,
        letter: letterOf(i),
        notes: notesOf(letterOf(i), events),
      }))
    }).flat()
    return matrixTable(sayIn('en'), matrixOf(sources), sources).markup
  }
  expect([5, 6].map(count => /<table class="([^"]*)"/.exec(tableOf(count))?.[1])).toEqual([
    'matrix',
    'matrix crowded',
  ])
})
