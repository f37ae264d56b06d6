import { describe, expect, it } from 'vitest'
import { passagesWith, type Whose } from './passages.js'

const body = `A quiet day.\n\nRockets hit Velat and killed 12 or 15. ${'More was said of it. '.repeat(30)}The mayor counted 20.\nAfter that it rained.`
const words = (exact: string, whose: Whose) => {
  const start = body.indexOf(exact)
  return { start, end: start + exact.length, whose }
}
const told = (...all: ReturnType<typeof words>[]) =>
  passagesWith(body, all).map(pieces =>
    pieces.map(({ text, whose }) => (whose.length > 0 ? `[${whose.join('+')} ${text}]` : text)).join(''),
  )

describe('passages', () => {
  it('stand within their paragraph, with whose words are in them', () => {
    const [passage, ...more] = told(words('hit', 'event'), words('12', 'a'), words('12 or 15', 'b'))
    expect(more).toEqual([])
    expect(passage).toMatch(
      /^Rockets \[event hit\] Velat and killed \[a\+b 12\]\[b {2}or 15\]\. More was said/,
    )
    expect(passage).toMatch(/(of|said|was|it\.|More)$/)
  })

  it('are several where words stand far apart', () => {
    const [first, second, ...more] = told(words('20', 'b'), words('hit', 'event'))
    expect(more).toEqual([])
    expect(first).toContain('[event hit]')
    expect(second).toMatch(/\[b 20\]\.$/)
  })

  it('are none where no words are', () => {
    expect(told()).toEqual([])
  })
})
