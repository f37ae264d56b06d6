import { describe, expect, test } from 'vitest'
import { loadActors, loadGazetteer } from '../../../gazetteer/index.js'
import type { Labels } from '../../../model/labels.js'
import type { Report } from '../../../model/report.js'
import { quoteAt } from '../../../text/quote.js'
import { resolveActors } from '../actors/index.js'
import { resolveHolders } from './index.js'

const known = { gazetteer: loadGazetteer(), actors: loadActors() }

/** Resolves the holder marked [so] of a text, with the via marked {so} and the cue marked <so>. */
function resolve(marked: string, part: Partial<Labels> = {}) {
  const body = marked.replace(/[[\]{}<>]/g, '')
  const at = (pattern: RegExp) => {
    const match = pattern.exec(marked)
    if (!match) return null
    const start = marked.slice(0, match.index).replace(/[[\]{}<>]/g, '').length
    return quoteAt(body, { start, end: start + match[0].length - 2 })
  }
  const [holder, via, cue] = [at(/\[[^\]]+\]/), at(/\{[^}]+\}/), at(/<[^>]+>/)]
  const labels: Labels = {
    triggers: [],
    mentions: [],
    roles: [],
    harms: [],
    same: [],
    attributions: [
      {
        id: 'a1',
        holder,
        cue,
        content: [],
        via,
        stance: 'says',
        covers: [{ trigger: 't1', about: 'event' }],
        by: 'test',
        score: null,
      },
    ],
    ...part,
  }
  const report = { body, outlet: null, headline: null, published: null } as unknown as Report
  const { value, notes } = resolveHolders(report, labels, resolveActors(report, labels, known))
  return { ...value.get('a1'), notes }
}

const typeOf = (marked: string): string | null => resolve(marked).holderType?.type ?? null

describe('what kind of voice', () => {
  test.each([
    ['party', 'The [Syrian army] said so.'],
    ['party', '[Rebels] said so.'],
    ['party', "The [Sudanese People's Liberation Army] said so."],
    ['party', 'The [Norland defence ministry] said so.'],
    ['party', 'An [army spokesman] said so.'],
    ['party', 'A [spokesman for the rebels] said so.'],
    ['official', '[Two local officials] said so.'],
    ['official', '[Vareth police] said so.'],
    ['official', '[Security sources] said so.'],
    ['official', 'The justice minister, [Dana Orlo], said so.'],
    ['medic', '[A doctor at the hospital] said so.'],
    ['medic', '[Medical sources] said so.'],
    ['medic', '[Dana Orlo], a surgeon in the town, said so.'],
    ['monitor', 'The [Syrian Observatory for Human Rights] said so.'],
    ['monitor', 'The [head of the Vareth Observatory] said so.'],
    ['witness', '[Residents of Vareth] said so.'],
    ['witness', 'The shopkeeper [Dana Orlo] said so.'],
    ['media', '[State television] said so.'],
    ['media', '[Reuters] said so.'],
    ['media', 'The [Vareth Herald] said so.'],
    ['analyst', '[Analysts] said so.'],
    ['analyst', '[Dana Orlo], an analyst in Vareth, said so.'],
    ['anonymous', '[Sources] said so.'],
    ['anonymous', '[An unnamed official] said so.'],
    ['other', '[The UN] said so.'],
    ['other', '[Activists] said so.'],
  ])('%s: %s', (type, marked) => expect(typeOf(marked)).toBe(type))

  test.each(['[Dana Orlo] said so.', '[The video] shows it.', '<allegedly> so'])(
    'nothing tells: %s',
    marked => expect(typeOf(marked)).toBeNull(),
  )

  test('says by which rule', () => {
    expect(resolve('[Reuters] said so.').holderType?.by).toBe('holder:registry')
    expect(resolve('[A doctor] said so.').holderType?.by).toBe('holder:head/doctor')
    expect(resolve('[Dana Orlo], a doctor, said so.').holderType?.by).toBe(
      'holder:head/doctor+holder:beside-name',
    )
  })

  test('whoever speaks through an official speaks for one; through a newspaper anybody may', () => {
    expect(resolve('[Vareth] said so by its {army spokesman}.').holderType).toEqual({
      type: 'party',
      by: 'holder:head/army+holder:via',
    })
    expect(resolve('[Dana Orlo] told {Reuters} so.').holderType).toBeNull()
  })

  test('a state that the report tells to fight is a party', () => {
    const quote = quoteAt('Turkey shelled it, Turkey said.', { start: 0, end: 6 })
    const made = { by: 'test', score: null }
    const part: Partial<Labels> = {
      triggers: [
        {
          id: 't1',
          quote: { start: 7, end: 14, exact: 'shelled' },
          kind: 'shelling',
          status: 'asserted',
          cues: [],
          ...made,
        },
      ],
      mentions: [{ id: 'm1', quote, kind: 'actor', ...made }],
      roles: [{ role: 'initiator', trigger: 't1', mention: 'm1', certainty: 'stated', ...made }],
    }
    const marked = 'Turkey shelled it, [Turkey] said.'
    expect(resolve(marked, part).holderType).toEqual({ type: 'party', by: 'holder:fights-here' })
    expect(resolve(marked).holderType).toEqual({ type: 'official', by: 'holder:registry' })
  })

  test('spokespeople of spokespeople end', () => {
    const marked = `[${'spokesman for the '.repeat(200)}army] said so.`
    expect(typeOf(marked)).toBe('party')
  })
})

describe('nobody is found', () => {
  test.each([
    ['a pronoun', '[She] <said> so.', 1],
    ['nobody at all', 'It fell, <saying> so.', 1],
    ['a hedge has no holder', '<allegedly> so', 0],
    ['a passive neither', 'It was <believed> so.', 0],
    ['somebody', '[Residents] <said> so.', 0],
  ])('%s', (_, marked, times) => {
    expect(resolve(marked).notes.map(({ code }) => code)).toEqual(Array(times).fill('holder-not-found'))
  })
})
