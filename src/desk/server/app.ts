import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { answerOf } from './answers.js'
import type { Guard } from './guard.js'
import { openApi } from './openapi.js'
import type { DeskRecord } from './record.js'
import { agreementRoutes } from './routes/agreement.js'
import { eventRoutes } from './routes/events.js'
import { exportRoutes } from './routes/exports.js'
import { metaRoutes } from './routes/meta.js'
import { pageRoutes } from './routes/pages.js'
import { reportListRoutes } from './routes/report-list.js'
import { reportRoutes } from './routes/reports.js'
import { reviewRoutes } from './routes/reviews.js'

/** A decision holds a few values and a note; more is no decision. */
const mostBytes = 1_000_000

/** The desk's server: who may ask, what is answered, and the pages for all else. */
export function buildApp(record: DeskRecord, guard: Guard, pages: (c: Context) => Response): Hono {
  const api = new Hono()
    .route('/', metaRoutes(record))
    .route('/', eventRoutes(record))
    .route('/', reportListRoutes(record))
    .route('/', reportRoutes(record))
    .route('/', reviewRoutes(record))
    .route('/', agreementRoutes(record))
    .route('/', exportRoutes(record))
    .route('/', pageRoutes(record))
    .get('/openapi.json', c => c.json(openApi))
    .all('*', c =>
      c.json(
        {
          code: 'no-such-path',
          message: `Nothing is at ${c.req.path}.`,
          help: '/api/openapi.json lists what there is.',
        },
        404,
      ),
    )
  return new Hono()
    .use('*', guard.check)
    .use('/api/*', bodyLimit({ maxSize: mostBytes }))
    .route('/api', api)
    .get('*', pages)
    .onError(answerOf)
}
