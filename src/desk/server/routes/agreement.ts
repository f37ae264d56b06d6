import { Hono } from 'hono'
import { z } from 'zod'
import { asRead } from '../../../model/recorded.js'
import { blindCoding } from '../../../own-record.js'
import { agreementOf, type SlotAgreement } from '../../../review/index.js'
import type { AgreementPage } from '../../api.js'
import { asked } from '../answers.js'
import { personFinder } from '../persons.js'
import type { DeskRecord } from '../record.js'

const Pair = z.object({ a: z.string().min(1), b: z.string().min(1) })

/** Double coding: how far two reviewers agree, and where they do not. */
export function agreementRoutes(record: DeskRecord): Hono {
  return new Hono().get('/agreement', async c => {
    const { a, b } = asked(Pair, c.req.query())
    const { readings, reviews } = await blindCoding(record.store, [a, b])
    const { slots, differing } = agreementOf(readings, reviews, [a, b])
    return c.json({
      slots: slots.map(slotOf),
      differences: differing.map(({ event, slot, made: [one, other] }) => ({
        event,
        path: slot === 'event' ? null : slot,
        a: one,
        b: other,
      })),
      persons: personFinder(record)(readings.flatMap(({ events }) => events.map(asRead))),
    } satisfies AgreementPage)
  })
}

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
