import { expect, it } from 'vitest'
import type { EventDetail } from '../../api.js'
import { isOf, withNewest } from './known-events.js'

const detail = (id: string, tellings: readonly string[], formerly: readonly string[] = []): EventDetail =>
  ({ id, tellings: tellings.map(event => ({ event: { id: event, formerly } })) }) as unknown as EventDetail
const ids = (some: readonly EventDetail[]): string[] => some.map(({ id }) => id)

it('an event is known by its id, by its tellings’ and by earlier ones', () => {
  const one = detail('a', ['a', 'b'], ['z'])
  expect(['a', 'b', 'z', 'c', null].map(id => isOf(one, id))).toEqual([true, true, true, false, false])
})

it('the newest replaces what it was, and what was merged into it', () => {
  const known = [detail('a', ['a']), detail('b', ['b']), detail('c', ['c'])]
  expect(ids(withNewest(known, detail('a', ['a', 'b'])))).toEqual(['c', 'a'])
})

it('what was split off is asked for anew', () => {
  expect(ids(withNewest([detail('a', ['a', 'b'])], detail('b', ['b'])))).toEqual(['b'])
})

it('only so many are kept, the latest', () => {
  const many = Array.from({ length: 80 }, (_, i) => detail(`e${i}`, [`e${i}`]))
  const known = many.reduce<EventDetail[]>(withNewest, [])
  expect(known).toHaveLength(50)
  expect(known.at(-1)?.id).toBe('e79')
})
