import { describe, expect, it } from 'vitest'
import type { Decided, RecordedEvent } from '../../../model/recorded.js'
import type { EventDetail, ReviewRequest } from '../../api.js'
import type { Waiting } from './outbox.js'
import { becameOf, followed, identityOf, nowAt, placeOf, placeOfEvent, sawOf, stopsOf } from './places.js'

type Harm = { readonly low: number; readonly decided?: Decided; readonly contested?: readonly string[] }
const by = (review: string): Decided => ({
  how: 'accepted',
  review: `review:${review.padStart(16, '0')}`,
  reviewer: 'Ada',
  at: '2031-01-01T00:00:00Z',
})
const told = (value: unknown) => ({
  value,
  evidence: [{ start: 0, end: 4, exact: 'Four' }],
  basis: { kind: 'stated', by: 'x' },
  score: null,
  decided: null,
})
const event = (id: string, ...harm: readonly Harm[]): RecordedEvent =>
  ({
    id,
    formerly: id === 'event:b' ? ['event:old'] : [],
    decided: null,
    kind: told('attack'),
    status: told('asserted'),
    when: [],
    where: [],
    initiators: [],
    targets: [],
    means: [],
    said: [],
    harm: harm.map(({ low, decided = null, contested }) => ({
      ...told({ what: 'killed', low, high: low, vague: null, of: null, cumulative: false, partOf: null }),
      decided,
      ...(contested && { contested }),
    })),
  }) as unknown as RecordedEvent
const detail = (...events: readonly RecordedEvent[]): EventDetail =>
  ({ tellings: events.map(one => ({ event: one })) }) as unknown as EventDetail

const harmOf = (one: RecordedEvent, i: number) => {
  const stop = stopsOf([one], []).find(({ value }) => value.path === `harm.${i}`)
  if (!stop) throw new Error(`no harm.${i}`)
  return stop.value
}
const waiting = (
  request: Partial<ReviewRequest>,
  kind: 'accept' | 'reject' | 'note' = 'accept',
  more: Partial<Waiting> = {},
): Waiting =>
  ({ id: 'w', undoes: null, refused: null, request: { decision: { kind }, ...request }, ...more }) as Waiting
const open = (events: readonly RecordedEvent[], queue: readonly Waiting[] = []): string[] =>
  stopsOf(events, queue)
    .filter(stop => stop.isOpen)
    .map(({ key }) => key)

describe('what is undecided', () => {
  const one = event('event:a', { low: 4 }, { low: 9, decided: by('1') }, { low: 7, contested: ['review:x'] })

  it('is what nobody decided on, and what reviewers differ on', () => {
    expect(open([one])).toEqual(['event:a/kind', 'event:a/status', 'event:a/harm.0', 'event:a/harm.2'])
  })

  it('is not what was just decided and is not saved yet', () => {
    const decided = waiting(placeOf(harmOf(one, 0)))
    expect(open([one], [decided])).not.toContain('event:a/harm.0')
    expect(open([one], [decided])).toContain('event:a/harm.2')
  })

  it('is nothing of an event that was just decided on as a whole', () => {
    expect(open([one], [waiting(placeOfEvent(one))])).toEqual([])
  })

  it.each([
    ['a note was written on', [waiting(placeOf(harmOf(one, 0)), 'note')]],
    [
      'was refused',
      [waiting(placeOf(harmOf(one, 0)), 'accept', { refused: { code: '', message: '', help: '' } })],
    ],
    [
      'is undone already',
      [waiting(placeOf(harmOf(one, 0))), waiting({ event: 'event:0' }, 'note', { id: 'u', undoes: 'w' })],
    ],
  ] as const)('is what %s', (_, queue) => {
    expect(open([one], queue)).toContain('event:a/harm.0')
  })
})

describe('the value that is looked at', () => {
  const before = event('event:a', { low: 4 }, { low: 9 }, { low: 7 })
  const was = sawOf(harmOf(before, 1))

  it('is followed where it moves up', () => {
    const now = stopsOf([event('event:a', { low: 9 }, { low: 7 })], [])
    expect(followed(now, 'event:a/harm.1', was)?.key).toBe('event:a/harm.0')
  })

  it('is what stands in its place where it was corrected', () => {
    const now = stopsOf([event('event:a', { low: 4 }, { low: 10 }, { low: 7 })], [])
    expect(followed(now, 'event:a/harm.1', was)?.key).toBe('event:a/harm.1')
  })

  it('is none where nothing is there any more', () => {
    expect(followed(stopsOf([event('event:a', { low: 4 })], []), 'event:a/harm.1', was)).toBeNull()
  })

  it('is the one that reviewers disagree on, where only the field is named', () => {
    const of = (...harm: readonly Harm[]) =>
      followed(stopsOf([event('event:a', ...harm)], []), 'event:a/harm', null)
    expect(of({ low: 4 }, { low: 9, contested: [by('1').review, by('2').review] })?.key).toBe(
      'event:a/harm.1',
    )
    expect(of({ low: 4, decided: by('1') }, { low: 9 })?.key).toBe('event:a/harm.1')
    expect(of({ low: 4, decided: by('1') })?.key).toBe('event:a/harm.0')
    expect(of()).toBeNull()
  })

  it('is another than one that says the same in another report', () => {
    expect(identityOf(harmOf(before, 0))).not.toBe(identityOf(harmOf(event('event:b', { low: 4 }), 0)))
  })
})

describe('where a decision bears', () => {
  it('a saved one is found by its name, and a rejected value nowhere', () => {
    const now = event('event:a', { low: 4 }, { low: 9, decided: by('1') })
    const review = by('1').review
    expect(becameOf({ review, event: detail(now) })?.path).toBe('harm.1')
    expect(becameOf({ review: by('2').review, event: detail(now) })).toBeNull()
    expect(becameOf({ review, event: null })).toBeNull()
  })

  it('a refused one may bear on the same value elsewhere, or on what is in its place', () => {
    const request = waiting(placeOf(harmOf(event('event:old', { low: 4 }, { low: 9 }), 1))).request
    const at = (...harm: readonly Harm[]) => nowAt(detail(event('event:b', ...harm)), request)?.place
    expect(at({ low: 9 }, { low: 5 })).toMatchObject({ event: 'event:b', path: 'harm.0' })
    expect(at({ low: 4 }, { low: 5, decided: by('3') })).toMatchObject({
      path: 'harm.1',
      seen: by('3').review,
    })
    expect(at({ low: 4 })).toBeUndefined()
    expect(nowAt(detail(event('event:c')), request)).toBeNull()
  })
})
