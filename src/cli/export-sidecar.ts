import type { Format, FormatSettings, Gap } from '../export/format.js'
import type { Redaction } from '../export/redact-persons.js'
import { type GapCounts, gapCounter, sidecarGap, sidecarHead, sidecarTail } from '../export/sidecar.js'
import type { EventFilter } from '../ports.js'
import type { Target } from './export-target.js'

/** Writes what stands beside an export while it is written; its gaps are counted also where there is no place for them. */
export interface SidecarWriter {
  begin(format: Format, settings: FormatSettings, filter: EventFilter, own: string | null): Promise<void>
  gap(gap: Gap): void
  redaction(redaction: Redaction): void
  /** Writes the gaps told since the last time. */
  flush(): Promise<void>
  end(): Promise<void>
  undo(): Promise<void>
  readonly counts: GapCounts
}

export function sidecarWriter(target: Target | null): SidecarWriter {
  const { counts, add } = gapCounter()
  let waiting = ''
  let isFirst = true
  const gap = (gap: Gap): void => {
    add(gap)
    if (!target) return
    waiting += sidecarGap(gap, isFirst)
    isFirst = false
  }
  const flush = async (): Promise<void> => {
    if (waiting) await target?.write(waiting)
    waiting = ''
  }
  return {
    counts,
    gap,
    flush,
    redaction: redaction => gap({ kind: 'redacted', ...redaction }),
    begin: async (format, settings, filter, own) =>
      target?.write(sidecarHead(format, settings, { ...filter }, own)),
    async end() {
      await flush()
      await target?.write(sidecarTail(counts))
      await target?.done()
    },
    undo: async () => target?.undo(),
  }
}
