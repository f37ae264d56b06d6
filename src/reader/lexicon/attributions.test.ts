import { describe, expect, it } from 'vitest'
import type { HarmLink, Mention, Trigger } from '../../model/labels.js'
import type { Sentence } from '../../model/sentence.js'
import type { EventKind, Status } from '../../model/vocabulary.js'
import { quoteAt } from '../../text/quote.js'
import { findAttributions } from './attributions.js'
import { tagSentence } from './tag.js'

const made = { by: 'test', score: null }

/** A text with its marks taken out, and where the marked words stand: `[raid]{air-strike}` tells an event. */
function unmark(marked: string): { body: string; marks: { name: string; start: number; end: number }[] } {
  const marks: { name: string; start: number; end: number }[] = []
  let body = ''
  for (const [whole, words, name] of marked.matchAll(/\[([^\]]*)\]\{([\w-]+)\}|[^[]+|\[/g)) {
    const text = words ?? whole
    if (name) marks.push({ name, start: body.length, end: body.length + text.length })
    body += text
  }
  return { body, marks }
}

/** One sentence for each stretch that ends in a full stop, question mark or line break, with closing marks. */
function sentencesOf(body: string): Sentence[] {
  return [...body.matchAll(/\S(?:[^.?\n]|\.(?=\w))*[.?]?[”"]*/g)].map(({ 0: text, index }) => ({
    start: index,
    end: index + text.trimEnd().length,
    region: 'prose' as const,
    tokens: [],
  }))
}

function read(marked: string, status: Status = 'asserted') {
  const { body, marks } = unmark(marked)
  const triggers: Trigger[] = []
  const mentions: Mention[] = []
  const harms: HarmLink[] = []
  for (const [i, { name, ...span }] of marks.entries()) {
    const quote = quoteAt(body, span)
    if (name === 'count') {
      mentions.push({ id: `m${i}`, quote, kind: 'count', ...made })
      harms.push({ trigger: `t${i - 1}`, count: `m${i}`, what: 'killed', of: null, ...made })
    } else {
      triggers.push({ id: `t${i}`, quote, kind: name as EventKind, status, cues: [], ...made })
    }
  }
  const tagged = sentencesOf(body).map(sentence => tagSentence(body, sentence))
  return findAttributions(body, tagged, triggers, mentions, harms)
}

/** Each voice as `holder | cue | content`, with `| via` where there is one. */
const voices = (text: string): string[] =>
  read(text).map(({ holder, cue, content, via }) =>
    [
      holder?.exact ?? '-',
      cue?.exact,
      content.map(({ exact }) => exact).join(' … '),
      ...(via ? [via.exact] : []),
    ].join(' | '),
  )

describe('who says what', () => {
  it.each([
    ['The ministry said that the bridge had fallen.', 'The ministry | said | the bridge had fallen'],
    ['The ministry said on Friday the bridge had fallen.', 'The ministry | said | the bridge had fallen'],
    [
      'The bridge had fallen, officials in Vareth said.',
      'officials in Vareth | said | The bridge had fallen',
    ],
    [
      'The bridge had fallen, said the mayor of Vareth.',
      'the mayor of Vareth | said | The bridge had fallen',
    ],
    ['“The bridge has fallen,” Dana Orlo said.', 'Dana Orlo | said | “The bridge has fallen,”'],
    ['“The bridge has fallen,” said Dana Orlo on Sunday.', 'Dana Orlo | said | “The bridge has fallen,”'],
    [
      '“The bridge has fallen,” said Dana Orlo, “and the road is cut.”',
      'Dana Orlo | said | “The bridge has fallen,” … “and the road is cut.”',
    ],
    [
      'After the flood, IS claimed responsibility for breaking the dam.',
      'IS | claimed responsibility | for breaking the dam',
    ],
    ['The bridge, she said, had fallen.', 'she | said | The bridge … had fallen'],
    [
      'Dana Orlo, head of the council, said the bridge had fallen.',
      'Dana Orlo | said | the bridge had fallen',
    ],
    ['The minister, Dana Orlo, said the bridge had fallen.', 'Dana Orlo | said | the bridge had fallen'],
    ['It was residents who said the bridge had fallen.', 'residents | said | the bridge had fallen'],
    ['According to residents, the bridge had fallen.', 'residents | According to | the bridge had fallen'],
    ['The bridge had fallen, according to residents.', 'residents | according to | The bridge had fallen'],
    [
      'Residents told Reuters that the bridge had fallen.',
      'Residents | told | the bridge had fallen | Reuters',
    ],
    ['Residents told reporters that the bridge had fallen.', 'Residents | told | the bridge had fallen'],
    ['The army denied that troops had crossed.', 'The army | denied | troops had crossed'],
    ['Troops had reportedly crossed the river.', '- | reportedly | crossed the river'],
    ['The alleged raid lasted an hour.', '- | alleged | raid'],
    [
      'The army’s claim that the bridge had fallen was false.',
      'The army | claim | the bridge had fallen was false',
    ],
    [
      'THE NORTHERN FRONT [NF] SAID TODAY THAT THE BRIDGE HAD FALLEN.',
      'THE NORTHERN FRONT | SAID | THE BRIDGE HAD FALLEN',
    ],
    ['“The bridge has fallen,” said the governor, Dana Orlo.', 'Dana Orlo | said | “The bridge has fallen,”'],
    [
      'Survivors interviewed by the agency said the bridge had fallen.',
      'Survivors | said | the bridge had fallen',
    ],
    [
      'At least two bridges had fallen, officials told AFP on Sunday.',
      'officials | told | At least two bridges had fallen | AFP',
    ],
    [
      'The Ministry of Roads reports that the bridge has fallen.',
      'The Ministry of Roads | reports | the bridge has fallen',
    ],
    ['Survivors described the fall of the bridge.', 'Survivors | described | the fall of the bridge'],
    ['The first reports of shelling were wrong.', 'The first reports | reports | shelling'],
  ])('%s', (text, voice) => {
    expect(voices(text)).toContain(voice)
  })

  it('goes on with the speaker of a verb without a subject', () => {
    expect(voices('The ministry said the bridge had fallen, adding that the road was cut.')).toEqual([
      'The ministry | said | the bridge had fallen',
      'The ministry | adding | the road was cut',
    ])
  })

  it('hears those who are cited through the one who cites them', () => {
    const cited = ['residents | citing | the bridge had fallen | The army']
    expect(voices('The army said late on Monday, citing residents, that the bridge had fallen.')).toEqual(
      cited,
    )
  })

  it.each([
    ['The UN, US and EU said the bridge had fallen.', ['The UN', 'US', 'EU']],
    ['The bridge had fallen, two officers and a resident said.', ['two officers', 'a resident']],
  ])('hears each of those who speak together: %s', (text, holders) => {
    expect(read(text).map(({ holder }) => holder?.exact)).toEqual(holders)
  })

  it('follows a quotation over paragraphs', () => {
    const text = 'Dana Orlo said: “The bridge has fallen.\n\n“The road is cut.” Snow fell.'
    expect(voices(text)).toEqual(['Dana Orlo | said | “The bridge has fallen.\n\n“The road is cut.”'])
  })

  it('gives a quotation that nobody is named for to the speaker before it', () => {
    const text = '“The bridge has fallen,” Dana Orlo said. “Nobody can reach the town by road.”'
    expect(voices(text)).toEqual([
      'Dana Orlo | said | “The bridge has fallen,” … “Nobody can reach the town by road.”',
    ])
  })

  it('gives what follows a line that introduces it to the one who is introduced', () => {
    const text =
      'Foreign Minister Dana Orlo said:\n\nThe bridge has fallen.\n\nThe road is cut.\n\nResidents said snow fell.'
    expect(voices(text)).toEqual([
      'Foreign Minister Dana Orlo | said | The bridge has fallen.\n\nThe road is cut.',
      'Residents | said | snow fell',
    ])
  })

  it.each([
    ['Dana Orlo said the bridge had fallen. She added that the road was cut.', 'Dana Orlo'],
    ['The army said the bridge had fallen. It added that the road was cut.', 'The army'],
    ['Residents said the bridge had fallen. They added that the road was cut.', 'Residents'],
    [
      'Police closed the road. The State Department urged calm. It said the bridge had fallen.',
      'The State Department',
    ],
    ['The governor said the bridge had fallen. The road was cut, he added.', 'The governor'],
    [
      'Minister Dana Orlo said the bridge had fallen. The minister added that the road was cut.',
      'Minister Dana Orlo',
    ],
    [
      'Dana Orlo met the council. According to the regional governor, the road was cut.',
      'the regional governor',
    ],
  ])('names the speaker before: %s', (text, holder) => {
    expect(read(text).at(-1)?.holder?.exact).toBe(holder)
  })

  it('has the office speak through its spokesperson, also where the name stands alone later', () => {
    const text = 'Army spokesman Ivo Tarn said the bridge had fallen. The road was cut, Tarn said.'
    expect(read(text).map(({ holder, via }) => [holder?.exact, via?.exact])).toEqual([
      ['Army', 'Ivo Tarn'],
      ['Army', 'Ivo Tarn'],
    ])
  })

  it.each([
    'No group has claimed responsibility.',
    'Snow fell on the town.',
    'She told the story of a bridge.',
    'The minister declined to comment.',
  ])('hears nobody vouch in: %s', text => {
    expect(read(text.replace('.', ' after the [raid]{raid}.')).flatMap(({ covers }) => covers)).toEqual([])
  })
})

describe('what a voice covers', () => {
  const covers = (text: string): string[] =>
    read(text).flatMap(({ stance, covers }) =>
      covers.map(({ trigger, about }) => `${stance} ${trigger} ${about}`),
    )

  it.each([
    ['The army said it had [shelled]{shelling} the town.', ['says t0 event']],
    ['The army [shelled]{shelling} the town, and residents said it was dark.', []],
    ['The army denied it had [shelled]{shelling} the town.', ['denies t0 event']],
    ['Medics said the [raid]{air-strike} killed [12]{count} people.', ['says t0 event', 'says t0 harm']],
    ['The army blamed rebels for the [raid]{raid}.', ['says t0 initiator']],
    ['The group claimed responsibility for the [bombing]{bombing}.', ['claims t0 initiator']],
    ['A [bombing]{bombing} shook the town. The group claimed responsibility.', ['claims t0 initiator']],
    ['The group claimed the [bombing]{bombing}.', ['claims t0 initiator']],
    ['A [bombing]{bombing} shook the town. The group denied involvement.', ['denies t0 initiator']],
    ['The army rejected claims that it had [burned]{property-destruction} the mill.', ['denies t0 event']],
    ['The army rejected a [truce]{ceasefire}.', []],
    ['The UN described the [raid]{raid} as a crime.', []],
    ['Man charged after a [raid]{raid}.', []],
    ['A [truce]{ceasefire} is expected.', []],
    ['No [raid]{raid} was reported.', []],
    ['The “[massacre]{massacre}” lasted an hour.', ['says t0 event']],
    ['Vareth announced [sanctions]{sanction} on the port.', []],
    ['Police announced the [arrest]{arrest} of a man.', ['says t0 event']],
    ['Police attributed the [raid]{raid} to rebels.', ['says t0 initiator']],
    ['Vareth vowed to [invade]{armed-clash}.', ['says t0 event']],
    ['Vareth said it [condemned]{accusation} the move.', []],
    ['Vareth called for a [ceasefire]{ceasefire}.', []],
    ['The video shows a [raid]{raid}.', []],
    ['Officials did not say whether a [raid]{raid} took place.', []],
    ['We fear the [war]{armed-clash} will go on.', []],
    ['Rebels allegedly [burned]{property-destruction} the mill.', ['says t0 event']],
  ])('%s', (text, expected) => {
    expect(covers(text)).toEqual(expected)
  })
})
