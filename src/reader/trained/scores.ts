import type { LexicalFeatures } from './features.js'
import type { ModelLabels } from './model-files.js'
import type { Session } from './runtime.js'
import { pieceCount, roomIn, type Window, type WordSpan, type Words, windowsOf } from './windows.js'

/**
 * The model's scores (logits) over one report, joined from its windows: each word as read in the window where it stands
 * farthest from an edge.
 */
export interface Scores {
  /** That a word tells no event (first), or an event of each kind. */
  kinds(word: number): Float32Array
  statuses(word: number): Float32Array
  /** From -3 (did not happen) to 3 (happened). */
  factuality(word: number): number
  /** That a word stands outside a span of a layer, begins one, or is within one. `layer` counts the model's `layers`. */
  layer(word: number, layer: number): Float32Array
  /** What each word around a trigger is to it. In order of the text, for long reports are read again as it is asked. */
  towards(trigger: WordSpan): Promise<PairScores>
}

/** Scores of words `from` up to `to` towards one trigger. */
export interface PairScores extends Window {
  /** Of one of the model's `relations`; null where no window holds both trigger and word. */
  score(word: number, relation: number): number | null
}

/** The vectors of a window's words, a row each. */
interface Vectors extends Window {
  readonly left: Float32Array
  readonly right: Float32Array
}

const [cls, sep] = [101n, 102n] // of the vocabulary
/** Windows whose vectors are kept (some 1.3 MB each); those of longer reports are read a second time for their pairs. */
const kept = 16

/** Runs the model over a report. */
export async function scoreReport(
  words: Words,
  features: LexicalFeatures,
  model: ModelLabels,
  session: Session,
): Promise<Scores> {
  const windows = windowsOf(words, model.window)
  const width = 1 + model.kinds.length + model.statuses.length + 1 + 3 * model.layers.length
  const tags = new Float32Array(words.count * width)
  const vectors = new Map<number, Vectors>()
  const run = async (i: number, window: Window): Promise<{ tags: Float32Array; vectors: Vectors }> => {
    const read = await readWindow(words, features, window, session)
    const oldest = vectors.keys().next()
    if (vectors.size >= kept && !oldest.done) vectors.delete(oldest.value)
    vectors.set(i, read.vectors)
    return read
  }
  const windowAt = new Int32Array(words.count)
  for (const [i, window] of windows.entries()) {
    const { from, to } = ownStretch(windows, i, words.count)
    windowAt.fill(i, from, to)
    const read = await run(i, window)
    const rows = read.tags.subarray((from - window.from) * width, (to - window.from) * width)
    tags.set(rows, from * width)
  }
  const row = (word: number, at: number, length: number): Float32Array =>
    tags.subarray(word * width + at, word * width + at + length)
  const [status, factuality] = [1 + model.kinds.length, 1 + model.kinds.length + model.statuses.length]
  return {
    kinds: word => row(word, 0, status),
    statuses: word => row(word, status, model.statuses.length),
    factuality: word => tags[word * width + factuality] ?? 0,
    layer: (word, layer) => row(word, factuality + 1 + 3 * layer, 3),
    async towards(trigger) {
      const around: Vectors[] = []
      const own = windowAt[trigger.first] ?? 0
      for (const i of [own - 1, own, own + 1]) {
        const window = windows[i]
        if (!window || roomIn(window, trigger.first, trigger.last, words.count) < 0) continue
        around.push(vectors.get(i) ?? (await run(i, window)).vectors)
      }
      return pairScores(trigger, around, words, features, model)
    },
  }
}

/** The words of a window that stand farther from its edges than from those of the windows beside it. */
function ownStretch(windows: readonly Window[], i: number, count: number): Window {
  const border = (a: Window | undefined, b: Window | undefined): number =>
    // Of two windows that overlap, the first has as much room up to here as the second has from here.
    a && b ? Math.ceil((a.to + b.from) / 2) : a ? count : 0
  return { from: border(windows[i - 1], windows[i]), to: border(windows[i], windows[i + 1]) }
}

async function readWindow(
  words: Words,
  features: LexicalFeatures,
  { from, to }: Window,
  session: Session,
): Promise<{ tags: Float32Array; vectors: Vectors }> {
  const offset = (words.pieceAt[from] ?? 0) - 1
  const length = pieceCount(words, from, to) + 2
  const ids = new BigInt64Array(length)
  const feats = new Float32Array(length * features.width)
  ids[0] = cls
  ids[length - 1] = sep
  for (let word = from; word < to; word++) {
    const row = features.rows.subarray(word * features.width, (word + 1) * features.width)
    for (let at = words.pieceAt[word] ?? 0; at < (words.pieceAt[word + 1] ?? 0); at++) {
      ids[at - offset] = BigInt(words.pieces[at] ?? 0)
      feats.set(row, (at - offset) * features.width)
    }
  }
  const outputs = await session.run(ids, feats)
  // A word is read at its first piece.
  const firsts = (table: Float32Array): Float32Array => {
    const width = table.length / length
    const rows = new Float32Array((to - from) * width)
    for (let word = from; word < to; word++) {
      const at = ((words.pieceAt[word] ?? 0) - offset) * width
      rows.set(table.subarray(at, at + width), (word - from) * width)
    }
    return rows
  }
  const vectors = { from, to, left: firsts(outputs.left), right: firsts(outputs.right) }
  return { tags: firsts(outputs.tags), vectors }
}

/** Each score is reckoned when it is asked for: of most relations only a few words are. */
function pairScores(
  trigger: WordSpan,
  windows: readonly Vectors[],
  words: Words,
  features: LexicalFeatures,
  model: ModelLabels,
): PairScores {
  const [from, to] = [windows[0]?.from ?? 0, windows.at(-1)?.to ?? 0]
  const lefts = windows.map(window => meanLeft(window, trigger, Math.sqrt(model.rank)))
  const stepAt = stepsByDistance(model.near.steps)
  const lexical = lexicalScores(features.pairsWith(trigger), model)
  const read = Array.from({ length: to - from }, (_, i) => {
    const word = from + i
    const best = bestWindow(windows, Math.min(word, trigger.first), Math.max(word, trigger.last), words.count)
    const distance = (words.sentence[word] ?? 0) - (words.sentence[trigger.first] ?? 0)
    return {
      left: lefts[best],
      right: windows[best]?.right,
      at: (word - (windows[best]?.from ?? 0)) * model.rank * model.relations.length,
      bucket: Math.max(-4, Math.min(4, distance)) + 4,
      step: stepOf(word, trigger, stepAt, model.near.steps.length),
      lexical: lexical.get(word),
    }
  })
  return {
    from,
    to,
    score(word, relation) {
      const here = read[word - from]
      if (!here) return null
      if (!here.left || !here.right) return 0
      return (
        product(here.left, here.right, relation * model.rank, here.at, model.rank) +
        (model.bias[relation]?.[here.bucket] ?? 0) +
        (model.near.bias[relation]?.[here.step] ?? 0) +
        (here.lexical?.[relation] ?? 0)
      )
    },
  }
}

/** The window in which words stand farthest from an edge; -1 where none holds them. */
function bestWindow(windows: readonly Window[], first: number, last: number, count: number): number {
  let [best, most] = [-1, -1]
  for (let i = 0; i < windows.length; i++) {
    const window = windows[i]
    const room = window ? roomIn(window, first, last, count) : -1
    if (room > most) [best, most] = [i, room]
  }
  return best
}

/** Sum of `left[at + i] * right[skip + at + i]`. */
function product(left: Float64Array, right: Float32Array, at: number, skip: number, rank: number): number {
  let sum = 0
  for (let i = at; i < at + rank; i++) sum += (left[i] ?? 0) * (right[skip + i] ?? 0)
  return sum
}

/** How many of the steps each distance reaches, up to the last step. */
function stepsByDistance(steps: readonly number[]): Uint8Array {
  return Uint8Array.from({ length: (steps.at(-1) ?? 0) + 1 }, (_, distance) =>
    steps.reduce((reached, least) => reached + (least <= distance ? 1 : 0), 0),
  )
}

/** The column of `near` for a word: 0 within the trigger, then the distance after it, then before it. */
function stepOf(word: number, { first, last }: WordSpan, stepAt: Uint8Array, steps: number): number {
  if (word >= first && word <= last) return 0
  const distance = word > last ? word - last : first - word
  const step = stepAt[Math.min(distance, stepAt.length - 1)] ?? steps
  return word > last ? step : steps + step
}

/** What the lexicon says of words towards a trigger, a row of all relations each; it counts once, however often it says so. */
function lexicalScores(
  pairs: ReturnType<LexicalFeatures['pairsWith']>,
  { relations, lexicalWeights }: ModelLabels,
): Map<number, Float32Array> {
  const rows = new Map<number, Float32Array>()
  const done = new Set<number>()
  for (const { first, last, relation } of pairs) {
    for (let word = first; word <= last; word++) {
      const key = word * lexicalWeights.length + relation
      if (done.has(key)) continue
      done.add(key)
      const row = rows.get(word) ?? new Float32Array(relations.length)
      for (const [i, weight] of (lexicalWeights[relation] ?? []).entries()) row[i] = (row[i] ?? 0) + weight
      rows.set(word, row)
    }
  }
  return rows
}

function meanLeft({ from, left, to }: Vectors, { first, last }: WordSpan, scale: number): Float64Array {
  const width = left.length / (to - from)
  const sum = new Float64Array(width)
  for (let word = first; word <= last; word++) {
    for (let i = 0; i < width; i++) sum[i] = (sum[i] ?? 0) + (left[(word - from) * width + i] ?? 0)
  }
  return sum.map(x => x / ((last - first + 1) * scale))
}
