import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Tokenizer } from '@huggingface/tokenizers'
import { z } from 'zod'
import { EventKind, Status } from '../../model/vocabulary.js'
import { sha256 } from '../../text/ids.js'
import { modelFault } from './model-fault.js'

/** Of the files' layout and of what the graph takes and gives. A model of another is refused. */
const format = 1

const Decision = z
  .object({
    /** The least calibrated probability at which it is made. */
    threshold: z.number().min(0).max(1),
    /** Probability = sigmoid or softmax of (score + bias) / temperature, fitted on reports that were not trained on. */
    temperature: z.number().positive().default(1),
    bias: z.number().default(0),
  })
  .readonly()
export type Decision = z.infer<typeof Decision>

const rows = z.array(z.array(z.number()).readonly()).readonly()
const names = z.array(z.string()).readonly()

/** What the model takes and gives, and where its scores are trusted; written by `training/export.py`. */
const ModelLabels = z
  .object({
    format: z.literal(format),
    kinds: z.array(EventKind).readonly(),
    statuses: z.array(Status).readonly(),
    /** Spans that are tagged, each with O, B and I. */
    layers: names,
    /** What a word can be to a trigger. */
    relations: names,
    /** What the lexicon can say of a word and a trigger; each adds its row of `lexicalWeights` to the pair's scores. */
    lexicalRelations: names,
    /** What the lexicon can say of a word, in the order of the columns of the input `feats`. */
    features: names,
    /** In word pieces; `longest` is how many are read of one word. */
    window: z
      .object({ size: z.number().int(), overlap: z.number().int(), longest: z.number().int() })
      .readonly(),
    /** Numbers by which one relation's left and right vectors are multiplied. */
    rank: z.number().int(),
    /** Relation by distance in sentences, from -4 or less to 4 or more. */
    bias: rows,
    /** Relation by distance in words: 0 within the trigger, then by each of `steps` after it, then before it. */
    near: z.object({ steps: z.array(z.number().int()).readonly(), bias: rows }).readonly(),
    /** Lexical relation by relation. */
    lexicalWeights: rows,
    decisions: z.record(z.string(), Decision).readonly(),
    /** The files beside this one that are loaded. */
    files: z.record(z.string(), z.object({ bytes: z.number().int(), sha256: z.string() })).readonly(),
  })
  .readonly()
  .refine(
    ({ relations, bias, near, lexicalRelations, lexicalWeights }) =>
      bias.length === relations.length &&
      bias.every(row => row.length === 9) &&
      near.bias.length === relations.length &&
      near.bias.every(row => row.length === 2 * near.steps.length + 1) &&
      lexicalWeights.length === lexicalRelations.length &&
      lexicalWeights.every(row => row.length === relations.length),
    'tables that do not fit the relations',
  )
export type ModelLabels = z.infer<typeof ModelLabels>

/** A model as it lies on disk, checked against its digests. */
export interface ModelFiles {
  readonly labels: ModelLabels
  readonly tokenizer: Tokenizer
  readonly weights: Uint8Array
  /** Names the weights, thresholds and vocabulary together. */
  readonly version: string
}

/** Where the model lies that comes with the program: as far from src/ as from dist/. */
export const modelFolder = new URL('../../../models/reader/', import.meta.url)

/**
 * Reads a model from a folder (a URL that ends in a slash).
 * @throws ReaderError where a file is missing, truncated or changed, or is of another version of the program.
 */
export function readModelFiles(folder: URL = modelFolder): ModelFiles {
  const labelBytes = bytesOf(folder, 'labels.json')
  const labels = parseLabels(labelBytes)
  const tokenizerJson = JSON.parse(checkedBytes(folder, 'tokenizer.json', labels).toString('utf8'))
  return {
    labels,
    tokenizer: new Tokenizer(tokenizerJson, {}),
    weights: checkedBytes(folder, 'reader.onnx', labels),
    version: sha256(labelBytes).slice(0, 8),
  }
}

function bytesOf(folder: URL, name: string): Buffer {
  try {
    return readFileSync(new URL(name, folder))
  } catch (cause) {
    const path = fileURLToPath(new URL(name, folder))
    throw modelFault('model-missing', `the model's ${path} cannot be read`, cause)
  }
}

function checkedBytes(folder: URL, name: string, { files }: ModelLabels): Buffer {
  const due = files[name]
  if (!due) throw modelFault('model-damaged', `the model's labels.json does not know ${name}`)
  const bytes = bytesOf(folder, name)
  if (bytes.length < due.bytes) {
    throw modelFault('model-truncated', `the model's ${name} has ${bytes.length} of its ${due.bytes} bytes`)
  }
  const found = sha256(bytes)
  if (found !== due.sha256) {
    const digests = `its SHA-256 is ${found.slice(0, 12)}…, not ${due.sha256.slice(0, 12)}…`
    throw modelFault('model-changed', `the model's ${name} is not what was exported: ${digests}`)
  }
  return bytes
}

function parseLabels(bytes: Buffer): ModelLabels {
  let json: unknown
  try {
    json = JSON.parse(bytes.toString('utf8'))
  } catch (cause) {
    throw modelFault('model-truncated', "the model's labels.json is no whole JSON", cause)
  }
  const other = z.object({ format: z.number() }).safeParse(json).data?.format
  if (other !== undefined && other !== format) {
    throw modelFault('model-version', `the model is of format ${other}; this program reads format ${format}`)
  }
  const parsed = ModelLabels.safeParse(json)
  if (parsed.success) return parsed.data
  throw modelFault('model-damaged', `the model's labels.json is at fault: ${z.prettifyError(parsed.error)}`)
}

/** The decision on a relation, or on its group ("about" for "about:event"). */
export function decisionOf({ decisions }: ModelLabels, name: string): Decision {
  const decision = decisions[name] ?? decisions[name.split(':')[0] ?? name]
  if (decision) return decision
  throw modelFault('model-damaged', `the model's labels.json has no decision on ${name}`)
}
