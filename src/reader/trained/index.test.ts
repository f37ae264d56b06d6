import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loadActors, loadGazetteer } from '../../gazetteer/index.js'
import type { Labels } from '../../model/labels.js'
import type { Report } from '../../model/report.js'
import { takeSnapshot } from '../../stages/1-acquire/index.js'
import { extractReport } from '../../stages/2-extract/index.js'
import { segmentReport } from '../../stages/3-segment/index.js'
import { findCounts } from '../../stages/5-resolve/counts/index.js'
import { findTimes } from '../../stages/5-resolve/times/index.js'
import { loadTrainedReader } from './index.js'
import { modelFolder } from './model-files.js'
import type { RuntimeName } from './runtime.js'

const known = { gazetteer: loadGazetteer(), actors: loadActors(), findTimes, findCounts }
const tiny = new URL('../../../test/models/tiny/', import.meta.url)

function reportOf(text: string): Report {
  const capture = {
    bytes: Buffer.from(text),
    source: 'made-up.txt',
    mediaType: 'text/plain',
    charset: 'utf-8',
    capturedAt: '2031-03-06T00:00:00Z',
    given: { name: 'made-up', published: '2031-03-06', outlet: null, headline: null },
  } as const
  return extractReport(takeSnapshot(capture)).value
}

async function read(text: string, folder: URL, only?: RuntimeName): Promise<Labels> {
  const reader = await loadTrainedReader(known, folder, only)
  const report = reportOf(text)
  return reader.read(report, segmentReport(report))
}

describe('loadTrainedReader', () => {
  it('points at words that the model takes to tell events', async () => {
    const { triggers } = await read('Rebels bombed the town of Velat. The army said so again.', tiny)
    expect(triggers.map(({ quote, kind }) => [quote.exact, kind])).toEqual([['bombed', 'air-strike']])
  })

  it('names in its version what the scores hang on', async () => {
    const of = async (only: RuntimeName) => (await loadTrainedReader(known, tiny, only)).version
    expect(await of('onnxruntime-node')).toMatch(/^trained-\w{8}\+lexicon-\w{8}\+onnxruntime-node$/)
    expect(await of('onnxruntime-web')).toMatch(/\+onnxruntime-web$/)
  })

  it('reads nothing in nothing', async () => {
    const reader = await loadTrainedReader(known, tiny)
    const none: Labels = { triggers: [], mentions: [], roles: [], harms: [], attributions: [], same: [] }
    expect(await reader.read(reportOf('Velat.'), [])).toEqual(none)
  })
})

// The model is made by training/export.py; the rest of this file is of it.
describe.skipIf(!existsSync(new URL('reader.onnx', modelFolder)))('the model in models/reader', () => {
  const text = `Rebels shelled the town of Orin on Monday, killing at least four soldiers, the army said. The governor of
Velat denied that his guards had taken part. Two days later an air strike hit a market near the town, residents told
reporters; nine people were injured. The rebels threatened to attack the port unless their commander was released.`

  it('reads the same on both runtimes', async () => {
    const [node, web] = await Promise.all([
      read(text, modelFolder, 'onnxruntime-node'),
      read(text, modelFolder, 'onnxruntime-web'),
    ])
    expect(node.triggers.length).toBeGreaterThan(2)
    const [scores, others]: [number[], number[]] = [[], []]
    const bare = (labels: Labels, into: number[]): string =>
      JSON.stringify(labels, (key, value) =>
        key === 'score' && value !== null ? into.push(value) * 0 : value,
      )
    expect(bare(web, others)).toEqual(bare(node, scores))
    for (const [i, score] of scores.entries()) expect(Math.abs((others[i] ?? 2) - score)).toBeLessThan(1e-3)
  })

  it('reads the same again', async () => {
    expect(await read(text, modelFolder)).toEqual(await read(text, modelFolder))
  })
})
