import { describe, expect, it } from 'vitest'
import { loadTools } from '../load-tools.js'
import type { Event } from '../model/event.js'
import type { Reading } from '../model/reading.js'
import type { EventKind } from '../model/vocabulary.js'
import { readReport } from '../read-report.js'
import { ruleMeaning } from '../rule-meanings.js'
import { Explanation, type FieldExplanation } from './explanation.js'
import { explain, fieldsOf } from './index.js'

const tools = await loadTools({ reader: 'lexicon' })

async function read(text: string, published: string | null = '2031-03-06'): Promise<Reading> {
  const given = { name: 'test', published, outlet: null, headline: null }
  const bytes = new TextEncoder().encode(text)
  const capture = { bytes, source: 'test', mediaType: 'text/plain', charset: 'utf-8', given }
  return (await readReport({ ...capture, capturedAt: '2031-03-07T00:00:00Z' }, tools)).reading
}

function eventOf(reading: Reading, kind: EventKind): Event {
  const event = reading.events.find(one => one.kind.value === kind)
  if (!event) throw new Error(`no ${kind} among ${reading.events.map(one => one.kind.value).join(', ')}`)
  return event
}

/** One field of the first event of a kind. */
async function fieldOf(
  text: string,
  kind: EventKind,
  field: string,
  published?: string | null,
): Promise<FieldExplanation> {
  const reading = await read(text, published)
  const [found] = explain(reading, eventOf(reading, kind), field, ruleMeaning).fields
  if (!found) throw new Error(`nothing on ${field}`)
  return found
}

describe('the kind', () => {
  it('names the row of the table, the kinds that lost, and the words that would have told one of them', async () => {
    const kind = await fieldOf('Gunmen carried out an attack in Velat on Monday.', 'attack', 'kind')
    expect(kind.by).toBe('lexicon:attack/noun/attack')
    expect(kind.lost.map(({ value }) => value)).toContain('shelling')
    expect(kind.change).toMatch(/^It would be [a-z-]+ if “.+” (?:or the like )?stood in/)
  })
})

describe('the status', () => {
  const by = (text: string, kind: EventKind) => fieldOf(text, kind, 'status')

  it.each<[string, string, EventKind, RegExp]>([
    [
      'a voice',
      'Rebels shelled Velat on Monday, the army said.',
      'shelling',
      /^It would be asserted, were .*“said”.* not there\.$/,
    ],
    [
      'a modal',
      'Rebels will shell Velat on Friday.',
      'shelling',
      /^It would be asserted, were “will” .* not there\.$/,
    ],
    [
      'a negation',
      'Rebels did not shell Velat.',
      'shelling',
      /^It would be asserted, were “not” .* not there\.$/,
    ],
    [
      'nothing',
      'Rebels shelled Velat on Monday.',
      'shelling',
      /^It would be attributed if .*; the report cites nobody\.$/,
    ],
  ])('would be another but for %s', async (_, text, kind, change) => {
    expect((await by(text, kind)).change).toMatch(change)
  })

  it('is the strongest of what is told, and the weaker tellings lost to it', async () => {
    const status = await by(
      'Rebels shelled Velat on Monday, the army said. The shelling of Velat went on for an hour.',
      'shelling',
    )
    expect(status.value).toBe('asserted')
    expect(status.lost).toMatchObject([{ value: 'attributed', by: 'status:within-attribution' }])
    expect(status.change).toMatch(/^Without “shelling” .* it would be attributed/)
  })
})

describe('the time', () => {
  it('says what it was reckoned from', async () => {
    const when = await fieldOf('Rebels shelled Velat on Monday.', 'shelling', 'when.0')
    expect(when.reasons.map(({ says }) => says)).toContain(
      'reckoned from the publication, 2031-03-06, as given',
    )
    expect(when.change).toContain('2031-03-06')
  })

  it('says which time told before it was reckoned from', async () => {
    const text = 'Rebels took Velat on 4 March 2031. The army shelled it the next day.'
    const when = await fieldOf(text, 'shelling', 'when.0')
    expect(when.reasons.map(({ says }) => says).join()).toMatch(/reckoned from “4 March 2031”/)
  })

  it('asks for the date of publication where that is all that lacks', async () => {
    const when = await fieldOf('Rebels shelled Velat on Monday.', 'shelling', 'when.0', null)
    expect(when.value).toMatchObject({ edtf: null })
    expect(when.change).toMatch(/^With a publication date “Monday”/)
  })

  it('tells of a time that is of another event', async () => {
    const text = 'Rebels shelled the town after police arrested a man on Monday.'
    const when = await fieldOf(text, 'shelling', 'when')
    expect(when.value).toBeNull()
    expect(when.lost.map(({ value }) => value)).toEqual(['Monday'])
    expect(when.lost[0]?.why).toMatch(/time of “arrested”/)
  })
})

describe('a place', () => {
  it('names its entry and the others of the name, with their scores', async () => {
    const text = 'Rebels in Lebanon shelled Tripoli on Monday. Lebanese police fled.'
    const where = await fieldOf(text, 'shelling', 'where.0')
    expect(where.value).toMatchObject({ country: 'LB' })
    expect(where.reasons.map(({ says }) => says).join()).toMatch(/the gazetteer's entry is .*LB/)
    expect(where.lost.find(({ value }) => value.includes('LY'))).toMatchObject({ by: 'place:less-likely' })
  })

  it('that no gazetteer has would need one that does', async () => {
    const where = await fieldOf('Rebels carried out a shelling in Zzyvelat on Monday.', 'shelling', 'where.0')
    expect(where.change).toMatch(/^With a gazetteer that has “.*Zzyvelat”/)
  })
})

describe('an actor', () => {
  it('names its entry in the registry, and who else bore the name', async () => {
    const text = 'The RAF carried out air strikes in Velat on Monday.'
    const by = await fieldOf(text, 'air-strike', 'initiators.0')
    expect(by.reasons.map(({ says }) => says).join()).toMatch(/the registry's entry is actor:royal-air-force/)
    expect(by.lost).toContainEqual(expect.objectContaining({ by: 'actor:other-time' }))
  })

  it('that is not in it could be added', async () => {
    const by = await fieldOf('Hill rebels shelled Velat on Monday.', 'shelling', 'initiators.0')
    expect(by.change).toContain('herodotus actors add')
  })
})

describe('harm', () => {
  const text = 'Rebels shelled Velat on Monday, killing at least 12 people, including three children.'

  it('says what a number is part of', async () => {
    const reading = await read(text)
    const { fields } = explain(reading, eventOf(reading, 'shelling'), 'harm', ruleMeaning)
    expect(fields.flatMap(({ reasons }) => reasons.map(({ says }) => says)).join()).toMatch(
      /it is part of “at least 12/,
    )
    expect(fields[0]?.change).toMatch(/^It would have an upper bound/)
  })
})

describe('a voice', () => {
  it('says what it covers, and what the event would be without it', async () => {
    const text = 'Rebels shelled Velat on Monday, the army said.'
    const said = await fieldOf(text, 'shelling', 'said.0')
    expect(said.words.map(({ exact }) => exact)).toEqual(['the army', 'said'])
    expect(said.reasons[0]?.says).toMatch(/says of “shelled” .*\(event\)/)
    expect(said.change).toMatch(/and the event would be asserted\.$/)
  })
})

describe('whatever the event', () => {
  const text =
    'Rebels shelled Velat on Monday, killing 12, the army said. The army denied that it had bombed the town. ' +
    'Police may arrest a man on Friday. Talks in Geneva failed, “the enemy” left. The war in Syria began in 2011.'

  it('an explanation has every field of the record, in its documented form, and is the same twice', async () => {
    const reading = await read(text)
    expect(reading.events.length).toBeGreaterThan(3)
    for (const event of reading.events) {
      const all = explain(reading, event, null, ruleMeaning)
      expect(Explanation.parse(all)).toEqual(all)
      expect(explain(reading, event, null, ruleMeaning)).toEqual(all)
      const asked = fieldsOf(event).flatMap(field => explain(reading, event, field, ruleMeaning).fields)
      expect(new Set(asked.map(({ field }) => field))).toEqual(new Set(all.fields.map(({ field }) => field)))
    }
  })

  it('is explained from its events and claims alone where a reading has no labels', async () => {
    const reading = await read(text)
    const bare = { triggers: [], mentions: [], roles: [], harms: [], attributions: [], same: [] }
    for (const event of reading.events) {
      const { fields } = explain({ ...reading, labels: bare }, event, null, ruleMeaning)
      expect(fields.every(({ change }) => change.length > 0)).toBe(true)
    }
  })
})
