import { readFileSync } from 'node:fs'
import { Tokenizer } from '@huggingface/tokenizers'
import type { LoadedTools } from '../../src/load-tools.js'
import type { Labels } from '../../src/model/labels.js'
import type { Sentence } from '../../src/model/sentence.js'
import { EventKind } from '../../src/model/vocabulary.js'
import type { Reader } from '../../src/ports.js'
import { type LexicalFeatures, lexicalFeatures } from '../../src/reader/trained/features.js'
import type { ModelLabels } from '../../src/reader/trained/model-files.js'
import { cutWords, type Words, wordsAt } from '../../src/reader/trained/windows.js'
import { takeSnapshot } from '../../src/stages/1-acquire/index.js'
import { extractReport } from '../../src/stages/2-extract/index.js'
import { segmentReport } from '../../src/stages/3-segment/index.js'
import { labelReport } from '../../src/stages/4-read/index.js'

/** First and last word. */
export type WordPair = readonly [first: number, last: number]
/** The words that a stretch of the body covers, if it covers any and not more than `most` (60). */
export type At = (start: number, end: number, most?: number) => WordPair | null

/** A text as a set has it. */
export interface Row {
  readonly id: string
  readonly text: string
  readonly published?: string | null | undefined
  readonly outlet?: string | null | undefined
  readonly headline?: string | null | undefined
}

/** A text as the program reads it: what the model will be given of it, when it reads. */
export interface AsRead {
  readonly body: string
  readonly words: Words
  readonly lexical: LexicalFeatures
  readonly at: At
}

/** Beside the kinds, what the model takes and gives; reader.py reads the same file. */
const names: Pick<
  ModelLabels,
  'statuses' | 'layers' | 'relations' | 'lexicalRelations' | 'window' | 'rank'
> & {
  readonly marks: readonly string[]
} = JSON.parse(readFileSync(new URL('../labels.json', import.meta.url), 'utf8'))

/** The labels of a model that has not learned anything yet. */
const labels: ModelLabels = {
  ...names,
  format: 1,
  kinds: EventKind.options,
  features: [
    ...EventKind.options.map(kind => `kind:${kind}`),
    ...names.statuses.map(status => `status:${status}`),
    ...names.marks,
  ],
  bias: [],
  near: { steps: [], bias: [] },
  lexicalWeights: [],
  decisions: {},
  files: {},
}

/** Reads texts up to where the model would, by the program's own stages, so that both see the same words and marks. */
export function reading(tokenizerFile: string, { reader }: LoadedTools): (row: Row) => Promise<AsRead> {
  const tokenizer = new Tokenizer(JSON.parse(readFileSync(tokenizerFile, 'utf8')), {})
  return async row => {
    const { id, published = null, outlet = null, headline = null } = row
    const snapshot = takeSnapshot({
      bytes: Buffer.from(JSON.stringify(row)),
      source: id,
      mediaType: 'application/json',
      charset: 'utf-8',
      capturedAt: '2000-01-01T00:00:00Z',
      given: { name: id, published, outlet, headline },
    })
    const { value: report } = extractReport(snapshot)
    let seen: { readonly sentences: readonly Sentence[]; readonly lexical: Labels } | null = null
    const listening: Reader = {
      version: reader.version,
      async read(report, sentences) {
        const lexical = await reader.read(report, sentences)
        seen = { sentences, lexical }
        return lexical
      },
    }
    await labelReport(report, segmentReport(report), listening)
    return asRead(report.body, seen ?? nothing, tokenizer)
  }
}

const nothing = {
  sentences: [],
  lexical: { triggers: [], mentions: [], roles: [], harms: [], attributions: [], same: [] },
} satisfies { sentences: readonly Sentence[]; lexical: Labels }

function asRead(
  body: string,
  { sentences, lexical }: { readonly sentences: readonly Sentence[]; readonly lexical: Labels },
  tokenizer: Tokenizer,
): AsRead {
  const words = cutWords(body, sentences, tokenizer, names.window.longest)
  return {
    body,
    words,
    lexical: lexicalFeatures(lexical, words, labels),
    at(start, end, most) {
      const span = wordsAt(words, { start, end }, most)
      return span ? [span.first, span.last] : null
    },
  }
}

/** What every example holds, whatever its set labels. */
export function exampleOf(id: string, { words, lexical }: AsRead) {
  const each = Array.from({ length: words.count }, (_, word) => word)
  return {
    id,
    sentences: [...words.sentence],
    pieces: each.map(word => [...words.pieces.slice(words.pieceAt[word], words.pieceAt[word + 1])]),
    /** The columns that the lexicon marks. */
    features: each.map(word => {
      const row = lexical.rows.subarray(word * lexical.width, (word + 1) * lexical.width)
      return [...row.keys()].filter(column => row[column] === 1)
    }),
  }
}
