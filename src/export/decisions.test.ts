import { describe, expect, test } from 'vitest'
import type { Decided, RecordedEvent } from '../model/recorded.js'
import { acled } from './acled/index.js'
import { brat } from './brat.js'
import { cameo } from './cameo.js'
import type { Format, Gap, Source } from './format.js'
import { ged } from './ged/index.js'
import { geojson } from './geojson.js'
import { madeUpReport } from './made-up.js'
import { plover } from './plover.js'
import { redactPersons } from './redact-persons.js'
import { gapCounter } from './sidecar.js'
import { tableJsonl } from './table.js'
import { settingsFor } from './try-out.js'
import { webAnnotation } from './web-annotation.js'

const decided = (how: Decided['how']): Decided => ({
  how,
  review: `review:${how === 'accepted' ? 'a' : 'c'}000000000000000`,
  reviewer: 'ana',
  at: '2031-04-01T09:00:00Z',
})
const [accepted, corrected] = [decided('accepted'), decided('corrected')]
const clash = ['review:1000000000000000', 'review:2000000000000000'] as const

/** The report says "several"; a reviewer knew the number, and the place, from elsewhere. */
const report = madeUpReport(
  { name: 'r', outlet: 'Wire', text: 'Rebels shot at soldiers on 4 March near Ost, killing several.' },
  [
    {
      trigger: 'shot',
      kind: 'armed-clash',
      when: [['4 March', '2031-03-04']],
      where: [['Ost', { country: 'SY' }]],
      initiators: [['Rebels', { type: 'rebel' }]],
      targets: [['soldiers', { type: 'state-forces' }]],
      harm: [['several', { low: 7, high: 7, of: 'soldiers' }]],
    },
  ],
)
const [read] = report.events
if (!read) throw new RangeError('there is no event')
const set = { basis: { kind: 'reviewed', by: corrected.review }, evidence: null, decided: corrected } as const
const event: RecordedEvent = {
  ...read,
  decided: accepted,
  where: read.where.map(place => ({ ...place, ...set })),
  harm: read.harm.map(harm => ({ ...harm, ...set, contested: clash })),
}
const told = { ...report, events: [event] }
const source: Source = {
  reports: () => [told],
  async *occurrences() {
    yield [{ ...told, event }]
  },
}

async function exported(format: Format): Promise<{ text: string; gaps: readonly Gap[] }> {
  const settings = settingsFor('lowest')
  let text = ''
  if (format.kind === 'file') for await (const piece of format.write(source, settings)) text += String(piece)
  else for await (const { content } of format.write(source, settings)) text += String(content)
  return { text, gaps: settings.gaps }
}

describe('a value that a reviewer set without words', () => {
  test('stands in the plain table, its quote empty, by the review', async () => {
    const rows = (await exported(tableJsonl)).text
      .trimEnd()
      .split('\n')
      .map(row => JSON.parse(row))
    expect(rows.find(({ field }) => field === 'harm')).toMatchObject({
      permalink: `herodotus:${event.id}#harm.0`,
      low: 7,
      quote: null,
      start: null,
      more_quotes: null,
      basis: 'reviewed',
      rule: corrected.review,
      reviewed: 'corrected',
      reviewer: 'ana',
      reviewed_at: '2031-04-01T09:00:00Z',
      contested: clash.join('; '),
    })
    expect(rows.find(({ field }) => field === 'trigger')).toMatchObject({
      quote: 'shot',
      reviewed: 'accepted',
    })
    expect(rows.find(({ field }) => field === 'when')).toMatchObject({ reviewed: null, contested: null })
  })

  test.each([webAnnotation, brat])('has no place in $name, which tells so', async format => {
    const { text, gaps } = await exported(format)
    expect(text).not.toContain('"low":7')
    expect(gaps).toEqual(
      ['where.0', 'harm.0'].map(path => ({
        kind: 'value',
        value: `${event.id}#${path}`,
        because: expect.stringContaining('no words'),
      })),
    )
  })

  test('has no quotes in GeoJSON, and who set it', async () => {
    const { features } = JSON.parse((await exported(geojson)).text)
    expect(features).toMatchObject([
      { properties: { place: 'Ost', quotes: [], reviewed: corrected, contested: [] } },
    ])
  })

  test.each([acled, ged, plover])('counts in $name', async format => {
    expect((await exported(format)).text).toMatch(format === plover ? /"dead":7/ : /[^\d]7[^\d]/)
  })

  test('has nothing to black out but the value', () => {
    const { redacted } = redactPersons(told)
    expect(redacted.events[0]?.harm[0]).toMatchObject({
      evidence: null,
      value: { low: 7 },
      decided: corrected,
    })
    expect(redacted.report.body).not.toContain('several')
  })
})

describe('who decided', () => {
  test.each([acled, ged, plover, cameo])('of a row of $name is told beside it', async format => {
    const { text, gaps } = await exported(format)
    expect(text).not.toContain('ana')
    const [found] = gaps.filter(({ kind }) => kind === 'reviewed')
    expect(found).toMatchObject({
      decisions: [
        { on: event.id, decided: accepted },
        { on: `${event.id}#where.0`, decided: corrected },
        { on: `${event.id}#harm.0`, decided: corrected, contested: clash },
      ],
    })
    const { counts, add } = gapCounter()
    for (const gap of gaps) add(gap)
    expect(counts).toMatchObject({ reviewed: 1, contested: 1 })
  })

  test('made an annotation of what was set, and stands in the body of what was accepted', async () => {
    const kept: RecordedEvent = {
      ...event,
      harm: read.harm.map(harm => ({ ...harm, basis: set.basis, decided: corrected })),
    }
    let text = ''
    const one: Source = { ...source, reports: () => [{ ...told, events: [kept] }] }
    if (webAnnotation.kind === 'file')
      for await (const piece of webAnnotation.write(one, settingsFor('range'))) text += String(piece)
    const items: { id: string; creator?: object; created?: string; body: object[] }[] =
      JSON.parse(text).first.items
    const of = (path: string) => items.find(({ id }) => id.endsWith(path))
    expect(of('#harm.0')).toMatchObject({ creator: { type: 'Person', name: 'ana' }, created: corrected.at })
    expect(of('#trigger.0')?.creator).toBeUndefined()
    expect(of('#trigger.0')?.body.at(-1)).toMatchObject({ decided: accepted })
  })

  test('of what nobody decided on, nothing is told', async () => {
    const settings = settingsFor('lowest')
    const one: Source = {
      ...source,
      async *occurrences() {
        yield [{ ...told, event: read }]
      },
    }
    for await (const _ of plover.write(one, settings));
    expect(settings.gaps.filter(({ kind }) => kind === 'reviewed')).toEqual([])
  })
})
