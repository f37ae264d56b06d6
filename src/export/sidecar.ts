import { unfilled } from './cells.js'
import type { Format, FormatSettings, Gap } from './format.js'

/** The first part of what stands beside an export: how it was made and what its cells are. The gaps follow, then the tail. */
export function sidecarHead(
  format: Format,
  settings: FormatSettings,
  filter: Readonly<Record<string, unknown>>,
): string {
  const { name, what, page, cells, policy: own } = format
  const { policy, quotes, excel, unit, maker } = settings
  const { name: policyName, version, numbers, others } = policy
  const head = {
    format: name,
    what,
    page,
    maker,
    filter,
    policy: own && { name: policyName, version, numbers, others },
    quotes,
    excel,
    unit,
    columns: cells,
    unfilled: unfilled(cells),
  }
  return `${JSON.stringify(head, null, 1).slice(0, -2)},\n "gaps": [`
}

/** One gap, a line of its own. */
export const sidecarGap = (gap: Gap, isFirst: boolean): string =>
  `${isFirst ? '' : ','}\n  ${JSON.stringify(gap)}`

/** The end, with how many gaps of each kind there are, by their reason. */
export function sidecarTail(counts: GapCounts): string {
  const text = JSON.stringify(counts, null, 1).replaceAll('\n', '\n ')
  return `\n ],\n "counts": ${text}\n}\n`
}

/** How often each gap was met. */
export interface GapCounts {
  /** By column, then by reason. */
  readonly cells: Record<string, Record<string, number>>
  /** Events without a row, by reason. */
  readonly events: Record<string, number>
  /** Values whose names were left out. */
  readonly redacted: number
}

/** Counts gaps one by one. */
export function gapCounter(): { readonly counts: GapCounts; add(gap: Gap): void } {
  const counts = { cells: {} as GapCounts['cells'], events: {} as GapCounts['events'], redacted: 0 }
  return {
    counts,
    add(gap) {
      if (gap.kind === 'redacted') {
        counts.redacted += gap.values.length
        return
      }
      if (gap.kind === 'event') {
        counts.events[gap.because] = (counts.events[gap.because] ?? 0) + 1
        return
      }
      for (const [column, because] of Object.entries(gap.because)) {
        const reasons = counts.cells[column] ?? {}
        counts.cells[column] = reasons
        reasons[because] = (reasons[because] ?? 0) + 1
      }
    },
  }
}
