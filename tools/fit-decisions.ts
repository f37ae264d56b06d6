// Fits at which probability the trained reader makes each decision, by the record's own score on coded reports that the
// model was not trained on, and prints how well that does on the half of them that it was not fitted to:
//   npx tsx tools/fit-decisions.ts MODEL REPORTS CODINGS... > decisions.json
// MODEL is a folder as training/export.py writes it, with calibrated decisions, of which only the thresholds change;
// REPORTS a file of reports, and CODINGS folders of codings, as the codebook has them. Standard error tells the scores;
// standard output is what export.py takes.
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type CodedEvent, CodingFile } from '../src/bench/scorers/record/coding.js'
import {
  addRecordTallies,
  type RecordTally,
  recordTally,
  scoreReport,
} from '../src/bench/scorers/record/score-report.js'
import { prf } from '../src/bench/scorers/tally.js'
import { codedEvents } from '../src/bench/suites/record.js'
import { loadTools } from '../src/load-tools.js'
import type { Capture } from '../src/model/snapshot.js'
import { readReport, type Tools } from '../src/read-report.js'
import { lexiconReader } from '../src/reader/lexicon/index.js'
import { decode } from '../src/reader/trained/decode.js'
import { lexicalFeatures } from '../src/reader/trained/features.js'
import { type Decision, readModelFiles } from '../src/reader/trained/model-files.js'
import { openSession } from '../src/reader/trained/runtime.js'
import type { Scored } from '../src/reader/trained/scored.js'
import { type PairScores, type Scores, scoreReport as scoreWords } from '../src/reader/trained/scores.js'
import { cutWords } from '../src/reader/trained/windows.js'
import { findCounts } from '../src/stages/5-resolve/counts/index.js'
import { findTimes } from '../src/stages/5-resolve/times/index.js'

const [folder = '', reportsFile = '', ...codingFolders] = process.argv.slice(2)
const files = readModelFiles(pathToFileURL(`${resolve(folder)}/`))
const session = await openSession(files.weights)
const tools = await loadTools({ reader: 'lexicon' })
const lexicon = lexiconReader({ ...tools, findTimes, findCounts })

type Decisions = Readonly<Record<string, Decision>>

/** A coded report with what the model scored in it, which no decision changes. */
interface Case {
  readonly capture: Capture
  readonly gold: readonly CodedEvent[]
  readonly text: string
  scored?: Omit<Scored, 'model'>
}

const gold = new Map(
  codingFolders.flatMap(dir =>
    readdirSync(dir)
      .filter(name => name.endsWith('.json'))
      .map(name => CodingFile.parse(JSON.parse(readFileSync(join(dir, name), 'utf8'))))
      .map(coding => [coding.report, coding.events] as const),
  ),
)
const cases: Case[] = readFileSync(reportsFile, 'utf8')
  .trim()
  .split('\n')
  .flatMap(line => {
    const row = JSON.parse(line)
    const events = gold.get(row.id)
    if (!events) return []
    const { id, published, outlet, headline, text } = row
    const capture: Capture = {
      bytes: Buffer.from(line),
      source: id,
      mediaType: 'application/json',
      charset: 'utf-8',
      capturedAt: '2000-01-01T00:00:00Z',
      given: { name: id, published, outlet, headline },
    }
    return [{ capture, gold: events, text }]
  })

/** Scores that remember what stands around a trigger. */
function remembering(scores: Scores): Scores {
  const known = new Map<string, Promise<PairScores>>()
  return {
    ...scores,
    towards(trigger) {
      const key = `${trigger.first} ${trigger.last}`
      const before = known.get(key) ?? scores.towards(trigger)
      known.set(key, before)
      return before
    },
  }
}

async function tally(one: Case, decisions: Decisions): Promise<RecordTally> {
  const reader: Tools['reader'] = {
    version: 'being-fitted',
    async read(report, sentences) {
      if (!one.scored) {
        const lexical = await lexicon.read(report, sentences)
        const words = cutWords(report.body, sentences, files.tokenizer, files.labels.window.longest)
        const features = lexicalFeatures(lexical, words, files.labels)
        const scores = remembering(await scoreWords(words, features, files.labels, session))
        one.scored = { body: report.body, sentences, words, scores, lexical, by: 'trained' }
      }
      return decode({ ...one.scored, model: { ...files.labels, decisions } })
    },
  }
  const { reading } = await readReport(one.capture, { ...tools, reader })
  return scoreReport(one.text, one.gold, codedEvents(reading))
}

async function record(some: readonly Case[], decisions: Decisions): Promise<number> {
  const tallies: RecordTally[] = []
  for (const one of some) tallies.push(await tally(one, decisions))
  return prf(recordTally(addRecordTallies(tallies))).f1
}

const steps = [0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7, 0.8]
const fixed = new Set(['certainty', 'coref', 'tag']) // no slot of the record's score sees them

/** One threshold after another, up or down as long as the score grows; twice, for they depend on each other. */
async function fitted(some: readonly Case[]): Promise<Decisions> {
  let decisions: Decisions = files.labels.decisions
  let best = await record(some, decisions)
  for (let round = 0; round < 2; round++) {
    for (const name of Object.keys(decisions).filter(name => !fixed.has(name))) {
      for (const step of [-1, 1]) {
        for (;;) {
          const decision = decisions[name]
          const threshold = steps[steps.indexOf(decision?.threshold ?? 0) + step]
          if (!decision || threshold === undefined) break
          const tried = { ...decisions, [name]: { ...decision, threshold } }
          const score = await record(some, tried)
          if (score <= best) break
          best = score
          decisions = tried
        }
      }
    }
  }
  return decisions
}

const halves = [0, 1].map(half => cases.filter((_, i) => i % 2 === half))
const unseen: RecordTally[] = []
for (const half of [0, 1]) {
  const decisions = await fitted(halves[half] ?? [])
  for (const one of halves[1 - half] ?? []) unseen.push(await tally(one, decisions))
}
console.error(
  `record F1 on the halves that thresholds were not fitted to: ${(100 * prf(recordTally(addRecordTallies(unseen))).f1).toFixed(1)}`,
)
const decisions = await fitted(cases)
console.error(`fitted to all ${cases.length} reports: ${(100 * (await record(cases, decisions))).toFixed(1)}`)
console.log(JSON.stringify(decisions, null, 1))
