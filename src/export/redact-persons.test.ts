import { describe, expect, it } from 'vitest'
import { type MadeUpEvent, madeUpReport } from './made-up.js'
import { redactPersons } from './redact-persons.js'
import { valuesOf } from './told.js'

const person = { type: 'person' } as const
const by = 'actor:person'

function redact(text: string, ...events: MadeUpEvent[]) {
  const told = madeUpReport({ name: 'r', text }, events)
  const { redacted, redactions } = redactPersons(told)
  const quotes = redacted.events.flatMap(event => [
    ...event.triggers,
    ...valuesOf(event).flatMap(({ told: { evidence } }) => evidence ?? []),
  ])
  return { told, ...redacted, quotes, redactions }
}

/** Reads one killing of an actor, and gives the name that it has afterwards. */
const nameAfter = (text: string, name: string, given: object, rule = by): string | undefined =>
  redact(text, { trigger: 'killed', kind: 'shooting', targets: [[name, given, rule]] }).events[0]?.targets[0]
    ?.value.name

describe('who is private', () => {
  it.each([
    ['a person by name', { type: 'person' }, by],
    ['one of a calling', { type: 'media' }, by],
    ['a named fighter whom no registry knows', { type: 'rebel' }, by],
    ['by a person’s type, whatever the rule', { type: 'person' }, 'reader:other'],
  ])('%s', (_, given, rule) => {
    expect(nameAfter('Men killed Dana Orlo.', 'Dana Orlo', given, rule)).toBe('[person 11]')
  })

  it.each([
    ['a holder of an office', 'Dana Orlo', { type: 'state' }, by],
    ['a public actor of the registry', 'Dana Orlo', { type: 'person', registry: 'person:dana-orlo' }, by],
    ['a group', 'Red Front', { type: 'rebel' }, 'actor:introduced'],
    ['nobody by name', 'two bakers', { type: 'person' }, 'actor:noun'],
  ])('not %s', (_, name, given, rule) => {
    expect(nameAfter(`Men killed ${name}.`, name, given, rule)).toBe(name)
  })

  it.each([
    ['witness', 'holder:head/baker+holder:beside-name', '[person 16]'],
    [null, '', '[person 16]'],
    ['official', 'holder:head/minister+holder:beside-name', 'Dana Orlo'],
    ['party', 'holder:head/spokesman+holder:beside-name', 'Dana Orlo'],
    ['monitor', 'holder:head/observatory', 'Dana Orlo'],
    ['other', 'holder:registry', 'Dana Orlo'],
  ] as const)('a voice of type %s by %s is %s', (type, rule, name) => {
    const holderType = type && { type, by: rule }
    const { events } = redact('Men fired, said Dana Orlo.', {
      trigger: 'fired',
      kind: 'shooting',
      said: [['Dana Orlo', { holderType }]],
    })
    expect(events[0]?.said[0]?.value.holder).toBe(name)
  })
})

describe('a name that goes', () => {
  const text = `Dana Orlo the Elder lived here, 🔥 neighbours said.
Men killed Dana Orlo and a cousin of Dana\nOrlo on Monday; Orlo was 40. Bo Sample fled to Orloville.`
  const { told, report, events, quotes, redactions } = redact(
    text,
    {
      trigger: 'killed',
      kind: 'shooting',
      targets: [['Dana Orlo@2', person, by]],
      harm: [['a cousin of Dana\nOrlo', { low: 1, high: 1, of: 'a cousin of Dana\nOrlo' }]],
      means: ['Orlo was 40'],
    },
    { trigger: 'fled', kind: 'displacement', where: [['Orloville']] },
  )

  it('goes from values, by one pseudonym', () => {
    const [event] = events
    expect(event?.targets[0]?.value.name).toBe('[person 0]')
    expect(event?.harm[0]?.value.of).toBe('a cousin of [person 0]')
    expect(event?.means[0]?.value).toBe('[person 0] was 40')
  })

  it('goes from the words that values rest on', () => {
    expect(quotes.map(({ exact }) => exact)).toEqual([
      'killed', // the trigger, then kind and status
      'killed',
      'killed',
      '████ ████',
      '████ was 40',
      'a cousin of ████\n████',
      'fled',
      'fled',
      'fled',
      'Orloville',
    ])
  })

  it('moves nothing, in neither unit', () => {
    expect(quotes.filter(({ start, end, exact }) => report.body.slice(start, end) !== exact)).toEqual([])
    expect(report.body.length).toBe(told.report.body.length)
    expect([...report.body].length).toBe([...told.report.body].length)
  })

  it('is nowhere else, and nor is any name that the record does not hold', () => {
    expect(JSON.stringify([report, events])).not.toMatch(/Dana|Orlo(?!ville)|Sample|Elder/)
  })

  it('is listed with where it stood and why, without the name', () => {
    expect(redactions).toEqual([
      {
        report: report.id,
        pseudonym: '[person 0]',
        because: 'a person by name, of no office and not in the registry',
        values: [`${events[0]?.id}#targets.0`],
      },
    ])
  })
})

it('a part of a name that two bear is nobody’s', () => {
  const { events } = redact('Men killed Dana Orlo and Bo Orlo with an Orlo gun.', {
    trigger: 'killed',
    kind: 'shooting',
    targets: [
      ['Dana Orlo', person, by],
      ['Bo Orlo', person, by],
    ],
    means: ['Orlo gun'],
  })
  expect(events[0]?.means[0]?.value).toBe('[person] gun')
})

it('a report without private persons keeps its values', () => {
  const { told, events, redactions } = redact('Men fired on Vareth.', {
    trigger: 'fired',
    kind: 'shooting',
    where: [['Vareth']],
  })
  expect(redactions).toEqual([])
  expect(events).toEqual(told.events)
})

it('writes names of a script without capitals as it does others', () => {
  const { events, quotes } = redact('اعتقلوا ليلى حداد أمس', {
    trigger: 'اعتقلوا',
    kind: 'arrest',
    targets: [['ليلى حداد', person, by]],
  })
  expect(events[0]?.targets[0]?.value.name).toBe('[person 8]')
  expect(quotes.at(-1)?.exact).toBe('████ ████')
})
