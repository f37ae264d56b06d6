import fc from 'fast-check'
import { expect, test } from 'vitest'
import { onBothEngines } from '../test/databases.js'
import type { RecordedEvent } from './model/recorded.js'
import type { Decision, Review } from './model/review.js'
import { openRecord } from './open-record.js'
import {
  type EventFilter,
  type EventSort,
  eventSorts,
  everyPage,
  type RecordLists,
  type Store,
  type StoredEvent,
  tellingsOf,
} from './ports.js'
import { takeDecision } from './review/index.js'
import { decisionOn, seenIn, wordsIn } from './review/made-up.js'
import { type MadeUpReport, madeUp } from './store/made-up.js'
import { collect } from './store/made-up-decisions.js'

const reports: readonly MadeUpReport[] = [
  {
    name: 'port',
    text: 'Gunmen attacked Velat on 1 March 2031, medics said.\n\nTroops raided Oster on 1 March 2031. A strike hit Brod.',
    events: [
      {
        trigger: 'attacked',
        place: 'Velat',
        country: 'RS',
        initiator: 'Gunmen',
        when: [['1 March 2031', '2031-03-01']],
        holder: 'medics',
      },
      {
        trigger: 'raided',
        kind: 'raid',
        place: 'Oster',
        initiator: 'Troops',
        when: [['1 March 2031', '2031-03-01']],
      },
      { trigger: 'strike', kind: 'air-strike', place: 'Brod' },
    ],
  },
  {
    name: 'coast',
    text: 'Militants stormed the harbour of Velat in March 2031, the mayor said. Talks may follow.',
    events: [
      {
        trigger: 'stormed',
        place: 'Velat',
        initiator: 'Militants',
        when: [['March 2031', '2031-03']],
        holder: 'the mayor',
      },
      { trigger: 'Talks', kind: 'meeting', status: 'prospective' },
    ],
  },
  {
    name: 'coast',
    text: 'Guards shelled Velm since February 2031.',
    events: [
      { trigger: 'shelled', kind: 'shelling', place: 'Velm', when: [['since February 2031', '2031-02/..']] },
    ],
  },
]

const filters: readonly EventFilter[] = [
  {},
  { kind: 'attack' },
  { kind: 'raid', place: 'oster' },
  { status: 'prospective' },
  { place: 'vel' },
  { place: 'rs' },
  { actor: 'militants' },
  { holder: 'mayor' },
  { from: '2031-03-01' },
  { to: '2031-02-28' },
  { from: '2031-03-02', to: '2031-03-05' },
  { report: 'coast' },
  { report: 'COAST', review: 'undecided' },
  { search: 'velat' },
  { search: '"harbour of"', kind: 'attack' },
  { search: '' },
  { review: 'undecided' },
  { review: 'decided' },
  { review: 'contested' },
  { review: 'decided', kind: 'shelling' },
]

/** What somebody does: on which of the events that they see, and what. */
interface Deed {
  readonly who: 'Ada' | 'Ben' | 'Cy'
  readonly blind: boolean
  readonly event: number
  readonly what: number
}
const deed = fc.record({
  who: fc.constantFrom('Ada', 'Ada', 'Ben', 'Cy'),
  blind: fc.boolean(),
  event: fc.nat(9),
  what: fc.nat(9),
}) as fc.Arbitrary<Deed>

/** The decision; null where there is nothing of the kind to decide. */
function decided(
  deed: Deed,
  seen: readonly StoredEvent[],
  own: readonly Review[],
  minute: number,
): Review | null {
  const { who: reviewer, blind, event, what } = deed
  const tellings = seen.flatMap(tellingsOf)
  const telling = tellings[event % tellings.length]
  const other = tellings[(event + 1) % tellings.length]
  if (!telling || !other) return null
  const on = telling.event
  const taken = { reviewer, blind, minute }
  const last = own.at(-1)
  const trigger = wordsIn(telling.report, on.triggers[0].exact)
  const correct = (field: 'kind' | 'means', value: string): Decision => ({
    kind: 'correct',
    to: { field, value, evidence: trigger },
  })
  const whole: readonly (Decision | null)[] = [
    { kind: 'accept' },
    { kind: 'reject' },
    correct('means', 'mortars'),
    { kind: 'note' },
    last ? { kind: 'undo', review: last.id } : null,
    other.event.id === on.id ? null : { kind: 'merge', with: [other.event] },
    telling === seen.find(one => one.event.id === on.id) ? null : { kind: 'split', off: [on.id] },
  ]
  if (what < whole.length) {
    const decision = whole[what] ?? null
    return decision && decisionOn(decision.kind === 'undo' && last ? last.on : on, decision, taken)
  }
  const [field, decision] = ofValue(on, what, correct('kind', 'shelling'))
  return [on[field]].flat().length === 0 ? null : decisionOn(on, decision, taken, seenIn(on, field))
}

function ofValue(on: RecordedEvent, what: number, corrected: Decision) {
  if (what === 7) return ['kind', corrected] as const
  return what === 8 && on.when.length > 0
    ? (['when', { kind: 'reject' }] as const)
    : (['where', { kind: 'reject' }] as const)
}

async function pagesOf(lists: RecordLists, filter: EventFilter, sort: EventSort, limit: number) {
  const pages = await collect(everyPage(after => lists.page(filter, { sort, limit, after })))
  return pages.map(({ events }) => events)
}

async function keepAll(store: Store, reader: string): Promise<void> {
  for (const report of reports) {
    const { snapshot, reading } = madeUp({ ...report, reader })
    await store.save(snapshot, reading)
  }
}

/** Takes decisions: Ada's by what she alone decided, others' by what all did; what she decides is decided in another record too. */
async function decideAll(deeds: readonly Deed[], from: number, shared: Store, alone: Store): Promise<void> {
  const taken: Review[] = []
  for (const [at, deed] of deeds.entries()) {
    const seen = await collect((deed.who === 'Ada' ? alone : shared).events({}))
    const own = taken.filter(({ reviewer }) => reviewer === deed.who)
    const review = decided(deed, seen, own, from + at)
    if (!review) continue
    taken.push(review)
    await shared.appendReview(review)
    if (deed.who === 'Ada') await alone.appendReview(review)
  }
}

onBothEngines(({ engine, another }) => {
  test('a record of one’s own is, page by page, the record in which nobody else has decided', async () => {
    const looks = fc.array(
      fc.tuple(fc.constantFrom(...filters), fc.constantFrom(...eventSorts), fc.integer({ min: 1, max: 7 })),
      { minLength: 10, maxLength: 20 },
    )
    const runs = engine === 'SQLite' ? 12 : 4
    await fc.assert(
      fc.asyncProperty(
        fc.array(deed, { maxLength: 14 }),
        fc.array(deed, { maxLength: 4 }),
        looks,
        async (first, then, looks) => {
          const [shared, alone] = [await openRecord(await another()), await openRecord(await another())]
          for (const store of [shared, alone]) await keepAll(store, 'made-up 1')
          for (const [deeds, from] of [
            [first, 0],
            [then, 30],
          ] as const) {
            await decideAll(deeds, from, shared, alone)
            for (const [filter, sort, limit] of looks) {
              const own = await pagesOf(shared.own('Ada'), filter, sort, limit)
              expect(own).toEqual(await pagesOf(alone, filter, sort, limit))
            }
          }
          await shared.close()
          await alone.close()
        },
      ),
      { numRuns: runs },
    )
  })

  test('a report that is named by a decision of another machine, and not kept here, is waited for', async () => {
    const [both, here] = [await openRecord(await another()), await openRecord(await another())]
    const [port, coast] = reports.slice(0, 2).map(report => madeUp({ ...report, reader: 'made-up 1' }))
    if (!port || !coast) throw new Error('two reports are made up above')
    for (const { snapshot, reading } of [port, coast]) await both.save(snapshot, reading)
    await here.save(port.snapshot, port.reading)
    const all = (await collect(both.events({}))).flatMap(tellingsOf)
    const [on, other] = ['attacked', 'stormed'].map(word =>
      all.find(({ event }) => event.triggers[0].exact === word),
    )
    if (!on || !other) throw new Error('both events are told above')
    const merge = takeDecision(
      {
        ...{ reviewer: 'Ada', at: '2031-06-01T00:00:00.000Z', blind: true, note: '' },
        ...{ on: on.event, path: null, decision: { kind: 'merge', with: [other.event] } },
      },
      new Map([on, other].map(({ report: { id, body } }) => [id, body])),
    )
    for (const store of [both, here]) await store.appendReview(merge)
    expect((await pagesOf(here.own('Ada'), {}, 'time', 2)).flat()).toHaveLength(3)
    await here.save(coast.snapshot, coast.reading)
    expect(await pagesOf(here.own('Ada'), {}, 'time', 2)).toEqual(await pagesOf(both, {}, 'time', 2))
    await both.close()
    await here.close()
  })
})
