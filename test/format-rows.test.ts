// ACLED and UCDP GED of a small made-up record, whole: two reports of one clash, a protest, and what has no row.
import { expect, it } from 'vitest'
import { acled } from '../src/export/acled/index.js'
import type { FileFormat, Source } from '../src/export/format.js'
import { ged } from '../src/export/ged/index.js'
import { type MadeUpEvent, madeUpReport } from '../src/export/made-up.js'
import { settingsFor } from '../src/export/try-out.js'

const aleppo = {
  country: 'SY',
  level: 'town',
  known: {
    id: 'geonames:170063',
    name: 'Aleppo',
    country: 'SY',
    admin1: '09',
    level: 'town',
    latitude: 36.20124,
    longitude: 37.16117,
    population: null,
  },
} as const
const clash: MadeUpEvent = {
  trigger: 'fought',
  kind: 'armed-clash',
  where: [['Aleppo', aleppo]],
  initiators: [['Rebels', { type: 'rebel' }]],
  targets: [['Syria', { type: 'state' }]],
}

const wire = madeUpReport(
  {
    name: 'wire-1',
    outlet: 'Wire',
    text: 'Rebels fought troops of Syria in Aleppo from 3 to 4 March, killing 5 soldiers. They will talk. Students marched in Homs, “=peace” said one.',
  },
  [
    {
      ...clash,
      when: [['from 3 to 4 March', '2031-03-03/2031-03-04']],
      harm: [['5 soldiers', { low: 5, high: 5, of: 'soldiers' }]],
    },
    { trigger: 'will talk', kind: 'meeting', status: 'prospective', initiators: [['Rebels']] },
    {
      trigger: 'marched',
      kind: 'protest',
      when: [['March', '2031-03-04']],
      where: [['Homs', { country: 'SY' }]],
      initiators: [['Students', { type: 'protesters' }]],
    },
  ],
)
const echo = madeUpReport(
  {
    name: 'echo-1',
    outlet: 'Echo; "late"',
    text: 'Rebels fought Syria’s army in Aleppo this week, and dozens died, 12 of them soldiers, the army said.',
  },
  [
    {
      ...clash,
      status: 'attributed',
      when: [['this week', '2031-03-03/2031-03-09']],
      harm: [['12 of them soldiers', { low: 12, high: 12, of: 'soldiers' }]],
      said: [['the army', { cue: 'said' }]],
    },
  ],
)

const tellings = [wire, echo].map(({ report, events, capture }) =>
  events.map(event => ({ event: byDays(event), report, capture })),
)

/** "From 3 to 4 March" is told by its days. */
function byDays(event: (typeof wire.events)[number]): typeof event {
  const when = event.when.map(time => ({
    ...time,
    value: { ...time.value, timex: { ...time.value.timex, value: time.value.edtf?.slice(0, 10) ?? null } },
  }))
  return { ...event, when }
}

const source: Source = {
  reports: () => [wire, echo],
  async *occurrences() {
    const [[first, talk, march] = [], [other] = []] = tellings
    if (first && other) yield [first, other]
    if (march) yield [march]
    if (talk) yield [talk]
  },
}

async function written(format: FileFormat, policy: 'lowest' | 'range') {
  const settings = settingsFor(policy)
  let text = ''
  for await (const piece of format.write(source, settings)) text += String(piece)
  return { rows: text.split('\n').slice(1, -1), gaps: settings.gaps }
}

it('ACLED: a row a day, its deaths divided, of the lowest number told', async () => {
  const { rows, gaps } = await written(acled, 'lowest')
  expect(rows).toMatchInlineSnapshot(`
    [
      "SYR1a8a72083797ad9e-20310303-1,2031-03-03,2031,1,Political violence,Battles,Armed clash,Rebels,,Rebel group,Syria,,State forces,State forces-Rebel group,,760,Middle East,Syria,Aleppo Governorate,,,Aleppo,36.2012,37.1612,1,"Wire; Echo, ""late""",,"Told of 2031-03-03/2031-03-04: armed-clash by Rebels against Syria at Aleppo. Killed: 5, of 5 by Wire; 12 by Echo; ""late"" and the army. 5 killed are divided over 2 days, the remainder on the first. Status asserted, by Wire. Status attributed, by the army. Words: “fought”; “fought”.",3,policy=lowest/2; status=asserted; status=attributed; event:1a8a72083797ad9e; event:e046509485d81d85,1930547289",
      "SYR1a8a72083797ad9e-20310304-1,2031-03-04,2031,1,Political violence,Battles,Armed clash,Rebels,,Rebel group,Syria,,State forces,State forces-Rebel group,,760,Middle East,Syria,Aleppo Governorate,,,Aleppo,36.2012,37.1612,1,"Wire; Echo, ""late""",,"Told of 2031-03-03/2031-03-04: armed-clash by Rebels against Syria at Aleppo. Killed: 5, of 5 by Wire; 12 by Echo; ""late"" and the army. 5 killed are divided over 2 days, the remainder on the first. Status asserted, by Wire. Status attributed, by the army. Words: “fought”; “fought”.",2,policy=lowest/2; status=asserted; status=attributed; event:1a8a72083797ad9e; event:e046509485d81d85,1930547289",
      "SYRe484d4b46b3a2037,2031-03-04,2031,1,Demonstrations,Protests,Peaceful protest,Protesters (Syria),,Protesters,,,,Protesters only,,760,Middle East,Syria,,,,Homs,,,1,Wire,,"Told of 2031-03-04: protest by Students at Homs. No number of deaths is told. Status asserted, by Wire. Words: “marched”.",0,policy=lowest/2; status=asserted; event:e484d4b46b3a2037,1930547289",
    ]
  `)
  expect(gaps).toMatchInlineSnapshot(`
    [
      {
        "because": {
          "admin1": "no gazetteer names the division",
          "latitude": "the gazetteer has no point for the place",
          "longitude": "the gazetteer has no point for the place",
        },
        "kind": "cells",
        "row": "SYRe484d4b46b3a2037",
      },
      {
        "because": "told as planned or feared, not as done",
        "event": "event:c0fc1c49f9356550",
        "kind": "event",
      },
    ]
  `)
})

it('GED: one row of both days, from the lowest to the highest', async () => {
  const { rows, gaps } = await written(ged, 'range')
  expect(rows).toMatchInlineSnapshot(`
    [
      "466910735202682,event:1a8a72083797ad9e,2031,,"policy=range/2; status=asserted, attributed; not reviewed by UCDP",1,,,,name:38e64378dcc9 - name:1110834e8a75,,Government of Syria - Rebels,name:38e64378dcc9,,Government of Syria,name:1110834e8a75,,Rebels,2,"Wire, 2031-03-05;Echo, ""late"", 2031-03-05","Wire;Echo, ""late""",2031-03-05,,the army,1,Aleppo,Aleppo,Aleppo Governorate,,36.201240,37.161170,POINT (37.161170 36.201240),181875,Syria,652,Middle East,2,2,2031-03-03,2031-03-04,5,0,0,0,5,12,5,652,",
    ]
  `)
  expect(gaps.filter(({ kind }) => kind === 'event')).toMatchInlineSnapshot(`
    [
      {
        "because": "no death is told",
        "event": "event:e484d4b46b3a2037",
        "kind": "event",
      },
      {
        "because": "told as planned or feared, not as done",
        "event": "event:c0fc1c49f9356550",
        "kind": "event",
      },
    ]
  `)
})
