import { z } from 'zod'
import { programVersion } from '../../version.js'
import {
  AgreementPage,
  DeskFilter,
  DeskSort,
  EventDetail,
  EventsPage,
  Fault,
  Marks,
  Meta,
  PageLanguage,
  Passages,
  ReportDetail,
  ReportListFilter,
  ReportSort,
  ReportsBeside,
  ReportsPage,
  ReviewAnswer,
  ReviewRequest,
  Seat,
} from '../api.js'

const schemas = {
  EventsPage,
  Marks,
  EventDetail,
  ReportsPage,
  ReportsBeside,
  ReportDetail,
  ReviewRequest,
  ReviewAnswer,
  Passages,
  AgreementPage,
  Meta,
  Fault,
}

interface Path {
  readonly method?: 'get' | 'post'
  readonly what: string
  readonly query?: z.ZodObject
  readonly id?: string
  readonly body?: keyof typeof schemas
  readonly answer: keyof typeof schemas | 'file'
}

const seated = DeskFilter.extend(Seat.shape)
const reportList = ReportListFilter.extend({ ...Seat.shape, sort: ReportSort.optional() })
const paths: Readonly<Record<string, Path>> = {
  '/api/meta': { what: 'What the desk stands on', answer: 'Meta' },
  '/api/events': {
    what: 'A page of the list of occurrences; `next` of a page is `after` of the one that follows',
    query: seated.extend({
      sort: DeskSort.optional(),
      after: z.string().optional(),
      limit: z.int().optional(),
    }),
    answer: 'EventsPage',
  },
  '/api/events/{id}': {
    what: 'An occurrence whole',
    id: 'an id, or enough of it',
    query: Seat,
    answer: 'EventDetail',
  },
  '/api/marks': {
    what: 'All occurrences that fit, to be drawn; 304 where `If-None-Match` has the ETag of what they are still',
    query: seated,
    answer: 'Marks',
  },
  '/api/reports': {
    what: 'A page of the list of reports, with how far what they tell is decided; `next` of a page is `after` of the one that follows',
    query: reportList.extend({ after: z.string().optional(), limit: z.int().optional() }),
    answer: 'ReportsPage',
  },
  '/api/reports/{id}/beside': {
    what: 'What stands before and after a report in such a list',
    id: 'a report’s id',
    query: reportList,
    answer: 'ReportsBeside',
  },
  '/api/reports/{id}': {
    what: 'A report with its record',
    id: 'a report’s id',
    query: Seat,
    answer: 'ReportDetail',
  },
  '/api/passages': {
    what: 'Passages that say all the words',
    query: z.object({ words: z.string() }),
    answer: 'Passages',
  },
  '/api/reviews': {
    method: 'post',
    what: 'Takes a decision',
    query: Seat,
    body: 'ReviewRequest',
    answer: 'ReviewAnswer',
  },
  '/api/agreement': {
    what: 'How far two reviewers agree who decided blind',
    query: z.object({ a: z.string(), b: z.string() }),
    answer: 'AgreementPage',
  },
  '/api/page/event/{id}': {
    what: 'One HTML file of an event, to send',
    id: 'an id, or enough of it',
    query: Seat.extend({ download: z.boolean().optional(), language: PageLanguage.optional() }),
    answer: 'file',
  },
  '/api/page/report/{id}': {
    what: 'One HTML file of a report, to send',
    id: 'a report’s id',
    query: Seat.extend({ download: z.boolean().optional(), language: PageLanguage.optional() }),
    answer: 'file',
  },
  '/api/export': {
    what: 'What fits, in a form that the field uses',
    query: seated.extend({
      event: z.string().optional(),
      format: z.string(),
      policy: z.string().optional(),
      noQuotes: z.boolean().optional(),
      redactPersons: z.boolean().optional(),
      excel: z.boolean().optional(),
      sidecar: z.boolean().optional(),
    }),
    answer: 'file',
  },
}

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const content = (name: keyof typeof schemas | 'file') =>
  name === 'file'
    ? { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
    : { 'application/json': { schema: ref(name) } }

function operation({ what, query, id, body, answer }: Path) {
  const asked = Object.entries(query?.shape ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: !schema.safeParse(undefined).success,
    schema: z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }),
  }))
  const named =
    id === undefined
      ? []
      : [{ name: 'id', in: 'path', required: true, description: id, schema: { type: 'string' } }]
  return {
    summary: what,
    parameters: [...named, ...asked],
    ...(body && { requestBody: { required: true, content: content(body) } }),
    responses: {
      200: { description: 'what was asked for', content: content(answer) },
      default: { description: 'what went wrong, and the way on', content: content('Fault') },
    },
  }
}

/** The desk's API, for other programs: OpenAPI 3.1, made of the schemas that the server checks by. */
export const openApi = {
  openapi: '3.1.0',
  info: {
    title: 'Herodotus desk',
    version: programVersion,
    description:
      'Answers on 127.0.0.1 to whoever has opened the printed link: its cookie goes with every request. Changes must say their Origin.',
  },
  paths: Object.fromEntries(
    Object.entries(paths).map(([path, one]) => [path, { [one.method ?? 'get']: operation(one) }]),
  ),
  components: {
    schemas: Object.fromEntries(
      Object.entries(schemas).map(([name, schema]) => [
        name,
        z.toJSONSchema(schema, { io: name === 'ReviewRequest' ? 'input' : 'output', unrepresentable: 'any' }),
      ]),
    ),
  },
}
