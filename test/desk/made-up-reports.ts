import type { Store } from '../../src/ports.js'
import { type MadeUpReport, madeUp } from '../../src/store/made-up.js'

/** Keeps made-up reports: what no reader would read so, or nobody would write. */
export const keepMadeUp =
  (...reports: readonly MadeUpReport[]) =>
  async (store: Store): Promise<void> => {
    for (const report of reports) {
      const { snapshot, reading } = madeUp(report)
      await store.save(snapshot, reading)
    }
  }

/** Words of values that cross each other, lie in each other, and run from right to left. */
export const crossing: MadeUpReport = {
  name: 'crossing',
  text: [
    'Crossing and nested',
    'On Tuesday the Vesna river guard shelled the Osk market square, the mayor of Osk said.',
    'وقصفت القوات الحكومية بلدة دلنا يوم السبت.',
  ].join('\n\n'),
  events: [
    {
      trigger: 'shelled',
      kind: 'shelling',
      when: [['On Tuesday', '2031-03-04']],
      initiator: 'Vesna river guard',
      // It crosses the next, and both lie in what the last one says.
      place: 'Osk market',
      target: 'market square',
      holder: 'guard shelled the Osk market square, the mayor of Osk',
    },
    {
      trigger: 'قصفت',
      place: 'بلدة دلنا',
      initiator: 'القوات الحكومية',
      when: [['يوم السبت', '2031-03-08']],
    },
  ],
}

/** People by name: as the target, as a voice, and in words on which no value rests; and a group, which has none. */
export const named: MadeUpReport = {
  name: 'Orlo taken',
  text: [
    'Dana Orlo taken from home',
    'Gunmen of the river guard abducted Dana Orlo in Osk on Tuesday, Pia Morn said.',
    'Orlo’s brother saw it. The river guard has shelled Osk since.',
  ].join('\n\n'),
  events: [
    {
      trigger: 'abducted',
      kind: 'abduction',
      initiator: 'river guard',
      target: 'Dana Orlo',
      place: 'Osk',
      when: [['on Tuesday', '2031-03-04']],
      holder: 'Pia Morn',
    },
  ],
}

const manyEvents = Array.from({ length: 715 }, (_, i) => ({
  trigger: `shelled${i}`,
  initiator: `Guard${i} of the river`,
  target: `the Front${i}`,
  place: `Town${i}`,
  when: [[`on day ${i} of March`, '2031-03']] as const,
  holder: `Agency${i}`,
}))
const filling = 'The council of the valley spoke of bread and water and of the road to the sea. '.repeat(20)

/** A megabyte, whose values rest on 5,005 stretches of words: a paragraph an event, seven stretches each. */
export const large: MadeUpReport = {
  name: 'large',
  text: manyEvents
    .map(({ trigger, initiator, target, place, when: [[day]], holder }) =>
      `${initiator} ${trigger} ${target} in ${place} ${day}, ${holder} said. ${filling}`.slice(0, 1_397),
    )
    .join('\n\n'),
  events: manyEvents,
}
