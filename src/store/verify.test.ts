import { beforeEach, expect, test } from 'vitest'
import { onBothEngines } from '../../test/databases.js'
import type { IntegrityFault } from '../ports.js'
import { madeUp, madeUpReview } from './made-up.js'
import { openMadeUp } from './made-up-rules.js'

onBothEngines(({ another, tamper: change, zeroByte }) => {
  let path: string
  beforeEach(async () => {
    path = await another()
    const store = await openMadeUp(path)
    const text = 'Rebels shelled Vesna on 5 March 2031, officials said. Troops raided Oster.'
    const { snapshot, reading } = madeUp({
      name: 'wire',
      text,
      events: [
        {
          trigger: 'shelled',
          when: [['5 March 2031', '2031-03-05']],
          place: 'Vesna',
          initiator: 'Rebels',
          holder: 'officials',
        },
        { trigger: 'raided', where: [{ name: 'Oster', at: [32.5, 13] }], initiator: 'Troops' },
      ],
    })
    await store.save(snapshot, reading)
    const [event] = reading.events
    if (!event) throw new Error('the made-up report tells an event')
    await store.appendReview(madeUpReview(event, { note: 'seen' }))
    await store.close()
  })
  /** Changes rows behind the back of the program, as somebody with the database in hand can. */
  async function tamper(...statements: string[]): Promise<void> {
    for (const changed of await change(path, ...statements)) expect(changed).toBeGreaterThan(0)
  }

  async function faults(): Promise<IntegrityFault[]> {
    const store = await openMadeUp(path, { mode: 'read' })
    const found: IntegrityFault[] = []
    for await (const fault of store.verify()) found.push(fault)
    await store.close()
    return found
  }

  test('a record as it was kept has no faults', async () => {
    expect(await faults()).toEqual([])
  })

  const one = '1'.padStart(64, '0')
  const tamperings: readonly (readonly [statement: string, found: RegExp])[] = [
    [`update snapshots set bytes = ${zeroByte}`, /snapshot:.*bytes/],
    [`update snapshots set id = 'snapshot:${one}'`, /snapshot:/],
    ['delete from snapshots', /snapshot:.*not kept/],
    ["update captures set source = 'elsewhere.txt'", /capture:.*hash/],
    ["update captures set captured_at = '2030-01-01T00:00:00Z'", /capture:.*hash/],
    ["update captures set given = '{}'", /capture:.*given/],
    ["update captures set media_type = 'image/png'", /capture:.*media type image\/png/],
    ['delete from captures', /capture:.*not kept/],
    ["update reports set id = 'report:0000000000000000'", /report:0000000000000000.*not named/],
    ["update reports set snapshot = 'x'", /report:.*not named/],
    ['delete from reports', /report:.*not kept/],
    ["update bodies set text = replace(text, 'shelled', 'spared!')", /body:.*hash/],
    ["update bodies set text = replace(text, 'shelled', 'spared!')", /claim:.*trigger: "shelled".*"spared!"/],
    ['delete from bodies', /reading:.*body/],
    ["update readings set id = 'reading:0000000000000000'", /reading:0000000000000000.*hash/],
    ["update readings set id = 'x'", /x.*form of/],
    ["update readings set name = 'OTHER'", /reading:.*name is OTHER/],
    ["update readings set report = 'report:0000000000000000'", /reading:.*report is report:0000000000000000/],
    ["update readings set capture = 'capture:0'", /capture:0/],
    ["update readings set versions = replace(versions, 'made-up 1', 'made-up 2')", /reading:.*hash/],
    ["update readings set report_json = replace(report_json, '2031-03-06', '2031-03-05')", /reading:.*hash/],
    ["update readings set report_json = replace(report_json, 'prose', 'verse')", /reading:.*regions/],
    ["update readings set labels = '{}'", /reading:.*labels/],
    ["update readings set notes = 'nothing'", /reading:.*notes: not JSON/],
    [`update readings set sha256 = '${one}'`, /reading:.*hash/],
    ['update readings set seq = 7', /reading 1.*not kept/],
    ['delete from readings', /reading 1.*not kept/],
    ["update events set json = replace(json, 'asserted', 'negated')", /reading:.*hash/],
    [`update events set json = replace(json, '"attack"', '"feast"')`, /event:.*kind\.value/],
    ['update events set json = replace(json, \'"Vesna"\', \'"Vesno"\')', /event:.*"Vesno".*"Vesna"/],
    ["update events set kind = 'riot'", /events has .*riot/],
    ["update events set status = 'negated'", /events has .*negated/],
    ["update events set time_key = 'undated' where position = 0", /events lacks .*2031-03-05/],
    ["update events set report_name = 'other'", /events has .*other/],
    ["update events set id = 'event:0000000000000000' where position = 0", /events lacks .*event:/],
    ['update events set position = position + 5', /events lacks/],
    ['delete from events where position = 1', /reading:.*hash/],
    ["update event_times set earliest = '2031-03-04'", /event_times has .*2031-03-04/],
    ['delete from event_times', /event_times lacks/],
    ["update event_names set name = 'OSLO' where name = 'VESNA'", /event_names has .*OSLO/],
    ["delete from event_names where field = 'holder'", /event_names lacks .*OFFICIALS/],
    ["insert into event_names values (1, 9, 'place', 'OSLO', '', '', '', '')", /event_names has .*OSLO/],
    ["insert into event_names values (4, 0, 'place', 'OSLO', '', '', '', '')", /reading 4.*event_names/],
    ['update event_points set latitude = 33', /event_points has .*"latitude":33,/],
    ['delete from event_points', /event_points lacks .*"longitude":13,/],
    ["insert into event_points values (4, 0, 1, 1, '', '', '', '')", /reading 4.*event_points/],
    ["update claims set json = replace(json, 'report', 'nobody')", /claim:/],
    ["update claims set id = 'claim:0000000000000000' where position = 0", /claims lacks/],
    ['delete from claims where position = 0', /names claim:/],
    ["update quotes set exact = 'spared' where exact = 'shelled'", /quotes has .*spared/],
    ['update quotes set start_offset = start_offset + 1', /quotes lacks/],
    ["update quotes set field = 'where.0' where field = 'triggers.0'", /quotes lacks/],
    ['delete from quotes', /quotes lacks/],
    ["update reviews set reviewer = 'Bob'", /review:.*reviewer is Bob/],
    ["update reviews set json = replace(json, 'accept', 'reject')", /review:.*hash/],
    ["update reviews set json = 'x'", /review:.*not JSON/],
    ["update reviews set event = 'event:0000000000000000'", /review:.*event is event:0000000000000000/],
    ['delete from reviews', /review:[0-9a-f]{16}: line 3 of the log/],
    ["update events set first_day = ''", /events has .*"first_day":""/],
    ["update event_names set time_key = 'undated' where name = 'VESNA'", /event_names has .*undated/],
    ["delete from names where name = 'VESNA'", /VESNA.*not kept/],
    ['update passages set end_offset = end_offset - 1', /body:.*passages/],
    ['delete from event_passages where event = 1', /reading:.*passages/],
    ['insert into superseded values (1, 1)', /reading:.*replaced by 1 beside none/],
    ['delete from urgency where event = 0', /urgency lacks/],
    ['update urgency set doubt = 1 where event = 1', /urgency has .*"doubt":1,/],
    [
      "update event_names set name = 'decided' where name = 'undecided' and event = 1",
      /event_names has .*decided/,
    ],
    ["update listed_reports set published = '2030-01-01'", /reading:.*listed.*otherwise/],
    ['update listed_reports set undecided = 2 where until is null', /reading:.*listed.*otherwise/],
    ['update listed_reports set until = 3 where until is null', /reading:.*listed.*not once/],
    ['delete from listed_reports', /reading:.*listed.*not once/],
    ['update listed_reports set reading = 7', /reading 7.*listed_reports/],
    ['delete from shown where since = 0', /event:.*shows it otherwise/],
    ['delete from shown where since > 0', /event:.*since when/],
    ["update shown set sha256 = 'x' where since > 0", /event:.*decisions made of it.*hash/],
    ['update shown set until = 9 where since > 0', /event:.*does not show it/],
    ['insert into shown values (1, 1, 0, 2, null)', /event:.*does not show it/],
    ['insert into shown values (1, 9, 0, 2, null)', /reading 1: .*nothing made it/],
    [
      "update events set json = replace(json, 'accepted', 'added') where position = 2",
      /event:.*decisions made.*hash/,
    ],
    ["update events set json = '[]' where position = 2", /event:.*edition:/],
    ["insert into other_ids values ('event:1', 1, 0)", /other_ids has .*event:1/],
    ["delete from review_subjects where subject like 'report:%'", /review:.*about/],
    ["insert into loose_reviews values (1, 0, null, 'x')", /review:.*fits/],
    ["insert into loose_reviews values (7, 0, null, 'x')", /review 7.*not kept/],
    ["update log set who = 'Bob' where seq = 2", /log:2.*digest/],
    ["update log set at = '2031-01-01T00:00:00Z' where seq = 3", /log:3.*digest/],
    ['update log set digest = subject where seq = 1', /capture:.*behind the log/],
    ['delete from log where seq = 2', /log:3.*what was between is gone/],
    ['delete from log where seq = 3', /review:.*behind the log/],
    ["insert into log values (4, '', '', 'export', 'x', '', '', '')", /log:4.*does not follow/],
  ]
  test.each(tamperings)('%s', async (statement, expected) => {
    await tamper(statement)
    const found = (await faults()).map(({ id, message }) => `${id}: ${message}`)
    expect(found.join('\n')).toMatch(expected)
  })

  test('a damaged event is not shown as if it were whole', async () => {
    await tamper("update bodies set text = replace(text, 'shelled', 'spared!')")
    const store = await openMadeUp(path, { mode: 'read' })
    await expect(store.events({})[Symbol.asyncIterator]().next()).rejects.toMatchObject({ code: 'damaged' })
    await store.close()
  })
})
