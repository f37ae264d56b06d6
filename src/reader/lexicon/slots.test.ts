import { expect, test } from 'vitest'
import { parse } from './clauses.js'
import { fillersOf } from './slots.js'
import { tagSentence } from './tag.js'

/** What stands around the word between asterisks, as "slot words". */
function around(marked: string): string[] {
  const body = marked.replaceAll('*', '')
  const from = marked.indexOf('*')
  const parsed = parse(tagSentence(body, { start: 0, end: body.length - 1, region: 'prose', tokens: [] }))
  const at = parsed.pieces.findIndex(({ start }) => start === from)
  return fillersOf(parsed, at, at).map(({ slot, first, last }) => {
    const words = parsed.pieces.slice(first, last + 1).map(({ text }) => text)
    return `${slot} ${words.join(' ')}`
  })
}

const rows: readonly [rule: string, text: string, found: string][] = [
  ['whose the object is', 'Norland *condemned* the Sudland raid.', 'theirs Sudland'],
  ['who did what the object tells', 'Norland *condemned* the raid by rebels.', 'theirs rebels'],
  ['of whom "that" tells', 'Norland *demanded* that Sudland leave the island.', 'that Sudland'],
  ['who is called on by "for … to"', 'Norland *called* for Sudland to leave the island.', 'that Sudland'],
  ['who spoke at it', 'The envoy spoke on Monday at the *meeting*.', 'attends The envoy'],
  ['what it destroyed', 'The *strikes* destroyed a bridge.', 'hit a bridge'],
  ['what it is to take', 'Soldiers began an *operation* to free the hostages.', 'hit the hostages'],
  [
    'not the place before "which"',
    'The bombs in Arzan which *killed* ten men were old.',
    'subject The bombs',
  ],
  ['a participle behind its noun', 'She spoke of the rebels *stationed* in Arzan.', 'subject the rebels'],
]

test.each(rows)('%s', (_, text, found) => {
  expect(around(text)).toContain(found)
})

const none: readonly [rule: string, text: string, slot: string][] = [
  ['"for" without an infinitive tells of nobody', 'Norland *called* for aid.', 'that'],
  ['a verb that hits nothing gives no target', 'The *strikes* angered the mayor.', 'hit'],
  ['who was brought there did not come', 'The envoy was criticised at the *meeting*.', 'attends'],
]

test.each(none)('%s', (_, text, slot) => {
  expect(around(text).filter(found => found.startsWith(`${slot} `))).toEqual([])
})
