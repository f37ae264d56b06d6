import { Hono } from 'hono'
import { z } from 'zod'
import type { ReportId } from '../../../model/report.js'
import type { Review } from '../../../model/review.js'
import type { Reviewable } from '../../../ports.js'
import { agreementOf, type SlotAgreement } from '../../../review/index.js'
import type { AgreementPage } from '../../api.js'
import { asked } from '../answers.js'
import type { DeskRecord } from '../record.js'

const Pair = z.object({ a: z.string().min(1), b: z.string().min(1) })

/** Double coding: how far two reviewers agree, and where they do not. */
export function agreementRoutes(record: DeskRecord): Hono {
  return new Hono().get('/agreement', async c => {
    const { a, b } = asked(Pair, c.req.query())
    const { readings, reviews } = await blindCoding(record)
    const { slots, differing } = agreementOf(readings, reviews, [a, b])
    return c.json({
      slots: slots.map(slotOf),
      differences: differing.map(({ event, slot, made: [one, other] }) => ({
        event,
        path: slot === 'event' ? null : slot,
        a: one,
        b: other,
      })),
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

/** The reports that anybody decided blind on, and all decisions on them. */
async function blindCoding({
  store,
}: DeskRecord): Promise<{ readonly readings: readonly Reviewable[]; readonly reviews: readonly Review[] }> {
  const reports = new Set<ReportId>()
  for await (const { blind, report } of store.allReviews()) if (blind) reports.add(report)
  const readings = new Map<ReportId, Reviewable>()
  const reviews = new Map<string, Review>()
  for (const id of reports) {
    const part = await store.reviewable(id)
    for (const reading of part.readings) readings.set(reading.report.id, reading)
    for (const review of part.reviews) reviews.set(review.id, review)
  }
  return { readings: [...readings.values()], reviews: [...reviews.values()] }
}
