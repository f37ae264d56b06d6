import type { Diagnostic, Noted } from '../../model/diagnostic.js'
import type { Labels } from '../../model/labels.js'
import type { Report } from '../../model/report.js'
import type { Sentence } from '../../model/sentence.js'
import type { Reader } from '../../ports.js'
import { inEnglish } from './language.js'
import { soundLabels } from './sound.js'

// Furniture tells no events; nor do the lines that say who wrote the report, where and when.
const telling = new Set(['prose', 'headline', 'caption'])

/**
 * Has the reader label the sentences that can tell events, and refuses labels whose words are not there. A reader that
 * knows English alone is given English alone: what it would find in another language is chance.
 */
export async function labelReport(
  report: Report,
  sentences: readonly Sentence[],
  reader: Reader,
): Promise<Noted<Labels>> {
  const can = sentences.filter(({ region }) => telling.has(region))
  const legible = reader.languages === 'any' ? { value: can, notes: [] } : inEnglish(report.body, can)
  const complaints: Diagnostic[] = []
  const labels = await reader.read(report, legible.value, complaint => complaints.push(complaint))
  const sound = soundLabels(report.body, labels)
  return { value: sound.value, notes: [...legible.notes, ...complaints, ...sound.notes] }
}
