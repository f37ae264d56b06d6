import type { Noted } from '../../model/diagnostic.js'
import type { Labels } from '../../model/labels.js'
import type { Report } from '../../model/report.js'
import type { Sentence } from '../../model/sentence.js'
import type { Reader } from '../../ports.js'
import { soundLabels } from './sound.js'

// Furniture tells no events; nor do the lines that say who wrote the report, where and when.
const telling = new Set(['prose', 'headline', 'caption'])

/** Has the reader label the sentences that can tell events, and refuses labels whose words are not there. */
export async function labelReport(
  report: Report,
  sentences: readonly Sentence[],
  reader: Reader,
): Promise<Noted<Labels>> {
  const labels = await reader.read(
    report,
    sentences.filter(({ region }) => telling.has(region)),
  )
  return soundLabels(report.body, labels)
}
