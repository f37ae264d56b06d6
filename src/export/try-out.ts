import type { RecordedEvent } from '../model/recorded.js'
import type { FormatSettings, Gap, Occurrence, Source, Telling } from './format.js'
import { type MadeUpEvent, madeUpReport } from './made-up.js'
import { type PolicyName, policyOf } from './policies.js'
import { defaultSettings } from './told.js'

/** One made-up event as one telling; `fromDayToDay` makes its times such as are told by their days. */
export function telling(
  text: string,
  event: MadeUpEvent,
  about: { readonly outlet?: string; readonly fromDayToDay?: boolean } = {},
): Telling {
  const { report, events, capture } = madeUpReport(
    { name: 'made-up', text, ...(about.outlet && { outlet: about.outlet }) },
    [event],
  )
  const [told] = events
  if (!told) throw new RangeError('there is no event')
  return { report, capture, event: about.fromDayToDay ? byDays(told) : told }
}

function byDays(event: RecordedEvent): RecordedEvent {
  const when = event.when.map(time => ({
    ...time,
    value: { ...time.value, timex: { ...time.value.timex, value: time.value.edtf?.slice(0, 10) ?? null } },
  }))
  return { ...event, when }
}

/** A source of occurrences alone. */
export const sourceOf = (...all: readonly Occurrence[]): Source => ({
  reports: () => [],
  async *occurrences() {
    yield* all
  },
})

/** Settings with a policy, and the gaps that they are told of. */
export function settingsFor(
  policy: PolicyName,
  given: Partial<FormatSettings> = {},
  priority: readonly string[] = [],
): FormatSettings & { readonly gaps: readonly Gap[] } {
  const gaps: Gap[] = []
  return {
    ...defaultSettings,
    excel: false,
    policy: policyOf(policy, priority),
    division: (country, code) => (country === 'SY' && code === '09' ? 'Aleppo Governorate' : null),
    gap: gap => gaps.push(gap),
    ...given,
    gaps,
  }
}
