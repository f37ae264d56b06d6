import { writeSync } from 'node:fs'
import { openRecord } from '../src/open-record.js'
import { madeUp } from '../src/store/made-up.js'

/**
 * Saves made-up readings one after the other and writes a line when each is acknowledged, until it is killed or done.
 * Arguments: the database, how many readings.
 */
const [path = '', count = '0'] = process.argv.slice(2)
const say = (line: string): number => writeSync(1, `${line}\n`)

say('started')
const store = await openRecord(path)
say('opened')
for (let i = 0; i < Number(count); i++) {
  const words = Array.from({ length: 80 }, (_, at) => `attack${at}x`)
  const text = `Report ${i}. ${words.join(' ')}. ${'Rain fell on the town. '.repeat(400)}`
  const { snapshot, reading } = madeUp({
    name: `report ${i}`,
    text,
    events: words.map(trigger => ({ trigger })),
  })
  const added = await store.save(snapshot, reading)
  say(`${added ? 'added' : 'known'} ${reading.id}`)
}
await store.close()
