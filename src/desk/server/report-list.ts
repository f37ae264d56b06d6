import { isContested } from '../../model/recorded.js'
import type { ReportId } from '../../model/report.js'
import { ownRecord } from '../../own-record.js'
import {
  everyPage,
  type ListedReport,
  type ReportCounts,
  type ReportFilter,
  type ReportPage,
  type ReportPageOptions,
  type ReportSort,
  type ReportsBeside,
  type Store,
  tellingsOf,
} from '../../ports.js'
import { urgencyOf } from '../../review/index.js'
import type { Seat } from '../api.js'
import type { DeskRecord } from './record.js'

/** Lists of reports as one reviewer may see them. */
export type ReportLists = Pick<Store, 'reports' | 'reportsBeside'>

/** @param seat a reviewer who is blind sees how far their own decisions alone have come */
export function reportLists({ store }: DeskRecord, { reviewer, blind }: Seat): ReportLists {
  return blind && reviewer ? blindLists(store, reviewer) : store
}

/** What others decided counts nowhere: reports that anybody decided on are counted here, and not by the store. */
function blindLists(store: Store, reviewer: string): ReportLists {
  const all = async (filter: ReportFilter, sort: ReportSort): Promise<ListedReport[]> => {
    const { review, ...named } = filter
    const decided = await decidedReports(store)
    const found: ListedReport[] = []
    for await (const listed of reportsOf(store, named, sort === 'undecided' ? '-added' : sort)) {
      const { id } = listed.report
      const own = decided.has(id) ? { ...listed, ...(await ownCounts(store, reviewer, id)) } : listed
      if (review === undefined || inState[review](own)) found.push(own)
    }
    return sort === 'undecided' ? found.toSorted((a, b) => b.undecided - a.undecided) : found
  }
  return {
    async reports(filter, { sort = '-published', after = null, limit = 50 }: ReportPageOptions = {}) {
      const list = await all(filter, sort)
      const from = Number(after ?? 0)
      return {
        reports: list.slice(from, from + limit),
        next: from + limit < list.length ? String(from + limit) : null,
      } satisfies ReportPage
    },
    async reportsBeside(id, filter, sort = '-published') {
      const list = await all(filter, sort)
      const at = list.findIndex(({ report }) => report.id === id)
      if (at >= 0) return { before: list[at - 1] ?? null, after: list[at + 1] ?? null }
      // One that no longer fits stands where it does among all.
      return besideIn(await all({}, sort), list, id)
    },
  }
}

/** The nearest on both sides of a report, among all, that are in a list. */
function besideIn(all: readonly ListedReport[], list: readonly ListedReport[], id: ReportId): ReportsBeside {
  const at = all.findIndex(({ report }) => report.id === id)
  const fitting = new Set(list.map(({ report }) => report.id))
  const fits = ({ report }: ListedReport): boolean => fitting.has(report.id)
  return {
    before: all.slice(0, Math.max(at, 0)).findLast(fits) ?? null,
    after: at < 0 ? null : (all.slice(at + 1).find(fits) ?? null),
  }
}

const inState: Record<NonNullable<ReportFilter['review']>, (counts: ReportCounts) => boolean> = {
  undecided: ({ undecided }) => undecided > 0,
  contested: ({ contested }) => contested > 0,
  decided: ({ events, undecided, contested }) => events > 0 && undecided + contested === 0,
  empty: ({ events }) => events === 0,
}

/** The reports that anybody's decisions bear on. */
async function decidedReports(store: Store): Promise<ReadonlySet<ReportId>> {
  const found = new Set<ReportId>()
  for await (const { report, decision } of store.allReviews()) {
    found.add(report)
    if (decision.kind === 'merge') for (const other of decision.with) found.add(other.report)
  }
  return found
}

async function ownCounts(store: Store, reviewer: string, report: ReportId): Promise<ReportCounts> {
  const { occurrences } = await ownRecord(store, reviewer, report)
  const told = occurrences
    .map(one => tellingsOf(one).map(({ event }) => event))
    .filter(events => events.some(event => event.report === report))
  const contested = told.filter(events => events.some(isContested))
  const undecided = told.filter(events => !events.some(isContested) && urgencyOf(events).undecided > 0)
  return { events: told.length, undecided: undecided.length, contested: contested.length }
}

async function* reportsOf(
  store: Store,
  filter: ReportFilter,
  sort: ReportSort,
): AsyncGenerator<ListedReport> {
  const pages = everyPage(after => store.reports(filter, { sort, after, limit: 1_000 }))
  for await (const { reports } of pages) yield* reports
}
