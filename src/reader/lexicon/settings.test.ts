import { expect, test } from 'vitest'
import type { Mention, Trigger } from '../../model/labels.js'
import { quoteAt } from '../../text/quote.js'
import { parse } from './clauses.js'
import { settingsOf } from './settings.js'
import { tagSentence } from './tag.js'

const rows: readonly [rule: string, text: string, times: readonly string[]][] = [
  ['the time of its clause', 'Norland criticised the envoy on Monday.', ['Monday']],
  ['not the time of a denial', 'On Monday the front denied the talks.', []],
  ['not the time of an event right before it', 'Norland criticised the envoy after talks on Monday.', []],
]

test.each(rows)('times: %s', (_, body, times) => {
  const quoted = (words: string) => {
    const start = body.indexOf(words)
    return start < 0 ? [] : [quoteAt(body, { start, end: start + words.length })]
  }
  const triggers = ['criticised', 'talks'].flatMap(quoted).map((quote, i): Trigger => {
    return { id: `t${i}`, quote, kind: 'accusation', status: 'asserted', cues: [], by: 'test', score: null }
  })
  const mentions = quoted('Monday').map(
    (quote): Mention => ({ id: 'm0', quote, kind: 'time', by: 'test', score: null }),
  )
  const parsed = parse(tagSentence(body, { start: 0, end: body.length, region: 'prose', tokens: [] }))
  const found = triggers
    .slice(0, 1)
    .flatMap(trigger => settingsOf({ parsed, triggers, mentions, topics: [], before: [] }, trigger, []))
  expect(found.map(({ mention }) => mention.quote.exact)).toEqual(times)
})
