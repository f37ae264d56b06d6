import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoApp } from '../../../test/demo-app.js'
import { loadTools } from '../../load-tools.js'
import type { Store } from '../../ports.js'
import { readReport } from '../../read-report.js'
import { boxWritten, isInBox } from '../../text/box.js'
import { pointOf } from '../../text/drawn-place.js'
import {
  AgreementPage,
  EventDetail,
  EventsPage,
  Fault,
  Marks,
  Meta,
  ReportDetail,
  ReportsBeside,
  ReportsPage,
  ReviewAnswer,
} from '../api.js'

let host: string
let store: Store
let ask: (path: string, init?: RequestInit & { readonly cookie?: string }) => Promise<Response>
let enter: () => string

beforeAll(async () => {
  const demo = await demoApp()
  ;({ host, store, token: enter } = demo)
  const session = await demo.open('/events?kind=shelling')
  ask = async (path, { cookie = session, headers, ...init } = {}) =>
    demo.app.request(`http://${host}${path}`, { ...init, headers: { host, cookie, ...headers } })
})
afterAll(() => store.close())

const post = (body: unknown, seat = 'reviewer=Ada') =>
  ask(`/api/reviews?${seat}`, {
    method: 'POST',
    headers: { origin: `http://${host}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
const faultOf = async (response: Response): Promise<string> => Fault.parse(await response.json()).code

describe('the guard', () => {
  it('lets in by a token, once, and takes it out of the address', async () => {
    const token = enter()
    const first = await ask(`/events?kind=shelling&token=${token}`, { cookie: '' })
    expect([first.status, first.headers.get('location')]).toEqual([303, '/events?kind=shelling'])
    expect(first.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Strict/)
    const second = await ask(`/api/meta?token=${token}`, { cookie: '' })
    expect([second.status, await faultOf(second)]).toEqual([401, 'used-token'])
  })

  it.each([
    ['nobody without a session', { cookie: 'herodotus-desk=guess' }, 401, 'no-session'],
    ['no other name of this machine', { headers: { host: 'rebound.example:4280' } }, 421, 'wrong-host'],
    ['no other page', { headers: { origin: 'http://evil.example' } }, 403, 'wrong-origin'],
    ['no page of another site', { headers: { 'sec-fetch-site': 'cross-site' } }, 403, 'wrong-origin'],
    ['no change without an origin', { method: 'POST' }, 403, 'wrong-origin'],
  ] as const)('lets in %s', async (_, init, status, code) => {
    const response = await ask('/api/meta', init)
    expect([response.status, await faultOf(response)]).toEqual([status, code])
  })

  it('says to a person what to do, in a page', async () => {
    const response = await ask('/events', { cookie: '', headers: { accept: 'text/html' } })
    expect(await response.text()).toMatch(/Press Enter in the terminal/)
  })

  it('lets nothing run but the desk’s own files', async () => {
    const { headers } = await ask('/events')
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*script-src 'self'/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })
})

const list = async (query = ''): Promise<EventsPage> =>
  EventsPage.parse(await (await ask(`/api/events?${query}`)).json())

describe('the record', () => {
  it('is listed by pages, filtered and sorted', async () => {
    const all = await list()
    const first = await list('limit=2')
    const second = await list(`limit=2&after=${encodeURIComponent(first.next ?? '')}`)
    expect([...first.events, ...second.events]).toEqual(all.events.slice(0, 4))
    const shellings = await list('kind=shelling')
    expect(shellings.events.length).toBeGreaterThan(0)
    expect(shellings.events.every(({ kind }) => kind === 'shelling')).toBe(true)
    const doubts = (await list('sort=doubt')).events.map(({ doubt }) => doubt)
    expect(doubts).toEqual([...doubts].sort((a, b) => b - a))
  })

  it('is drawn by marks', async () => {
    const { marks, more } = Marks.parse(await (await ask('/api/marks')).json())
    expect([marks.length, more]).toEqual([(await list('limit=200')).events.length, false])
  })

  it('is not sent again to who has all marks as they are', async () => {
    const first = await ask('/api/marks?kind=protest')
    const headers = { 'if-none-match': first.headers.get('etag') ?? '' }
    const again = await ask('/api/marks?kind=protest', { headers })
    expect([again.status, await again.text()]).toEqual([304, ''])
    await store.logExport({ subject: 'events.csv', digest: '0'.repeat(64) })
    const changed = await ask('/api/marks?kind=protest', { headers })
    expect([changed.status, await changed.json()]).toEqual([200, await first.json()])
  })

  it('of a box holds the same for the list, the map and exports: what lies in it', async () => {
    const { marks } = Marks.parse(await (await ask('/api/marks')).json())
    const points = marks.flatMap(({ id, place }) => {
      const point = place && pointOf(place.level, place)
      return point ? [{ id, ...point }] : []
    })
    const [{ latitude, longitude } = { latitude: 0, longitude: 0 }] = points
    const box = { west: longitude - 0.5, south: latitude - 0.5, east: longitude + 0.5, north: latitude + 0.5 }
    const inside = points.filter(point => isInBox(box, point)).map(({ id }) => id)
    expect(inside.length).toBeGreaterThan(0)
    expect(inside.length).toBeLessThan(points.length)
    const asked = `box=${boxWritten(box)}`
    const drawn = Marks.parse(await (await ask(`/api/marks?${asked}`)).json())
    expect(drawn.marks.map(({ id }) => id)).toEqual(inside)
    expect((await list(`limit=200&${asked}`)).events.map(({ id }) => id)).toEqual(inside)
    const own = await list(`limit=200&${asked}&reviewer=Eve&blind=1`)
    expect(own.events.length).toBeGreaterThan(0)
    for (const { place } of own.events)
      expect(place && isInBox(box, { latitude: place.latitude ?? 0, longitude: place.longitude ?? 0 })).toBe(
        true,
      )
    const exported = await ask(`/api/export?format=geojson&${asked}`)
    const { features } = (await exported.json()) as { features: { properties: { occurrence: string } }[] }
    expect(new Set(features.map(({ properties }) => properties.occurrence))).toEqual(new Set(inside))
  })

  it('gives an occurrence with the reports that differ on it', async () => {
    const joined = (await list('limit=200')).events.find(({ reports }) => reports.length > 1)
    const detail = EventDetail.parse(await (await ask(`/api/events/${joined?.id}`)).json())
    expect(detail.tellings.length).toBe(joined?.reports.length)
    expect(detail.matrix.map(({ field }) => field)).toContain('when')
    expect(detail.history.map(({ decision }) => decision.kind)).toEqual(['merge'])
    const other = detail.tellings[1]?.event.id
    expect(EventDetail.parse(await (await ask(`/api/events/${other}`)).json()).id).toBe(detail.id)
  })

  it('gives a report with its events', async () => {
    const [first] = (await list()).events
    const detail = ReportDetail.parse(await (await ask(`/api/reports/${first?.reports[0]?.id}`)).json())
    for (const { triggers } of detail.events) {
      for (const { start, end, exact } of triggers) expect(detail.report.body.slice(start, end)).toBe(exact)
    }
  })

  const reportList = async (query = ''): Promise<ReportsPage> =>
    ReportsPage.parse(await (await ask(`/api/reports?${query}`)).json())

  it('lists reports by pages, filtered and sorted', async () => {
    const all = await reportList()
    const first = await reportList('limit=2')
    const second = await reportList(`limit=2&after=${encodeURIComponent(first.next ?? '')}`)
    expect([...first.reports, ...second.reports]).toEqual(all.reports.slice(0, 4))
    const [one] = all.reports
    const { events } = await list(`limit=200&report=${one?.id}`)
    expect([one?.events, one?.undecided]).toEqual([
      events.length,
      events.filter(({ undecided }) => undecided > 0).length,
    ])
    const named = await reportList(`words=${encodeURIComponent(one?.name ?? '')}`)
    expect(named.reports).toContainEqual(one)
    expect((await reportList('review=empty')).reports).toEqual([])
  })

  it('gives what stands beside a report in the list', async () => {
    const { reports } = await reportList('sort=undecided')
    const [before, here, after] = reports
    const beside = await ask(`/api/reports/${here?.id}/beside?sort=undecided`)
    expect(ReportsBeside.parse(await beside.json())).toEqual({ before, after })
  })

  it.each([
    ['/api/reports?sort=time', 400, 'bad-request'],
    ['/api/reports?from=soon', 400, 'bad-request'],
    ['/api/reports?after=nonsense', 400, 'bad-cursor'],
    ['/api/reports/nonsense/beside', 404, 'no-report'],
    ['/api/events?kind=bombardment', 400, 'bad-request'],
    ['/api/events?after=nonsense', 400, 'bad-cursor'],
    ['/api/marks?box=1,2,3', 400, 'bad-request'],
    ['/api/export?format=csv&box=1,9,3,4', 400, 'bad-request'],
    ['/api/events/event:ffffffffffffffff', 404, 'no-event'],
    ['/api/reports/report:ffffffffffffffff', 404, 'no-report'],
    ['/api/nothing', 404, 'no-such-path'],
    ['/api/export?format=nothing', 400, 'bad-export'],
    ['/api/export?format=csv&event=event:ffffffffffffffff', 404, 'no-event'],
    ['/api/page/event/event:ffffffffffffffff', 404, 'no-event'],
    ['/api/page/report/report:ffffffffffffffff', 404, 'no-report'],
    ['/api/page/report/nonsense', 404, 'no-report'],
  ])('%s is refused in words', async (path, status, code) => {
    const response = await ask(path)
    expect([response.status, await faultOf(response)]).toEqual([status, code])
  })

  it('says what is wrong with a box', async () => {
    const { message } = Fault.parse(await (await ask('/api/events?box=1,9,3,4')).json())
    expect(message).toBe('box: South (9) must be less than north (4).')
  })

  it('goes as one HTML file that runs nothing', async () => {
    const joined = (await list('limit=200')).events.find(({ reports }) => reports.length > 1)
    for (const path of [`event/${joined?.id}`, `report/${joined?.reports[0]?.id}`]) {
      const response = await ask(`/api/page/${path}?download=1`)
      const { headers } = response
      expect(headers.get('content-security-policy')).toMatch(
        /^default-src 'none'; style-src 'sha256-[^']+'; /,
      )
      expect(headers.get('content-disposition')).toMatch(
        /^attachment; filename="herodotus-\w+-[0-9a-f]+\.html"$/,
      )
      expect(await response.text()).toMatch(/^<!doctype html>.*sha256 [0-9a-f]{64}.*<\/html>\n$/s)
    }
  })

  it('one event goes out by itself', async () => {
    const joined = (await list('limit=200')).events.find(({ reports }) => reports.length > 1)
    const { tellings } = EventDetail.parse(await (await ask(`/api/events/${joined?.id}`)).json())
    const text = await (await ask(`/api/export?format=jsonl&event=${joined?.id}`)).text()
    const told = text
      .trim()
      .split('\n')
      .map(row => /event:[0-9a-f]{16}/.exec(row)?.[0])
    expect(new Set(told)).toEqual(new Set(tellings.map(({ event }) => event.id)))
  })

  it('has no borders of its own unless it was given some', async () => {
    expect((await ask('/api/borders')).status).toBe(204)
  })

  it('goes out in every form', async () => {
    const { formats } = Meta.parse(await (await ask('/api/meta')).json())
    for (const { name, extension } of formats) {
      const response = await ask(`/api/export?format=${name}`)
      expect([name, response.status]).toEqual([name, 200])
      expect(response.headers.get('content-disposition')).toContain(`.${extension}`)
      expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(0)
    }
    const zip = new Uint8Array(await (await ask('/api/export?format=acled&sidecar=1')).arrayBuffer())
    expect(String.fromCharCode(...zip.slice(0, 2))).toBe('PK')
  })

  it('is described for other programs', async () => {
    const page = (await (await ask('/api/openapi.json')).json()) as { openapi: string; paths: object }
    expect(page.openapi).toBe('3.1.0')
    expect(Object.keys(page.paths)).toContain('/api/reviews')
  })
})

describe('a decision', () => {
  const at = (minute: number): string => `2032-06-01T10:${String(minute).padStart(2, '0')}:00.000Z`
  const single = async () => {
    const found = (await list('limit=200&review=undecided')).events.find(
      ({ reports }) => reports.length === 1,
    )
    if (!found) throw new Error('the demo has an event that one report tells')
    return EventDetail.parse(await (await ask(`/api/events/${found.id}`)).json())
  }

  it('is kept once, and answered with what became of the event', async () => {
    const { id, tellings } = await single()
    const status = tellings[0]?.event.status
    const request = {
      at: at(1),
      event: id,
      path: 'status',
      saw: { field: 'status', value: status?.value, evidence: status?.evidence },
      seen: null,
      decision: { kind: 'accept' },
    }
    const answer = ReviewAnswer.parse(await (await post(request)).json())
    expect(answer.event?.tellings[0]?.event.status.decided).toMatchObject({
      how: 'accepted',
      reviewer: 'Ada',
    })
    const again = ReviewAnswer.parse(await (await post(request)).json())
    expect(again.review).toBe(answer.review)
    expect(answer.event?.history).toEqual(again.event?.history)

    const late = await post({ ...request, at: at(2), decision: { kind: 'accept' } }, 'reviewer=Bea')
    expect([late.status, await faultOf(late)]).toEqual([409, 'changed'])

    const undo = { at: at(3), event: null, path: null, saw: null, seen: null }
    const others = await post({ ...undo, decision: { kind: 'undo', review: answer.review } }, 'reviewer=Bea')
    expect([others.status, await faultOf(others)]).toEqual([422, 'not-own'])
    const undone = ReviewAnswer.parse(
      await (await post({ ...undo, decision: { kind: 'undo', review: answer.review } })).json(),
    )
    expect(undone.event?.tellings[0]?.event.status.decided).toBeNull()
  })

  it('sets a value with its words, or is refused at its field', async () => {
    const { id, tellings } = await single()
    const trigger = tellings[0]?.event.triggers[0]
    const added = (value: unknown, words: unknown) => ({
      at: at(5),
      event: id,
      path: null,
      saw: null,
      seen: null,
      decision: { kind: 'correct', field: 'when', value, words },
    })
    const bad = await post(added({ edtf: 'soon' }, null))
    expect(bad.status).toBe(422)
    expect(Fault.parse(await bad.json())).toMatchObject({ code: 'not-a-value', field: 'edtf' })
    const beyond = await post(added({ edtf: '2032-05' }, [{ start: 1_000_000, end: 1_000_002 }]))
    expect(Fault.parse(await beyond.json())).toMatchObject({ code: 'words-not-found', field: 'words' })
    const words = [{ start: trigger?.start, end: trigger?.end }]
    const { event } = ReviewAnswer.parse(await (await post(added({ edtf: '2032-05' }, words))).json())
    const set = event?.tellings[0]?.event.when.find(({ value }) => value.edtf === '2032-05')
    expect(set).toMatchObject({ value: { earliest: '2032-05-01' }, evidence: [{ exact: trigger?.exact }] })
  })

  it('that is blind shows to nobody else who is', async () => {
    const { id } = await single()
    const whole = { event: id, path: null, saw: null, seen: null }
    const rejected = await post(
      { ...whole, at: at(7), decision: { kind: 'reject' } },
      'reviewer=Cleo&blind=1',
    )
    expect(rejected.status).toBe(200)
    const asDora = await ask(`/api/events/${id}?reviewer=Dora&blind=1`)
    expect(EventDetail.parse(await asDora.json()).history).toEqual([])
    const asCleo = await ask(`/api/events/${id}?reviewer=Cleo&blind=1`)
    expect(asCleo.status).toBe(404)
  })

  it('that others took does not count in the list of reports of who is blind', async () => {
    const { id, mark } = await single()
    const report = mark.reports[0]?.id
    const counts = async (seat: string, query = ''): Promise<string[]> => {
      const page = await ask(`/api/reports?sort=undecided&limit=200&${query}&${seat}`)
      return ReportsPage.parse(await page.json()).reports.map(
        one => `${one.id} ${one.events} ${one.undecided} ${one.contested}`,
      )
    }
    const asBea = 'reviewer=Bea&blind=1'
    const before = await counts(asBea)
    const whole = { event: id, path: null, saw: null, seen: null, decision: { kind: 'reject' } }
    expect((await post({ ...whole, at: at(12) }, 'reviewer=Ada')).status).toBe(200)
    const ofReport = (all: readonly string[]) => all.find(row => row.startsWith(`${report} `))
    expect(await counts(asBea)).toEqual(before)
    expect(ofReport(await counts('reviewer=Ada'))).not.toBe(ofReport(before))
    expect(await counts(asBea, 'review=decided')).toEqual([])
    expect((await post({ ...whole, at: at(13) }, asBea)).status).toBe(200)
    expect(ofReport(await counts(asBea))).not.toBe(ofReport(before))
    const beside = await ask(`/api/reports/${report}/beside?review=decided&${asBea}`)
    expect(ReportsBeside.parse(await beside.json())).toMatchObject({ before: null })
  })

  it('adds an event to a report of which nothing was read', async () => {
    const { snapshot, reading } = await readReport(
      {
        bytes: new TextEncoder().encode('A quiet street in Velat. The mill stood still.'),
        source: 'quiet',
        mediaType: 'text/plain',
        charset: 'utf-8',
        capturedAt: '2032-05-30T00:00:00Z',
        given: { name: 'quiet', published: '2032-05-30', outlet: null, headline: null },
      },
      await loadTools({ reader: 'lexicon' }),
    )
    expect(reading.events).toEqual([])
    await store.save(snapshot, reading)
    const adding = (report: string, minute: number) =>
      post({
        at: at(minute),
        event: null,
        path: null,
        saw: null,
        seen: null,
        decision: { kind: 'add', report, eventKind: 'strike', words: [{ start: 29, end: 33 }] },
      })
    const { event } = ReviewAnswer.parse(await (await adding(reading.report.id, 10)).json())
    expect(event?.mark).toMatchObject({ kind: 'strike', trigger: 'mill' })
    const nowhere = await adding('report:ffffffffffffffff', 11)
    expect([nowhere.status, await faultOf(nowhere)]).toEqual([404, 'no-report'])
  })

  it('of two who are blind is compared', async () => {
    const { id } = await single()
    const whole = { event: id, path: null, saw: null, seen: null }
    await post({ ...whole, at: at(8), decision: { kind: 'accept' } }, 'reviewer=Dora&blind=1')
    await post({ ...whole, at: at(9), decision: { kind: 'reject' } }, 'reviewer=Cleo&blind=1')
    const page = AgreementPage.parse(await (await ask('/api/agreement?a=Cleo&b=Dora')).json())
    expect(page.slots.find(({ slot }) => slot === 'event')).toMatchObject({ units: 1, agreed: 0 })
    expect(page.differences).toContainEqual(
      expect.objectContaining({
        event: id,
        slot: 'event',
        a: { how: 'rejected', text: '', value: null },
        b: { how: 'kept', text: '', value: null },
        settledBy: null,
      }),
    )
  })

  it.each([[{}], [null], ['text'], [{ at: 'yesterday' }]])('that is none (%j) is refused', async body => {
    const response = await post(body)
    expect([response.status, await faultOf(response)]).toEqual([400, 'bad-request'])
  })
})
