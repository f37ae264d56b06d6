import type { Report } from '../model/report.js'

/**
 * How far people have decided what a report tells. `undecided`: an event of it waits; `contested`: decisions on one clash, whatever
 * else was decided; `decided`: nothing waits or clashes; `empty`: the record has no event of it.
 */
export const reportStates = ['undecided', 'decided', 'contested', 'empty'] as const
export type ReportState = (typeof reportStates)[number]

/** What a list of reports can be narrowed to; a missing filter lets everything through. */
export interface ReportFilter {
  /** Each of these words is part of its name, outlet or headline; case and accents do not count. */
  readonly words?: string | undefined
  /** Part of the outlet's name. */
  readonly outlet?: string | undefined
  /** Days (`YYYY-MM-DD`): may have been published on or after, on or before. Where no day is known, it fits neither. */
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly review?: ReportState | undefined
}

/**
 * `published`: those of which no day is known first, `-published`: last; `added`: in the order in which their newest readings were
 * kept; `undecided`: those with most of it first, of equals the last added.
 */
export const reportSorts = ['published', '-published', 'added', '-added', 'undecided'] as const
export type ReportSort = (typeof reportSorts)[number]

export interface ReportPageOptions {
  /** `-published` if not given. */
  readonly sort?: ReportSort
  /** A page's `next`: the page after it is asked for. */
  readonly after?: string | null
  /** 1 to 1,000 reports; 50 if not given. */
  readonly limit?: number
}

/** How many events of the record a report tells, and how far people have decided them. */
export interface ReportCounts {
  readonly events: number
  readonly undecided: number
  readonly contested: number
}

/** A report in a list: what names it, where it came from, and how far it is decided. */
export interface ListedReport extends ReportCounts {
  readonly report: Pick<Report, 'id' | 'name' | 'outlet' | 'headline' | 'published'>
  readonly capture: { readonly source: string; readonly capturedAt: string }
}

/**
 * A part of a list. All pages that follow from one have the reports, and the order, of the store as it was when the first was asked
 * for; how far each is decided is as it is now.
 */
export interface ReportPage {
  readonly reports: readonly ListedReport[]
  /** Opaque: to be handed back as `after`; null where nothing follows. */
  readonly next: string | null
}

/** The reports before and after one in a list, whether it fits the list itself or not; null at its ends. */
export interface ReportsBeside {
  readonly before: ListedReport | null
  readonly after: ListedReport | null
}
