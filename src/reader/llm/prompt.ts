import { readFileSync } from 'node:fs'
import { kinds } from '../../codebook/index.js'
import { sha256 } from '../../text/ids.js'
import { askedForm } from './form.js'

/** What the model is told of the codebook: its rules in short, and its kinds. */
export const instructions: string =
  readFileSync(new URL('./rules.md', import.meta.url), 'utf8') +
  Object.entries(kinds)
    .map(([kind, { what }]) => `- ${kind}: ${what}\n`)
    .join('')

/** Names the instructions and the form asked for: whoever edits them gets readings of their own. */
export const promptDigest: string = sha256(instructions + JSON.stringify(askedForm)).slice(0, 8)

/** A text as it is handed to the model: between marks that the text itself cannot hold, for they are made from it. */
export function asData(text: string): string {
  const mark = `report-${sha256(text).slice(0, 12)}`
  return `<${mark}>\n${text}\n</${mark}>`
}

/** Added where the first answer could not be read. */
export const onceMore = 'Answer with the JSON object alone, and complete it.'
