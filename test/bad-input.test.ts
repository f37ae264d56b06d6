// Reports that are hard to read, through the whole core path: the record stays true to the words, and what is told of one
// incident does not appear in another. A reader is added by a row of `readers`.
import { describe, expect, it } from 'vitest'
import { loadTools } from '../src/load-tools.js'
import type { Event } from '../src/model/event.js'
import type { Sourced } from '../src/model/sourced.js'
import { readReport } from '../src/read-report.js'

const readers = ['lexicon']

const encoder = new TextEncoder()

async function eventsOf(reader: string, text: string): Promise<readonly Event[]> {
  const capture = {
    bytes: encoder.encode(text),
    source: 'test',
    mediaType: 'text/plain',
    charset: 'utf-8',
    capturedAt: '2031-06-01T00:00:00Z',
    given: { name: 'test', published: '2031-05-09', outlet: null, headline: null },
  }
  const { reading } = await readReport(capture, await loadTools({ reader }))
  for (const { triggers } of reading.events) {
    for (const { start, end, exact } of triggers) expect(reading.report.body.slice(start, end)).toBe(exact)
  }
  return reading.events
}

const fields = ['when', 'where', 'initiators', 'targets', 'means', 'harm', 'said'] as const

/** What an event has from the words of an incident that is not its own; incidents are told one after the other. */
function bleeding(events: readonly Event[], incidents: readonly string[]): string[] {
  const text = incidents.join('\n\n')
  const starts = incidents.map((_, i) => incidents.slice(0, i).join('\n\n').length + (i > 0 ? 2 : 0))
  const incidentAt = (offset: number): number => starts.findLastIndex(start => start <= offset)
  return events.flatMap(event => {
    const [first] = event.triggers
    const own = incidentAt(first.start)
    const strays = (name: string, words: readonly { readonly start: number; readonly exact: string }[]) =>
      words.flatMap(({ start, exact }) => {
        expect(text.slice(start, start + exact.length)).toBe(exact)
        return incidentAt(start) === own
          ? []
          : [`${first.exact} of ${own}: ${name} “${exact}” of ${incidentAt(start)}`]
      })
    const values = (name: (typeof fields)[number]): string[] =>
      (event[name] as readonly Sourced<unknown>[]).flatMap(({ evidence }) => strays(name, evidence))
    return [...strays('trigger', event.triggers), ...fields.flatMap(values)]
  })
}

const holdersOf = ({ said }: Event, about?: string): (string | null)[] =>
  said.flatMap(({ value }) => (about === undefined || value.about === about ? [value.holder] : []))
const killed = ({ harm }: Event): (number | null)[] =>
  harm.flatMap(({ value: { what, low } }) => (what === 'killed' ? [low] : []))
const told = (events: readonly Event[], kind: string): Event[] =>
  events.filter(event => event.kind.value === kind)

/** Eighty incidents, each of a place of its own. */
const list = Array.from({ length: 80 }, (_, i) => {
  const stem = ['Abal', 'Bern', 'Cost', 'Delm', 'Erst', 'Falk', 'Gorm', 'Hald'][i % 8]
  const place = `${stem}${['ova', 'esk', 'inar', 'oum', 'ut', 'iya', 'agrad', 'oril', 'enz', 'aba'][Math.floor(i / 8)]}`
  const day = `${(i % 28) + 1} May`
  return [
    `- ${day}: A bomb exploded in ${place}, killing ${i + 2} people, police said.`,
    `- ${day}: Rebels shelled a school in ${place} and wounded ${i + 2} civilians.`,
    `- ${day}: Gunmen abducted ${i + 2} teachers in ${place}, residents said.`,
    `- ${day}: Troops arrested ${i + 2} protesters in ${place}.`,
  ][i % 4] as string
})

const liveBlog = [
  '9 May, 14:20\nA car bomb exploded in Karsk, killing nine people, a hospital official said.',
  '9 May, 13:05\nThe army shelled the town of Dorvan. Two civilians were wounded, according to the governor.',
  '8 May, 21:40\nA drone strike hit a depot in Melin. No one was killed.',
  '8 May, 11:15\nThe army shelled the town of Velat, wounding a girl, a doctor said.',
  '7 May, 18:30\nA drone strike hit a fuel depot in Tarnov, wounding three workers.',
  '7 May, 08:00\nGunmen killed four soldiers in Ketra on Monday, the ministry said.',
]

describe.each(readers)('the %s reader', reader => {
  it('keeps both sides of a contradiction within one sentence, each with its voice', async () => {
    const [event, ...more] = await eventsOf(
      reader,
      'Police said four farmers were killed in Dorvan on Tuesday, while a students’ union said 40 were killed.',
    )
    expect(more).toEqual([])
    expect(event && [event.status.value, killed(event), holdersOf(event, 'harm')]).toEqual([
      'attributed',
      [4, 40],
      ['Police', 'students’ union'],
    ])
  })

  it('does not put one voice’s words into the mouth of another', async () => {
    const [event] = await eventsOf(
      reader,
      'The army denied that it had shelled the town of Velat on Monday and residents said 12 people were killed.',
    )
    const lines = event?.said.map(({ value: { holder, stance, about } }) => `${holder} ${stance} ${about}`)
    expect(event?.status.value).not.toBe('asserted')
    expect(lines).toContain('residents says harm')
    expect(lines).not.toContain('army denies harm')
    expect(lines).not.toContain('army says harm')
  })

  it('ends a quotation that never closes with its paragraph', async () => {
    const incidents = [
      '“We shelled the bridge at Velat on Monday, the rebel commander said. “We will not stop.',
      'A bomb exploded in Dorvan on Tuesday, killing three people, police said.',
      '"The raid on Karsk was ours, the militia said in a statement.',
      'Soldiers arrested five men in Melin on Wednesday.',
    ]
    const events = await eventsOf(reader, incidents.join('\n\n'))
    expect(bleeding(events, incidents)).toEqual([])
    expect(told(events, 'bombing').map(event => new Set(holdersOf(event)))).toEqual([new Set(['police'])])
    expect(told(events, 'arrest').map(({ status, said }) => [status.value, said])).toEqual([['asserted', []]])
  })

  it.each([
    'The army said the police said the army said rebels had shelled the town of Velat on Monday.',
    'Rebels had shelled the town of Velat on Monday, the army said, citing the police, who cited the army.',
    'The army said, citing the police, which cited the army, that rebels had shelled the town of Velat on Monday.',
    'According to the army, according to the police, according to the army, rebels shelled the town of Velat on Monday.',
  ])('says that it is only said, whoever cites whom: %s', async text => {
    const events = await eventsOf(reader, text)
    expect(events.map(({ status }) => status.value)).toEqual(['attributed'])
    const voices = events.flatMap(({ said }) => said.flatMap(({ value: { holder, via } }) => [holder, via]))
    expect(voices.length).toBeGreaterThan(0)
    for (const voice of voices) expect(['army', 'police', null]).toContain(voice)
  })

  it('gives all of a report that is one long quotation to who speaks', async () => {
    const incidents = [
      'The Valley Liberation Front said in a statement:',
      '“On Monday the army shelled the town of Dorvan and killed three civilians.',
      '“On Tuesday soldiers arrested 12 farmers in Karsk.',
      '“Gunmen abducted two doctors in Melin on Wednesday.”',
    ]
    const events = await eventsOf(reader, incidents.join('\n\n'))
    expect(events.map(({ status }) => status.value)).toEqual(['attributed', 'attributed', 'attributed'])
    for (const event of events)
      expect(new Set(holdersOf(event))).toEqual(new Set(['Valley Liberation Front']))
    expect(
      bleeding(
        events.map(event => ({ ...event, said: [] })),
        incidents,
      ),
    ).toEqual([])
  })

  it('tells the 80 incidents of a list apart', async () => {
    const events = await eventsOf(reader, list.join('\n\n'))
    expect(bleeding(events, list)).toEqual([])
    expect(events).toHaveLength(80)
    expect(events.flatMap(({ harm }) => harm.map(({ value }) => value.low))).toEqual(
      list.map((_, i) => i + 2),
    )
  })

  it('tells the entries of a live blog apart, newest first', async () => {
    const events = await eventsOf(reader, liveBlog.join('\n\n'))
    expect(bleeding(events, liveBlog)).toEqual([])
    expect(events.map(({ kind }) => kind.value)).toEqual([
      'bombing',
      'shelling',
      'drone-strike',
      'shelling',
      'drone-strike',
      'attack',
    ])
    expect(events.map(event => [...new Set(holdersOf(event))])).toEqual([
      ['hospital official'],
      ['governor'],
      [],
      ['doctor'],
      [],
      ['ministry'],
    ])
  })

  it('keeps every state of a total that is corrected, adds none up, and lends none to another incident', async () => {
    const events = await eventsOf(
      reader,
      [
        'A bomb exploded at a market in Velat on Monday, killing 12 people, police said.',
        'Police later said that 15 people had been killed in the blast.',
        'On Tuesday a hospital said the death toll of the blast had risen to 19.',
        'The ministry said on Wednesday that 17 people had been killed in the blast, correcting the toll.',
        'In Dorvan, a separate bomb killed two people on Wednesday.',
      ].join('\n\n'),
    )
    expect(told(events, 'bombing').map(killed)).toEqual([[12, 15, 19, 17], [2]])
  })

  it('keeps a name with a quotation in it whole', async () => {
    const events = await eventsOf(
      reader,
      'Police arrested the so-called “king of Velat” on Tuesday. Troops arrested a Norland ‘spy’ in Karsk.',
    )
    expect(events.flatMap(({ targets }) => targets.map(({ value }) => value.name))).toEqual([
      'so-called “king of Velat”',
      'Norland ‘spy’',
    ])
  })
})
