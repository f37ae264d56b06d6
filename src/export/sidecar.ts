import { unfilled } from './cells.js'
import type { Format, FormatSettings, Gap } from './format.js'

/**
 * The first part of what stands beside an export: how it was made and what its cells are. The gaps follow, then the tail.
 * @param own the reviewer whose decisions alone made what is in it; null where everybody's did
 */
export function sidecarHead(
  format: Format,
  settings: FormatSettings,
  filter: Readonly<Record<string, unknown>>,
  own: string | null,
): string {
  const { name, what, page, cells, policy: usual } = format
  const { policy, quotes, excel, unit, maker } = settings
  const { name: policyName, version, numbers, others } = policy
  const head = {
    format: name,
    what,
    page,
    maker,
    filter,
    ...(own !== null && { decidedBy: [own] }),
    policy: usual && { name: policyName, version, numbers, others },
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
  /** Values that the format has no place for, by reason. */
  readonly values: Record<string, number>
  /** Rows that people decided on, and those of them on which decisions clash. */
  readonly reviewed: number
  readonly contested: number
  /** Values whose names were left out. */
  readonly redacted: number
}

/** Counts gaps one by one. */
export function gapCounter(): { readonly counts: GapCounts; add(gap: Gap): void } {
  const counts = {
    cells: {} as GapCounts['cells'],
    events: {} as GapCounts['events'],
    values: {} as GapCounts['values'],
    reviewed: 0,
    contested: 0,
    redacted: 0,
  }
  const once = (reasons: Record<string, number>, because: string): void => {
    reasons[because] = (reasons[because] ?? 0) + 1
  }
  return {
    counts,
    add(gap) {
      switch (gap.kind) {
        case 'cells':
          for (const [column, because] of Object.entries(gap.because)) {
            counts.cells[column] ??= {}
            once(counts.cells[column], because)
          }
          break
        case 'event':
          once(counts.events, gap.because)
          break
        case 'value':
          once(counts.values, gap.because)
          break
        case 'reviewed':
          counts.reviewed++
          if (gap.decisions.some(({ contested }) => contested)) counts.contested++
          break
        case 'redacted':
          counts.redacted += gap.values.length
      }
    },
  }
}
