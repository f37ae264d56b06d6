import { Hono } from 'hono'
import { z } from 'zod'
import { asRead } from '../../../model/recorded.js'
import type { SeenValue } from '../../../model/review.js'
import { blindCoding } from '../../../own-record.js'
import type { Reviewed } from '../../../ports.js'
import { agreementOf, isSameValue, type SlotAgreement, type Unit } from '../../../review/index.js'
import { type AgreementPage, type Difference, Seat } from '../../api.js'
import { valueText } from '../../value-text.js'
import { asked, Refusal } from '../answers.js'
import { personFinder } from '../persons.js'
import type { DeskRecord } from '../record.js'

const Pair = Seat.extend({ a: z.string().min(1), b: z.string().min(1) })

/** Double coding: how far two reviewers agree, and where they do not. */
export function agreementRoutes(record: DeskRecord): Hono {
  return new Hono().get('/agreement', async c => {
    const { a, b, reviewer, blind } = asked(Pair, c.req.query())
    if (blind && reviewer) throw blindToBoth
    const { readings, reviews } = await blindCoding(record.store, [a, b])
    const { slots, differing } = agreementOf(readings, reviews, [a, b])
    return c.json({
      slots: slots.map(slotOf),
      differences: differencesOf(readings, differing),
      persons: personFinder(record)(readings.flatMap(({ events }) => events.map(asRead))),
    } satisfies AgreementPage)
  })
}

const blindToBoth = new Refusal(409, {
  code: 'blind',
  message:
    'Where two reviewers agree and differ shows what each of them decided, and you hide what others decided.',
  help: 'When your own coding is done, end the hiding in the settings; who settles differences must see both.',
})

function slotOf({ slot, units, agreed, kappa, alpha }: SlotAgreement): AgreementPage['slots'][number] {
  const reasons = [kappa, alpha].flatMap(one => (one.value === null ? one.because : []))
  return {
    slot,
    units,
    agreed,
    kappa: kappa.value,
    alpha: alpha.value,
    because: [...new Set(reasons)].join('; ') || null,
  }
}

function differencesOf(readings: Reviewed['readings'], differing: readonly Unit[]): Difference[] {
  const sources = new Map(readings.map(({ report: { id, outlet, name } }) => [id, outlet ?? name]))
  const triggers = new Map(
    readings.flatMap(({ events }) => events.map(({ id, triggers: [{ exact }] }) => [id, exact] as const)),
  )
  return differing.map(unit => {
    const { event, report, slot, value, read, other, settledBy } = unit
    const trigger = triggers.get(event) ?? (slot === 'event' ? read : '')
    const [a, b] = [sideOf(unit, 0), sideOf(unit, 1)]
    const source = sources.get(report) ?? report
    const short = value ? shortOf(value) : read
    return { event, report, source, trigger, slot, value, read: short, a, b, other, settledBy }
  })
}

function sideOf({ value, values, made, slot, wasMissed }: Unit, which: 0 | 1): Difference['a'] {
  const own = values[which]
  const text = own ? shortOf(own) : ''
  const told = made[which]
  if (slot === 'event') return { how: told === 'kept' ? 'kept' : 'rejected', text, value: own }
  if (slot === 'occurrence') return { how: told === 'joined' ? 'joined' : 'apart', text, value: own }
  if (wasMissed) return { how: own ? 'added' : 'not-added', text, value: own }
  if (!own) return { how: 'rejected', text, value: own }
  const isAsRead = value !== null && isSameValue(slot, own.value, value.value)
  return { how: isAsRead ? 'accepted' : 'corrected', text, value: own }
}

const shortOf = ({ field, value, evidence }: SeenValue): string => valueText(field, { value, evidence })
