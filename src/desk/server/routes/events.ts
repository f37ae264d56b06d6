import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { z } from 'zod'
import type { StoredEvent } from '../../../ports.js'
import { urgencyOf } from '../../../review/index.js'
import { wordsAround } from '../../../text/words-around.js'
import {
  DeskFilter,
  DeskSort,
  type DrawnMark,
  type EventsPage,
  type ListedEvent,
  type Mark,
  type Marks,
  Seat,
} from '../../api.js'
import { asked, noEvent } from '../answers.js'
import { detailOf } from '../detail.js'
import { KeptAnswers } from '../kept-answers.js'
import { drawnMarkOf, markOf } from '../mark.js'
import { type PersonFinder, personFinder } from '../persons.js'
import type { DeskRecord } from '../record.js'
import { sightOf } from '../sight.js'

const ListQuery = DeskFilter.extend({
  ...Seat.shape,
  sort: DeskSort.default('time'),
  after: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})

const MarksQuery = DeskFilter.extend(Seat.shape)

/** More than this no view can draw so that anybody sees it; the filter narrows it. */
const mostMarks = 20_000

/** Lists of events, and one event whole. */
export function eventRoutes(record: DeskRecord): Hono {
  const personsOf = personFinder(record)
  // Another program may make another answer of the same record.
  const run = randomUUID()
  const answers = new KeptAnswers()
  return new Hono()
    .get('/events', async c => {
      const { sort, after = null, limit, reviewer, blind, ...filter } = asked(ListQuery, c.req.query())
      const { events, next } = await sightOf(record, { reviewer, blind }).page(filter, { sort, after, limit })
      return c.json({ events: events.map(one => toListed(one, personsOf)), next } satisfies EventsPage)
    })
    .get('/marks', async c => {
      const { reviewer, blind, ...filter } = asked(MarksQuery, c.req.query())
      // Of before the events are read: of what is kept meanwhile, the next answer has another.
      const tag = `"${run}-${await record.store.moment()}"`
      c.header('ETag', tag)
      if (c.req.header('if-none-match') === tag) return c.body(null, 304)
      const { search } = new URL(c.req.url)
      const text = await answers.of(search, tag, async () => {
        const events = sightOf(record, { reviewer, blind }).events(filter)
        return JSON.stringify(await marksOf(events, personsOf))
      })
      return c.body(text, 200, { 'content-type': 'application/json' })
    })
    .get('/events/:id', async c => {
      const id = c.req.param('id')
      const sight = sightOf(record, asked(Seat, c.req.query()))
      const stored = await sight.event(id)
      if (!stored) throw noEvent(id)
      return c.json(await detailOf(sight, stored, personsOf))
    })
}

async function marksOf(events: AsyncIterable<StoredEvent>, personsOf: PersonFinder): Promise<Marks> {
  const marks: DrawnMark[] = []
  for await (const stored of events) {
    if (marks.length === mostMarks) return { marks, more: true }
    marks.push(drawnMarkOf(stored, personsOf))
  }
  return { marks, more: false }
}

const toListed = (stored: StoredEvent, personsOf: PersonFinder): ListedEvent => ({
  ...toMark(stored, personsOf),
  ...wordsAround(stored.report.body, stored.event.triggers[0]),
})

const toMark = (stored: StoredEvent, personsOf: PersonFinder): Mark =>
  markOf(stored, urgencyOf([stored.event, ...stored.besides.map(({ event }) => event)]), personsOf)
