import { eventKinds } from '../src/model/event-kind.generated.js'
import type { Store } from '../src/ports.js'
import { type MadeUpEvent, type MadeUpPlace, madeUp } from '../src/store/made-up.js'
import { seeded, skewed } from './seeded.js'

const reports = 2_000
const eventsPerReport = 10
const [places, actors] = [600, 400]

const countries = ['SY', 'IQ', 'UA', 'SD', 'ML', 'NG', 'CD', 'MM', 'YE', 'AF', 'ET', 'SO'] as const
const levels = ['site', 'town', 'town', 'town', 'district', 'province'] as const

/** Keeps 20,000 made-up events, at several hundred places and between several hundred actors; where they are kept already, none. */
export async function keepMany(store: Store): Promise<void> {
  const { reports: kept } = await store.counts()
  for (let at = kept; at < reports; at++) {
    const { snapshot, reading } = madeUp(report(at))
    await store.save(snapshot, reading)
    if (at % 100 === 0) process.stderr.write(`\r${at} of ${reports} reports`)
  }
}

function report(at: number): Parameters<typeof madeUp>[0] {
  const random = seeded(at + 1)
  const events: MadeUpEvent[] = []
  const sentences: string[] = []
  for (let one = 0; one < eventsPerReport; one++) {
    const [initiator, target] = [`Front ${skewed(random(), actors)}`, `Guard ${skewed(random(), actors)}`]
    const place = town(skewed(random(), places))
    const day = new Date(Date.UTC(2015, 0, 1 + Math.floor(random() * 3_650))).toISOString().slice(0, 10)
    const edtf = random() < 0.2 ? day.slice(0, 7) : day
    const trigger = `struck${one}`
    sentences.push(`${initiator} ${trigger} ${target} in ${place.name} on ${day}, Agency ${at % 40} said.`)
    events.push({
      trigger,
      kind: eventKinds[skewed(random(), eventKinds.length)] ?? 'attack',
      when: random() < 0.92 ? [[day, edtf]] : [],
      where: [place],
      initiator,
      ...(random() < 0.9 && { target }),
      holder: `Agency ${at % 40}`,
    })
  }
  return { name: `report ${at}`, text: sentences.join('\n\n'), events }
}

/** A place that the gazetteer knows: each name has a country, a size and a point of its own. */
function town(at: number): MadeUpPlace {
  const random = seeded(at + 7)
  const [longitude, latitude] = [random() * 70 - 10, random() * 60 - 10]
  return {
    name: `Town ${at}`,
    country: countries[at % countries.length] ?? 'SY',
    level: levels[at % levels.length] ?? 'town',
    at: [latitude, longitude],
  }
}
