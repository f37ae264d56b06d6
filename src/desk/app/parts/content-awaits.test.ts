import { expect, it } from 'vitest'
import type { RecordedEvent } from '../../../model/recorded.js'
import type { EventKind, HarmKind } from '../../../model/vocabulary.js'
import { awaitsIn } from './content-awaits.js'

const event = (kind: EventKind, ...harm: readonly HarmKind[]): RecordedEvent =>
  ({ kind: { value: kind }, harm: harm.map(what => ({ value: { what } })) }) as unknown as RecordedEvent

it.each<[string, readonly RecordedEvent[], readonly string[] | null]>([
  [
    'violence, each kind once',
    [event('execution'), event('shelling'), event('execution')],
    ['execution', 'shelling'],
  ],
  ['people killed, whatever killed them', [event('protest', 'killed', 'injured')], ['killed', 'injured']],
  ['nothing of the kind', [event('agreement'), event('displacement', 'displaced')], []],
  ['nothing recorded', [], null],
])('%s', (_, events, awaits) => {
  expect(awaitsIn(events)).toEqual(awaits)
})
