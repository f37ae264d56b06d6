import type { Passage, Range } from './passages.js'

const subordinate = new Set(['who', 'which', 'that', 'whom'])
const attaching = new Set(['of', 'for', 'in', 'at', 'from', 'with', 'on', 'near', 'within', 'to'])
const temporal =
  /^(mon|tues|wednes|thurs|fri|satur|sun)day$|^(january|february|march|april|may|june|july|august|september|october|november|december|today|yesterday|tomorrow|week|month|year|day|night|morning|evening|afternoon|time|hours?|minutes?|days|weeks|months|years|\d{4})$/

/** Whether the noun phrase at a word tells a time ("Friday", "last week"). */
export function isTime(p: Passage, at: number): boolean {
  const phrase = p.phraseAt.get(at)
  return temporal.test(p.words[phrase?.head ?? at]?.lower ?? '')
}

/** What a search for the speaker found: a noun phrase, or that the verb shares the subject of the one before it. */
export type Found = Range | 'shared' | null

/** The subject that stands before the verb at a word. */
export function speakerBefore(p: Passage, verb: number): Found {
  const here = (i: number): boolean => i >= 0 && p.quoted[i] === p.quoted[verb]
  let at = verb - 1
  while (here(at)) {
    const word = p.words[at]
    const phrase = p.phraseAt.get(at)
    if (!word) break
    if (phrase && isTime(p, at)) {
      at = phrase.from - 1
      if (p.words[at]?.pos === 'ADP') at--
    } else if (
      !phrase &&
      (/^(AUX|ADV)$/.test(word.pos) || /^(not|n't|n’t|have|has|had|be|been|'s|’s)$/.test(word.lower))
    )
      at--
    else break
  }
  if (/^[)\]]$/.test(p.words[at]?.text ?? ''))
    at = p.words.findLastIndex(({ text }, i) => /^[([]$/.test(text) && i < at) - 1
  if (!here(at)) return null
  const word = p.words[at]
  if (!word) return null
  if (word.text === ',') return beforeAside(p, at, here)
  if (subordinate.has(word.lower)) return antecedentOf(p, at, here)
  if (word.pos === 'CCONJ') return 'shared'
  if (word.lower === 'to') return ofGoverningVerb(p, at)
  return p.phraseAt.get(at)?.to === at + 1 ? (beforeParticiple(p, at) ?? wholePhrase(p, at)) : null
}

/** "survivors interviewed by the agency said": those whom the participle describes. */
function beforeParticiple(p: Passage, last: number): Range | null {
  const agent = p.phraseAt.get(last)?.from ?? last
  const participle = p.words[agent - 2]
  const described = p.phraseAt.get(agent - 3)
  const fits = p.words[agent - 1]?.lower === 'by' && /(ed|en)$/.test(participle?.lower ?? '')
  return fits && described?.to === agent - 2 ? wholePhrase(p, described.to - 1) : null
}

/** "John Smith, head of the council, said"; "The head of the council, John Smith, said". */
function beforeAside(p: Passage, comma: number, here: (i: number) => boolean): Found {
  let best: Range | null = null
  for (let at = comma - 1; here(at); at--) {
    const text = p.words[at]?.text ?? ''
    if (/^[;:]$/.test(text)) break
    if (text !== ',' || p.phraseAt.get(at - 1)?.to !== at || !here(at - 1)) continue
    const phrase = wholePhrase(p, at - 1)
    if (opensClause(p, phrase.from) && !isTime(p, at - 1)) best = phrase
  }
  const inner = p.phraseAt.get(comma - 1)
  // "The minister, Jane Doe, said": the name is what the report calls the speaker by.
  if (best && inner && inner.from === best.to + 1 && isTitle(p, best) && isName(p, inner)) {
    return { from: inner.from, to: inner.to }
  }
  return best ?? 'shared'
}

const office =
  /^(minister|secretary|president|commander|director|ambassador|governor|chairman|chairwoman|leader|chief|head)$/

const isTitle = (p: Passage, { to }: Range): boolean =>
  /^\p{Ll}/u.test(p.words[to - 1]?.text ?? '') || office.test(p.words[to - 1]?.lower ?? '')

const isName = (p: Passage, { from, to }: Range): boolean =>
  to - from > 1 && [p.words[from], p.words[to - 1]].every(word => /^\p{Lu}/u.test(word?.text ?? ''))

const opensClause = (p: Passage, at: number): boolean =>
  (p.phraseAt.has(at - 1) && isTime(p, at - 1)) ||
  at === 0 ||
  /^(PUNCT|CCONJ|SCONJ|ADV)$/.test(p.words[at - 1]?.pos ?? 'PUNCT') ||
  /^(that|before|after|as|while|when|since|because|until)$/.test(p.words[at - 1]?.lower ?? '')

function antecedentOf(p: Passage, at: number, here: (i: number) => boolean): Found {
  const before = p.words[at - 1]?.text === ',' ? at - 2 : at - 1
  return here(before) && p.phraseAt.get(before)?.to === before + 1 ? wholePhrase(p, before) : null
}

/** "declined to say", "went on to say": who declined, who went on. */
function ofGoverningVerb(p: Passage, to: number): Found {
  const verb = to - 1
  return /^(VERB|ADJ)$/.test(p.words[verb]?.pos ?? '') ? speakerBefore(p, verb) : null
}

/** The noun phrase that ends at a word with those that it hangs on: "head of the office in Basra", "army and police". */
export function wholePhrase(p: Passage, last: number): Range {
  let phrase = p.phraseAt.get(last) ?? { from: last, to: last + 1, head: last }
  const to = phrase.to
  let listed = false
  for (;;) {
    const link = p.words[phrase.from - 1]
    const left = p.phraseAt.get(phrase.from - 2)
    if (!link || left?.to !== phrase.from - 1) break
    const lists = link.text === ',' && listed && p.words[left.head]?.pos === 'PROPN'
    const adds = /^(and|or)$/.test(link.lower) && opensClause(p, left.from)
    listed ||= adds
    const joins = attaching.has(link.lower) || adds || lists
    if (!joins || p.words[left.head]?.pos === 'PRON') break
    if (isTime(p, left.head)) break
    phrase = left
  }
  return { from: phrase.from, to }
}

/** Each of those who speak together: "the UN, the US and Turkey", "two officers and a resident". */
export function eachOf(p: Passage, holder: Range): Range[] {
  const parts: Range[] = []
  let from = holder.from
  for (let at = holder.from; at < holder.to; at++) {
    const word = p.words[at]
    if (attaching.has(word?.lower ?? '')) return [holder]
    if (p.phraseAt.has(at) || !/^(,|and)$/.test(word?.lower ?? '')) continue
    if (at > from) parts.push({ from, to: at })
    from = at + 1
  }
  parts.push({ from, to: holder.to })
  const headOf = ({ to }: Range): string => p.words[to - 1]?.pos ?? ''
  const opens = ({ from: at }: Range): boolean => /^(DET|NUM)$/.test(p.words[at]?.pos ?? '')
  const alike = parts.every(part => opens(part) || headOf(part) === headOf(holder))
  return alike && parts.every(part => /^(NOUN|PROPN)$/.test(headOf(part))) ? parts : [holder]
}

/** "the governor, Dana Orlo": the name beside a title is what the report calls the speaker by. */
export function byName(p: Passage, speaker: Range): Range {
  const name = p.words[speaker.to]?.text === ',' ? p.phraseAt.get(speaker.to + 1) : undefined
  if (!name || !isTitle(p, speaker) || !isName(p, name)) return speaker
  return /^[,.;]$/.test(p.words[name.to]?.text ?? '.') ? { from: name.from, to: name.to } : speaker
}

/** The noun phrase that begins at a word with what hangs on it: "residents of the town", "the army and the police". */
export function phraseFrom(p: Passage, at: number): Range | null {
  let phrase = p.phraseAt.get(at)
  if (phrase?.from !== at) return null
  const from = phrase.from
  for (;;) {
    const link = p.words[phrase.to]
    const right = p.phraseAt.get(phrase.to + 1)
    if (!link || right?.from !== phrase.to + 1 || isTime(p, phrase.to + 1)) break
    if (!/^(of|for|in|at|from|and|with)$/.test(link.lower)) break
    if (link.lower === 'and' && /^(VERB|AUX)$/.test(p.words[right.to]?.pos ?? '')) break
    phrase = right
  }
  return { from, to: phrase.to }
}
