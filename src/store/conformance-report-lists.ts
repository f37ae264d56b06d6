import assert from 'node:assert/strict'
import {
  everyPage,
  type ListedReport,
  type ReportFilter,
  type ReportSort,
  type ReportState,
  reportSorts,
  reportStates,
  type Store,
} from '../ports.js'
import { type MadeUpReport, madeUp } from './made-up.js'
import { accept, decide, keepBoth, merge, reject, undo, whole } from './made-up-decisions.js'

type Check = { readonly name: string; run(store: Store): Promise<void> }

const events = (count: number): MadeUpReport['events'] =>
  Array.from({ length: count }, (_, at) => ({ trigger: `shelled${at}` }))
const text = (name: string): string => `${name}: shelled0 shelled1 shelled2`

const reports: readonly MadeUpReport[] = [
  {
    name: 'wire-1',
    text: text('a'),
    published: '2031-03-05',
    outlet: 'Café Wire',
    headline: 'The harbour shelled',
    events: events(2),
  },
  { name: 'wire-2', text: text('b'), published: '2031-03', outlet: 'Cafe Wire', events: events(3) },
  { name: 'post_3', text: text('c'), published: '2031-04-01', outlet: 'Morning Post', events: [] },
  { name: 'undated', text: text('d'), published: null, headline: 'ΟΔΟΣ 100%', events: events(1) },
]

async function keepAll(store: Store, reader = 'made-up 1'): Promise<void> {
  for (const report of reports) {
    const { snapshot, reading } = madeUp({ ...report, reader })
    await store.save(snapshot, reading)
  }
}

async function paged(
  store: Store,
  filter: ReportFilter,
  sort: ReportSort,
  limit: number,
): Promise<ListedReport[]> {
  const found: ListedReport[] = []
  for await (const page of everyPage(after => store.reports(filter, { sort, limit, after }))) {
    assert.ok(page.reports.length <= limit)
    assert.ok(page.next === null || page.reports.length > 0)
    found.push(...page.reports)
  }
  return found
}

const names = (list: readonly ListedReport[]): string[] => list.map(({ report }) => report.name)

const orders: Record<ReportSort, readonly string[]> = {
  published: ['undated', 'wire-2', 'wire-1', 'post_3'],
  '-published': ['post_3', 'wire-1', 'wire-2', 'undated'],
  added: ['wire-1', 'wire-2', 'post_3', 'undated'],
  '-added': ['undated', 'post_3', 'wire-2', 'wire-1'],
  undecided: ['wire-2', 'wire-1', 'undated', 'post_3'],
}

const filters: readonly (readonly [ReportFilter, readonly string[]])[] = [
  [{ words: 'WIRE harbour' }, ['wire-1']],
  [{ words: 'harbour post' }, []],
  [{ words: ' οδος ' }, ['undated']],
  [{ words: '100%' }, ['undated']],
  [{ words: '_' }, ['post_3']],
  [{ outlet: 'cafe' }, ['wire-1', 'wire-2']],
  [{ outlet: 'harbour' }, []],
  [{ from: '2031-03-31' }, ['post_3', 'wire-2']],
  [{ to: '2031-03-05' }, ['wire-1', 'wire-2']],
  [{ from: '2031-03-05', to: '2031-03-05' }, ['wire-1', 'wire-2']],
  [{ review: 'empty' }, ['post_3']],
  [{ review: 'undecided', outlet: 'café wire' }, ['wire-1', 'wire-2']],
  [{ review: 'decided' }, []],
]

/** How many events each report tells, how many of them are undecided and contested, by its name. */
async function counted(store: Store): Promise<Record<string, string>> {
  const { reports: list } = await store.reports({})
  return Object.fromEntries(
    list.map(({ report, ...one }) => [report.name, `${one.events} ${one.undecided} ${one.contested}`]),
  )
}

async function inStates(store: Store): Promise<Partial<Record<ReportState, string[]>>> {
  const found: Partial<Record<ReportState, string[]>> = {}
  for (const review of reportStates) {
    const list = names((await store.reports({ review }, { sort: 'added' })).reports)
    if (list.length > 0) found[review] = list
  }
  return found
}

/** What every store must do when it is asked which reports it keeps. */
export const reportListChecks: readonly Check[] = [
  ...reportSorts.map(sort => ({
    name: `reports in order of ${sort}, each once, with its neighbours`,
    async run(store: Store) {
      await keepAll(store)
      const expected = orders[sort]
      for (const limit of [1, 2, 4, 5]) {
        assert.deepEqual(names(await paged(store, {}, sort, limit)), expected, `${limit} at a time`)
      }
      const list = await paged(store, {}, sort, 5)
      for (const [at, { report }] of list.entries()) {
        const beside = await store.reportsBeside(report.id, {}, sort)
        assert.deepEqual(beside, { before: list[at - 1] ?? null, after: list[at + 1] ?? null })
      }
    },
  })),
  ...filters.map(([filter, expected]) => ({
    name: `reports with ${JSON.stringify(filter)}`,
    async run(store: Store) {
      await keepAll(store)
      for (const sort of reportSorts) {
        assert.deepEqual(names(await paged(store, filter, sort, 1)).toSorted(), expected, sort)
      }
    },
  })),
  {
    name: 'a report is listed with what names it and where it came from',
    async run(store) {
      await keepAll(store)
      const [first] = (await store.reports({ words: 'harbour' })).reports
      assert.deepEqual(first, {
        report: {
          id: first?.report.id,
          name: 'wire-1',
          outlet: 'Café Wire',
          headline: 'The harbour shelled',
          published: { edtf: '2031-03-05', basis: 'given', quote: null },
        },
        capture: { source: 'wire-1.txt', capturedAt: '2031-03-07T08:00:00Z' },
        events: 2,
        undecided: 2,
        contested: 0,
      })
      const none = { before: null, after: null }
      assert.deepEqual(await store.reportsBeside('report:0000000000000000', {}), none)
    },
  },
  {
    name: 'neighbours are of the list, also of a report that does not fit it',
    async run(store) {
      await keepAll(store)
      const [post] = (await store.reports({ words: 'post' })).reports
      assert.ok(post)
      const { before, after } = await store.reportsBeside(post.report.id, { review: 'undecided' }, 'added')
      assert.deepEqual([before?.report.name, after?.report.name], ['wire-2', 'undated'])
    },
  },
  {
    name: 'a list of reports goes on as it began, whatever is read or decided meanwhile',
    async run(store) {
      const { attack, raid, strike, storm } = await keepBoth(store)
      const first = await store.reports({}, { sort: 'undecided', limit: 1 })
      for (const one of [attack, raid, strike, storm]) await store.appendReview(accept(one))
      await keepAll(store)
      const then = await store.reports({}, { sort: 'undecided', limit: 1, after: first.next })
      assert.deepEqual(names([...first.reports, ...then.reports]), ['port', 'coast'])
      assert.equal(then.reports[0]?.undecided, 0)
      assert.equal(then.next, null)
      const again = await store.reports({}, { sort: 'undecided', limit: 2, after: first.next })
      assert.deepEqual(again, then)
      const now = await store.reports({}, { sort: 'undecided' })
      assert.deepEqual(names(now.reports), ['wire-2', 'wire-1', 'undated', 'post_3', 'coast', 'port'])
      await assert.rejects(store.reports({}, { sort: 'added', after: first.next }), { code: 'bad-cursor' })
      for (const limit of [0, 1.5, 1_001]) await assert.rejects(store.reports({}, { limit }), RangeError)
    },
  },
  {
    name: 'reports are listed by what is decided of what they tell',
    async run(store) {
      const { attack, raid, strike } = await keepBoth(store)
      assert.deepEqual(await counted(store), { port: '3 3 0', coast: '1 1 0' })
      await store.appendReview(accept(attack))
      const gone = reject(strike)
      await store.appendReview(gone)
      assert.deepEqual(await counted(store), { port: '2 1 0', coast: '1 1 0' })
      await store.appendReview(accept(raid))
      assert.deepEqual(await inStates(store), { undecided: ['coast'], decided: ['port'] })
      await store.appendReview(undo(gone))
      assert.deepEqual(await counted(store), { port: '3 1 0', coast: '1 1 0' })
      await whole(store)
    },
  },
  {
    name: 'what two reports tell together is told by both',
    async run(store) {
      const { attack, storm } = await keepBoth(store)
      const joined = merge(attack, storm)
      await store.appendReview(joined)
      assert.deepEqual(await counted(store), { port: '3 3 0', coast: '1 1 0' })
      await store.appendReview(undo(joined))
      assert.deepEqual(await counted(store), { port: '3 3 0', coast: '1 1 0' })
      await whole(store)
    },
  },
  {
    name: 'reports on whose events blind decisions clash are listed as contested',
    async run(store) {
      const { attack } = await keepBoth(store)
      await store.appendReview(decide(attack, { kind: 'accept' }, { blind: true }))
      await store.appendReview(decide(attack, { kind: 'reject' }, { blind: true, reviewer: 'Bea' }))
      assert.deepEqual((await inStates(store)).contested, ['port'])
      await whole(store)
    },
  },
  {
    name: 'reports that are read anew are listed once, as newly read',
    async run(store) {
      await keepAll(store)
      await keepAll(store, 'made-up 2')
      assert.deepEqual(names((await store.reports({}, { sort: 'added' })).reports), orders.added)
      const { attack } = await keepBoth(store)
      await store.appendReview(accept(attack))
      await keepBoth(store, 'made-up 2')
      const { port, coast } = await counted(store)
      assert.deepEqual([port, coast], ['3 2 0', '1 1 0'])
      await whole(store)
    },
  },
]
