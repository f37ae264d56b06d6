import { describe, expect, it } from 'vitest'
import type { Labels, Mention } from '../../model/labels.js'
import type { Sentence } from '../../model/sentence.js'
import { quoteAt } from '../../text/quote.js'
import { decode } from './decode.js'
import { type ModelLabels, readModelFiles } from './model-files.js'
import type { Scores } from './scores.js'
import { cutWords, wordsAt } from './windows.js'

const { labels, tokenizer } = readModelFiles(new URL('../../../test/models/tiny/', import.meta.url))
const layers = ['cue', 'psource', 'pcue', 'pcontent', 'rOrganisation', 'rLocation']
const model: ModelLabels = {
  ...labels,
  layers,
  decisions: Object.fromEntries(
    Object.keys(labels.decisions).map(name => [name, { ...half(), threshold: 0.5 }]),
  ),
}
function half() {
  return { temperature: 1, bias: 0 }
}

/** What a made-up model says of a text, by the words it says it of. */
interface Says {
  /** Kind and status of words. */
  readonly events?: Readonly<Record<string, readonly [kind: string, status: string, logit?: number]>>
  /** `word > word: relation`: what the second is to the first. */
  readonly pairs?: readonly (readonly [trigger: string, word: string, relation: string, logit?: number])[]
  readonly tags?: readonly (readonly [layer: string, words: string])[]
  /** What the lexicon delimits, by kind. */
  readonly mentions?: readonly (readonly [kind: Mention['kind'], words: string])[]
}

/** Labels of sentences of words between blanks; a word is named by itself, and stands once. */
async function labelled(text: readonly string[], says: Says): Promise<Labels & { readonly body: string }> {
  const body = text.join('\n')
  let start = 0
  const sentences = text.map((sentence): Sentence => {
    const at = start
    start += sentence.length + 1
    const tokens = [...sentence.matchAll(/\S+/g)].map(({ index, 0: word }) => ({
      start: at + index,
      end: at + index + word.length,
    }))
    return { start: at, end: at + sentence.length, region: 'prose', tokens }
  })
  const words = cutWords(body, sentences, tokenizer, model.window.longest)
  const spanOf = (some: string) => ({ start: body.indexOf(some), end: body.indexOf(some) + some.length })
  const wordAt = (word: string): number => wordsAt(words, spanOf(word))?.first ?? -1
  const lexical: Labels = {
    triggers: [],
    roles: [],
    harms: [],
    attributions: [],
    same: [],
    mentions: (says.mentions ?? []).map(([kind, some], i) => ({
      id: `m${i + 1}`,
      quote: quoteAt(body, spanOf(some)),
      kind,
      by: 'lexicon:test',
      score: null,
    })),
  }
  const events = new Map(Object.entries(says.events ?? {}).map(([word, told]) => [wordAt(word), told]))
  const spans = (says.tags ?? []).map(([layer, some]) => ({ layer, at: wordsAt(words, spanOf(some)) }))
  const scores: Scores = {
    kinds(word) {
      const told = events.get(word)
      const row = [5, ...model.kinds.map(() => 0)]
      return Float32Array.from(
        told ? row.map((x, i) => (model.kinds[i - 1] === told[0] ? (told[2] ?? 9) : x)) : row,
      )
    },
    statuses: word => Float32Array.from(model.statuses, status => (events.get(word)?.[1] === status ? 5 : 0)),
    factuality: () => 0,
    layer(word, layer) {
      const span = spans.find(
        s => s.layer === layers[layer] && s.at && s.at.first <= word && word <= s.at.last,
      )
      return Float32Array.from(span ? (span.at?.first === word ? [0, 5, 0] : [0, 0, 5]) : [5, 0, 0])
    },
    async towards(trigger) {
      const known = (says.pairs ?? []).filter(([of]) => wordAt(of) === trigger.first)
      return {
        from: 0,
        to: words.count,
        score: (word, relation) =>
          known
            .filter(([, some, name]) => wordAt(some) === word && model.relations[relation] === name)
            .map(([, , , logit = 4]) => logit)[0] ?? -4,
      }
    },
  }
  return { body, ...(await decode({ body, sentences, words, scores, lexical, model, by: 'trained:test' })) }
}

const exact = ({ quote }: { readonly quote: { readonly exact: string } }): string => quote.exact

describe('triggers', () => {
  it('are words that tell an event, and neighbours that tell one kind are one', async () => {
    const { triggers } = await labelled(['Norland ended air strikes and shelled Velat'], {
      events: {
        air: ['air-strike', 'asserted'],
        strikes: ['air-strike', 'asserted'],
        shelled: ['shelling', 'attributed'],
      },
    })
    expect(triggers.map(t => [exact(t), t.kind, t.status])).toEqual([
      ['air strikes', 'air-strike', 'asserted'],
      ['shelled', 'shelling', 'attributed'],
    ])
    expect(triggers.every(({ score }) => score !== null && score > 0.5)).toBe(true)
  })

  it('that tell one event agree on its kind, the likeliest over both, and keep the other', async () => {
    const { triggers, same } = await labelled(['Norland shelled Velat .', 'The attack lasted'], {
      events: { shelled: ['shelling', 'asserted', 12], attack: ['air-strike', 'asserted', 6] },
      pairs: [
        ['shelled', 'attack', 'same'],
        ['attack', 'shelled', 'same'],
      ],
    })
    expect(same.map(({ a, b }) => [a, b])).toEqual([['t0', 't1']])
    expect(triggers.map(({ kind }) => kind)).toEqual(['shelling', 'shelling'])
    expect(triggers[1]?.others?.map(({ value }) => value)).toEqual(['air-strike'])
  })

  it('of which only one holds the other for the same are apart', async () => {
    const { same } = await labelled(['Norland shelled Velat .', 'The attack lasted'], {
      events: { shelled: ['shelling', 'asserted'], attack: ['shelling', 'asserted'] },
      pairs: [['shelled', 'attack', 'initiator']],
    })
    expect(same).toEqual([])
  })
})

describe('roles', () => {
  const roles = async (text: readonly string[], says: Says) => {
    const { roles, mentions } = await labelled(text, says)
    return roles.map(({ role, mention }) => [role, mentions.find(({ id }) => id === mention)?.quote.exact])
  }

  it('are whole noun phrases, less the article', async () => {
    const found = await roles(['The Norland army shelled a small village'], {
      events: { shelled: ['shelling', 'asserted'] },
      pairs: [
        ['shelled', 'army', 'initiator'],
        ['shelled', 'village', 'target'],
      ],
    })
    expect(found).toEqual([
      ['initiator', 'Norland army'],
      ['target', 'small village'],
    ])
  })

  it('in a phrase that holds the trigger are the name in it', async () => {
    const found = await roles(['Norland strikes hit Velat'], {
      events: { strikes: ['air-strike', 'asserted'] },
      pairs: [['strikes', 'Norland', 'initiator']],
      mentions: [['actor', 'Norland']],
    })
    expect(found).toEqual([['initiator', 'Norland']])
  })

  it('of times, places and counts are only what the lexicon can resolve', async () => {
    const found = await roles(['Norland shelled the bridge in Velat on Monday'], {
      events: { shelled: ['shelling', 'asserted'] },
      pairs: [
        ['shelled', 'bridge', 'place'],
        ['shelled', 'Velat', 'place'],
        ['shelled', 'Monday', 'time'],
        ['shelled', 'on', 'time'],
      ],
      mentions: [
        ['place', 'Velat'],
        ['time', 'Monday'],
      ],
    })
    expect(found).toEqual([
      ['place', 'Velat'],
      ['time', 'Monday'],
    ])
  })

  it('of a pronoun are whom it stands for', async () => {
    const found = await roles(['The rebels left Velat .', 'They shelled it later'], {
      events: { shelled: ['shelling', 'asserted'] },
      pairs: [['shelled', 'They', 'initiator']],
    })
    expect(found).toEqual([['initiator', 'rebels']])
  })
})

describe('voices', () => {
  it('are holder and cue, with what they vouch for and how', async () => {
    const { attributions } = await labelled(['Norland shelled Velat , residents said'], {
      events: { shelled: ['shelling', 'attributed'] },
      pairs: [
        ['shelled', 'residents', 'about:event'],
        ['shelled', 'said', 'about:event'],
        ['shelled', 'residents', 'stance:doubts'],
      ],
      tags: [['cue', 'said']],
    })
    expect(attributions).toMatchObject([
      {
        holder: { exact: 'residents' },
        cue: { exact: 'said' },
        stance: 'doubts',
        covers: [{ trigger: 't0', about: 'event' }],
      },
    ])
  })

  it('that only hedge have no holder', async () => {
    const { attributions } = await labelled(['Norland allegedly shelled Velat'], {
      events: { shelled: ['shelling', 'attributed'] },
      pairs: [['shelled', 'allegedly', 'hedge']],
    })
    expect(attributions).toMatchObject([
      { holder: null, cue: { exact: 'allegedly' }, covers: [{ about: 'event' }] },
    ])
  })

  it('that speak of no event are kept, with what they say', async () => {
    const { attributions } = await labelled(['The mayor said the road was long'], {
      tags: [
        ['psource', 'The mayor'],
        ['pcue', 'said'],
        ['pcontent', 'the road was long'],
      ],
    })
    expect(attributions).toMatchObject([
      {
        holder: { exact: 'The mayor' },
        cue: { exact: 'said' },
        content: [{ exact: 'the road was long' }],
        covers: [],
      },
    ])
  })
})

describe('what is named beside the events', () => {
  it('is kept as mentions, for names and places are resolved by it', async () => {
    const { mentions } = await labelled(['The Norland Union met in Velat'], {
      tags: [
        ['rOrganisation', 'Norland Union'],
        ['rLocation', 'Velat'],
      ],
    })
    expect(mentions.map(m => [m.kind, exact(m)])).toEqual([
      ['actor', 'Norland Union'],
      ['place', 'Velat'],
    ])
  })
})

describe('several for one part', () => {
  it('are kept where they are about as likely as the likeliest, and left out where they are not', async () => {
    const { roles, mentions } = await labelled(['In Velat and Dorvan and Orlo troops shelled'], {
      events: { shelled: ['shelling', 'asserted'] },
      pairs: [
        ['shelled', 'Velat', 'place', 4],
        ['shelled', 'Dorvan', 'place', 2],
        ['shelled', 'Orlo', 'place', 0.2],
      ],
      mentions: [
        ['place', 'Velat'],
        ['place', 'Dorvan'],
        ['place', 'Orlo'],
      ],
    })
    const named = roles.map(role => mentions.find(({ id }) => id === role.mention)?.quote.exact)
    expect(named).toEqual(['Velat', 'Dorvan'])
  })
})
