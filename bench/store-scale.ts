/**
 * How fast lists are answered from a large record: `npx tsx bench/store-scale.ts FILE [EVENTS [--verify]]` fills an SQLite file with
 * made-up reports (200,000 events, 1,000,000 claims if not said otherwise) and decisions on them, a tenth as many (kept for the next
 * run), and times pages of it. FILE may be an address of PostgreSQL.
 */

import { eventKinds } from '../src/model/event-kind.generated.js'
import type { Reading, Review, Snapshot } from '../src/model/index.js'
import { asRead, type RecordedEvent } from '../src/model/recorded.js'
import { Status } from '../src/model/vocabulary.js'
import { openRecord } from '../src/open-record.js'
import type { EventFilter, EventSort, ReportFilter, ReportSort, Store } from '../src/ports.js'
import { madeUp, madeUpReview } from '../src/store/made-up.js'
import { seeded, skewed } from './seeded.js'

const [database = 'store-scale.db', asked = '200000', ...more] = process.argv.slice(2)
const eventsPerReport = 10
const claimsPerEvent = 5
const pageLength = 50

const syllables = 'ka ve lo ri ma dun es tor bel an os mi sha gur qa ned pol yar zim hol'.split(' ')
const invented = (at: number, kind: string): string => {
  const [a = '', b = '', c = ''] = [at % 20, Math.floor(at / 20) % 20, Math.floor(at / 400) % 20].map(
    one => syllables[one],
  )
  return `${a[0]?.toUpperCase()}${a.slice(1)}${b}${c} ${kind}`
}
const countries =
  'SY IQ UA SD ML NG CD MM YE AF ET SO LB PS IL RU CO MX HT PH IN PK LY CF BF NE TD MZ CM KE'.split(' ')
const words = Array.from({ length: 5_000 }, (_, at) => invented(at, '').trim().toLowerCase())

/** Towns lie anywhere but at the poles; the same name is always in the same spot. */
const town = (at: number) => ({
  name: invented(at, 'Town'),
  at: [((at * 7_919 + 9_000) % 14_000) / 100 - 70, ((at * 10_477 + 21_000) % 36_000) / 100 - 180] as const,
})

/** Report number `at`: ten events, each told five times, with names and days. */
function report(at: number): { snapshot: Snapshot; reading: Reading } {
  const random = seeded(at + 1)
  const pick = (many: number): number => skewed(random(), many)
  const events: Parameters<typeof madeUp>[0]['events'][number][] = []
  const paragraphs: string[] = []
  for (let one = 0; one < eventsPerReport; one++) {
    const place = town(pick(3_000))
    const [initiator, target, holder] = [
      invented(pick(800), 'Front'),
      invented(pick(800), 'Guard'),
      invented(pick(400), 'Agency'),
    ]
    const day = new Date(Date.UTC(1990, 0, 1 + Math.floor(random() * 15_000))).toISOString().slice(0, 10)
    const about = Array.from({ length: 12 }, () => words[pick(words.length)]).join(' ')
    const triggers = Array.from({ length: claimsPerEvent }, (_, time) => `struck${one}x${time}`)
    paragraphs.push(
      `${initiator} ${triggers.join(' and ')} ${target} in ${place.name} on ${day}, ${holder} said: ${about}.`,
    )
    for (const trigger of triggers) {
      events.push({
        trigger,
        kind: eventKinds[pick(eventKinds.length)] ?? 'attack',
        status: Status.options[pick(Status.options.length)] ?? 'asserted',
        when: random() < 0.9 ? [[day, day]] : [],
        where: [{ ...place, country: countries[pick(countries.length)] ?? 'SY' }],
        initiator,
        target,
        holder,
      })
    }
  }
  const published = new Date(Date.UTC(1990, 0, 2 + Math.floor(random() * 15_000))).toISOString()
  const { snapshot, reading } = madeUp({
    name: `report ${at}`,
    text: paragraphs.join('\n\n'),
    events,
    published: random() < 0.95 ? published.slice(0, 10) : null,
    outlet: invented(pick(300), 'Post'),
    headline: Array.from({ length: 8 }, () => words[pick(words.length)]).join(' '),
  })
  const scored = joined(reading).map(event => ({ ...event, kind: { ...event.kind, score: random() } }))
  return { snapshot, reading: { ...reading, events: scored } }
}

/** One event of every five tellings. */
function joined({ events }: Reading): Reading['events'] {
  return Array.from({ length: events.length / claimsPerEvent }, (_, at) => {
    const [first, ...others] = events.slice(at * claimsPerEvent, (at + 1) * claimsPerEvent)
    if (!first) throw new Error('a report tells events')
    return {
      ...first,
      triggers: [first.triggers[0], ...others.flatMap(({ triggers }) => triggers)],
      claims: [first.claims[0], ...others.flatMap(({ claims }) => claims)],
    }
  })
}

async function fill(store: Store, events: number): Promise<void> {
  const start = performance.now()
  const { reports: kept } = await store.counts()
  const wanted = Math.ceil(events / eventsPerReport)
  for (let at = kept; at < wanted; at++) {
    const { snapshot, reading } = report(at)
    await store.save(snapshot, reading)
    if (at % 500 === 0) process.stderr.write(`\r${at} of ${wanted} reports`)
  }
  if (kept < wanted) {
    const perReport = (performance.now() - start) / (wanted - kept)
    console.log(`kept ${wanted - kept} reports, ${perReport.toFixed(1)} ms each`)
  }
}

/** One decision on every tenth event: most are accepted or rejected, some corrected; one in twenty is merged into the one before. */
async function decide(store: Store, events: number): Promise<void> {
  const start = performance.now()
  const { reviews: kept } = await store.counts()
  const wanted = Math.ceil(events / 10)
  let before: RecordedEvent | undefined
  for (let at = kept; at < wanted; at++) {
    const { reading } = report(Math.floor((at * 10) / eventsPerReport))
    const event = reading.events[at % reading.events.length]
    if (!event) throw new Error('a report tells events')
    await store.appendReview(decision(at, asRead(event), before))
    before = asRead(event)
    if (at % 500 === 0) process.stderr.write(`\r${at} of ${wanted} decisions`)
  }
  if (kept < wanted) {
    const perDecision = (performance.now() - start) / (wanted - kept)
    console.log(`kept ${wanted - kept} decisions, ${perDecision.toFixed(1)} ms each`)
  }
}

function decision(at: number, on: RecordedEvent, before: RecordedEvent | undefined): Review {
  const taken = { at: new Date(Date.UTC(2032, 0, 1) + at * 1_000).toISOString() }
  if (at % 20 === 0 && before) {
    return madeUpReview(on, { ...taken, decision: { kind: 'merge', with: [before] } })
  }
  if (at % 3 === 0) return madeUpReview(on, { ...taken, decision: { kind: 'reject' } })
  if (at % 7 !== 0) return madeUpReview(on, taken)
  const { value, evidence } = on.status
  const to = { field: 'status', value: 'disputed', evidence } as const
  const seen = { field: 'status', value, evidence } as const
  return madeUpReview(on, { ...taken, value: seen, decision: { kind: 'correct', to } })
}

const halfTheEarth = { west: -60, south: -70, east: 120, north: 70 }
const lists: readonly (readonly [name: string, EventFilter, EventSort?])[] = [
  ['everything', {}],
  ['everything, latest first', {}, '-time'],
  ['everything, as added', {}, 'added'],
  ['everything, last added first', {}, '-added'],
  ['a frequent kind', { kind: eventKinds[0] }],
  ['a rare kind', { kind: eventKinds[eventKinds.length - 1] ?? 'attack' }],
  ['a status', { status: 'asserted' }, '-time'],
  ['a frequent country', { place: 'SY' }],
  ['a rare country, last added first', { place: 'KE' }, '-added'],
  ['a frequent place', { place: 'kakaka town' }],
  ['a rare place', { place: invented(2_990, 'Town') }],
  ['a part of many places’ names', { place: 'lo' }],
  ['a part of every place’s name', { place: 'town' }],
  ['a place that nobody named', { place: 'nowhere' }],
  ['a frequent actor', { actor: 'kakaka front' }, '-time'],
  ['a part of actors’ names', { actor: 'vela' }],
  ['a holder', { holder: invented(300, 'Agency') }],
  ['from a day near the end', { from: '2031-01-01' }],
  ['to a day near the beginning', { to: '1990-02-01' }, '-time'],
  ['within a month', { from: '2010-05-01', to: '2010-05-31' }],
  ['within a month long ago, last added first', { from: '1990-05-01', to: '1990-05-31' }, '-added'],
  ['country and kind', { place: 'SY', kind: eventKinds[5] }],
  ['country, actor and days', { place: 'SY', actor: 'kakaka front', from: '2020-01-01' }],
  ['two frequent ones that seldom meet', { place: 'SY', actor: 'mika', kind: eventKinds[0] }],
  ['a frequent kind, from a day near the end', { kind: eventKinds[0], from: '2030-06-01' }],
  [
    'a rare kind in a frequent country, near the end',
    { kind: eventKinds[eventKinds.length - 1] ?? 'attack', place: 'SY', from: '2030-01-01' },
  ],
  ['parts of many names that seldom meet', { place: 'lo', actor: 'ri', holder: 'ma', status: 'negated' }],
  ['two parts of every name', { actor: 'front', holder: 'agency', from: '2030-06-01' }, '-added'],
  ['a box that holds few', { box: { west: 10, south: 30, east: 20, north: 36 } }],
  ['a box that holds few, by doubt', { box: { west: 10, south: 30, east: 20, north: 36 } }, 'doubt'],
  ['a box that holds some, last added first', { box: { west: 0, south: 10, east: 40, north: 20 } }, '-added'],
  ['a box across the 180th meridian', { box: { west: 120, south: -60, east: -120, north: 0 } }],
  ['half the earth', { box: halfTheEarth }],
  ['half the earth, latest first', { box: halfTheEarth }, '-time'],
  ['half the earth, last added first', { box: halfTheEarth }, '-added'],
  ['half the earth, by doubt', { box: halfTheEarth }, 'doubt'],
  ['half the earth, from a day near the end', { box: halfTheEarth, from: '2030-12-01' }],
  [
    'half the earth, a frequent actor and kind',
    { box: halfTheEarth, actor: 'kakaka front', kind: eventKinds[0] },
  ],
  ['what waits in a box, by disagreement', { box: halfTheEarth, review: 'undecided' }, 'disagreement'],
  ['a report', { report: 'report 777' }],
  ['a frequent word', { search: 'kakaka' }],
  ['a rare word', { search: words[4_990] ?? '' }],
  ['two words', { search: `${words[20]} ${words[900]}` }],
  ['what waits, by doubt', { review: 'undecided' }, 'doubt'],
  ['what waits, by disagreement', { review: 'undecided' }, 'disagreement'],
  ['everything, by doubt', {}, 'doubt'],
  ['what waits in a frequent country, by doubt', { review: 'undecided', place: 'SY' }, 'doubt'],
  ['what waits of a rare kind, by doubt', { review: 'undecided', kind: eventKinds[40] ?? 'attack' }, 'doubt'],
  [
    'what waits of an actor, within a year, by doubt',
    { actor: 'kakaka front', from: '2020-01-01', to: '2020-12-31' },
    'doubt',
  ],
  ['what is decided', { review: 'decided' }],
  ['what is decided, last added first', { review: 'decided' }, '-added'],
  ['what is decided in a frequent country', { review: 'decided', place: 'SY' }],
  ['what is contested', { review: 'contested' }, 'disagreement'],
  ['what waits, in order of time', { review: 'undecided' }],
  ['a word, a kind, latest first', { search: words[40] ?? '', kind: eventKinds[0] }, '-time'],
]

const reportLists: readonly (readonly [name: string, ReportFilter, ReportSort?])[] = [
  ['reports, latest first', {}],
  ['reports, as published', {}, 'published'],
  ['reports, last added first', {}, '-added'],
  ['reports, most undecided first', {}, 'undecided'],
  ['reports with something undecided', { review: 'undecided' }],
  ['reports that are decided, last added first', { review: 'decided' }, '-added'],
  ['reports without events', { review: 'empty' }],
  ['reports of a frequent outlet', { outlet: 'kakaka post' }],
  ['reports of a rare outlet, most undecided first', { outlet: invented(299, 'Post') }, 'undecided'],
  ['reports of an outlet that is not there', { outlet: 'nowhere' }],
  ['reports with two words', { words: `${words[20]} ${words[900]}` }],
  ['reports with words that none has', { words: 'nowhere nothing' }, 'undecided'],
  ['reports of a month long ago, last added first', { from: '1990-05-01', to: '1990-05-31' }, '-added'],
]

interface Page {
  readonly found: number
  readonly next: string | null
}
type Ask = (options: { readonly limit: number; readonly after: string | null }) => Promise<Page>

/** Times pages: the first five of a list, or as many as it has; in a row of the table. */
async function timePages(name: string, ask: Ask): Promise<void> {
  const times: number[] = []
  let after: string | null = null
  let found = 0
  do {
    const start = performance.now()
    const page: Page = await ask({ limit: pageLength, after })
    times.push(performance.now() - start)
    found += page.found
    after = page.next
  } while (after !== null && times.length < 5)
  const [first = 0] = times
  const rows = `${found}${after === null ? '' : '+'}`
  console.log(`| ${name} | ${rows} | ${first.toFixed(1)} | ${Math.max(...times).toFixed(1)} |`)
}

const writer = await openRecord(database)
await fill(writer, Number(asked))
await decide(writer, Number(asked))
await writer.close()
const store = await openRecord(database, { mode: 'read' })
console.log(JSON.stringify(await store.counts()))
console.log('| list | rows | first page, ms | slowest of five, ms |\n|---|---|---|---|')
for (const [name, filter, sort] of lists) {
  await timePages(name, async options => {
    const { events, next } = await store.page(filter, { ...options, ...(sort && { sort }) })
    return { found: events.length, next }
  })
}
for (const [name, filter, sort] of reportLists) {
  await timePages(name, async options => {
    const { reports, next } = await store.reports(filter, { ...options, ...(sort && { sort }) })
    return { found: reports.length, next }
  })
}
if (more.includes('--verify')) {
  const start = performance.now()
  for await (const { id, message } of store.verify()) throw new Error(`${id}: ${message}`)
  console.log(`verified in ${((performance.now() - start) / 1_000).toFixed(1)} s`)
}
await store.close()
