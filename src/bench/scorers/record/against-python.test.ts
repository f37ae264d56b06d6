import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { prf, type Tally } from '../tally.js'
import { type CodedEvent, CodingFile } from './coding.js'
import { addRecordTallies, recordTally, scoreReport, slotNames } from './score-report.js'

const data = process.env.HERODOTUS_DATA ?? fileURLToPath(new URL('../../../../../shared', import.meta.url))
const scorer = join(data, 'codebook/score-coding.py')
const missing = !existsSync(scorer)
  ? 'the shared data is not there (HERODOTUS_DATA)'
  : spawnSync('python3', ['--version']).status !== 0
    ? 'python3 is not there'
    : null

/** A stream of numbers in 0..1 that a seed fixes (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

const names = [
  'The Army',
  "Orland's",
  'ＮＡＴＯ ١٢',
  'Ílker İnönü',
  'स्त्री संघ',
  'ﬁre—brigade',
  '',
  'x_1',
  'ΟΔΟΣ',
  'a\u0345\u0334b',
]
const times = [
  '2031-21',
  '2031-24/..',
  '203X',
  'XXXX-01-02',
  '2031-02-30',
  '2031-13',
  '',
  '../2017',
  '2018-01~',
  '9999-12',
]

/** A coding as a reader might have it: events and values lost, doubled, swapped, renamed, moved and redated. */
function mutated(events: readonly CodedEvent[], text: string, random: () => number): CodedEvent[] {
  const chance = (p: number): boolean => random() < p
  const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(random() * from.length)]
  const length = [...text].length
  const quotes = (from: CodedEvent['trigger']): CodedEvent['trigger'] =>
    from.map(quote => {
      if (typeof quote === 'string' || !chance(0.3)) return quote
      if (chance(0.3)) return `${quote.exact}@${1 + Math.floor(random() * 3)}`
      const start = Math.max(0, Math.min(length - 1, quote.start + Math.floor(random() * 120) - 60))
      return { start, end: start + 1 + Math.floor(random() * 12), exact: 'x' }
    })
  const list = <T extends object>(from: readonly T[] | null | undefined, change: (x: T) => T): T[] =>
    (from ?? []).filter(() => !chance(0.15)).flatMap(x => (chance(0.1) ? [x, change(x)] : [change(x)]))
  const named = <T extends { name?: string | null | undefined; quotes: CodedEvent['trigger'] }>(x: T): T => ({
    ...x,
    name: chance(0.2) ? pick(names) : chance(0.2) ? x.name?.split(' ').slice(0, 1).join(' ') : x.name,
    quotes: quotes(x.quotes),
  })
  const changed = events
    .filter(() => !chance(0.15))
    .map(event => {
      const other = pick(events) ?? event
      return {
        ...event,
        kind: chance(0.2) ? other.kind : event.kind,
        status: chance(0.2) ? other.status : event.status,
        trigger: quotes(event.trigger),
        when: chance(0.2) ? { edtf: pick(times) } : chance(0.1) ? other.when : event.when,
        where: list(event.where, x => ({ ...named(x), country: chance(0.1) ? null : x.country })),
        initiators: list(chance(0.1) ? other.initiators : event.initiators, named),
        targets: list(event.targets, named),
        means: chance(0.2) ? null : quotes(event.means ?? []),
        harm: list(event.harm, x => ({ ...x, high: chance(0.2) ? null : x.high, quotes: quotes(x.quotes) })),
        said: list(event.said, x => ({ ...x, holder: chance(0.2) ? pick(names) : x.holder })),
      }
    })
  return changed.filter(() => !chance(0.1)).concat(changed.filter(() => chance(0.1)))
}

test.skipIf(missing !== null)(
  `equals score-coding.py to the digit${missing ? `: skipped, ${missing}` : ''}`,
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'herodotus-score-'))
    try {
      const reports = new Map(
        readFileSync(join(data, 'corpus/reports.jsonl'), 'utf8')
          .trim()
          .split('\n')
          .map(line => JSON.parse(line))
          .map(({ id, text }: { id: string; text: string }) => [id, text]),
      )
      const codings = ['train', 'dev'].flatMap(split =>
        readdirSync(join(data, 'corpus/codings', split)).map(file =>
          join(data, 'corpus/codings', split, file),
        ),
      )
      const golds = codings.map(path => CodingFile.parse(JSON.parse(readFileSync(path, 'utf8'))))
      for (const seed of [1, 2, 3, 4]) {
        const random = seeded(seed)
        const [goldDir, systemDir] = [join(folder, `${seed}-gold`), join(folder, `${seed}-system`)]
        mkdirSync(goldDir)
        mkdirSync(systemDir)
        const tallies = golds.map(({ report, events }) => {
          const text = reports.get(report) ?? ''
          const gold = seed % 2 ? events : mutated(events, text, random)
          const system = mutated(events, text, random)
          writeFileSync(join(goldDir, `${report}.json`), JSON.stringify({ report, events: gold.map(withId) }))
          writeFileSync(
            join(systemDir, `${report}.json`),
            JSON.stringify({ report, events: system.map(withId) }),
          )
          return scoreReport(text, gold, system)
        })
        const total = addRecordTallies(tallies)
        const shown = (tally: Tally): object => ({ ...tally, ...prf(tally) })
        const ours = Object.fromEntries(slotNames.map(slot => [slot, shown(total[slot])]))
        const args = [scorer, join(data, 'corpus/reports.jsonl'), goldDir, systemDir, '--json']
        const theirs = JSON.parse(execFileSync('python3', args, { encoding: 'utf8' }))
        expect({ ...ours, record: shown(recordTally(total)) }, `seed ${seed}`).toEqual(theirs)
      }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
)

const withId = (event: CodedEvent, i: number): object => ({ id: `e${i + 1}`, ...event })
