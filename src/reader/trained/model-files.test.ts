import { cpSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ReaderError } from '../reader-error.js'
import { readModelFiles } from './model-files.js'

const tiny = join(import.meta.dirname, '../../../test/models/tiny')
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'model-'))
  cpSync(tiny, folder, { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true }))

const read = () => readModelFiles(pathToFileURL(`${folder}/`))
const fault = (): unknown => {
  try {
    return read()
  } catch (error) {
    return error
  }
}
const edit = (name: string, change: (text: string) => string): void => {
  const path = join(folder, name)
  writeFileSync(path, change(readFileSync(path, 'latin1')), 'latin1')
}

describe('readModelFiles', () => {
  it('gives what the labels say, with what they leave out', () => {
    const { labels } = read()
    expect(labels.kinds).toEqual(['shelling', 'air-strike'])
    expect(labels.decisions.trigger).toEqual({ threshold: 0.6, temperature: 1, bias: 0 })
  })

  it('names the version after what is decided by', () => {
    const before = read().version
    edit('labels.json', text => text.replace('"threshold": 0.6', '"threshold": 0.7'))
    expect(read().version).not.toBe(before)
  })

  it.each<[string, () => void, string, RegExp]>([
    ['no model at all', () => rmSync(join(folder, 'labels.json')), 'model-missing', /labels\.json/],
    ['no weights', () => rmSync(join(folder, 'reader.onnx')), 'model-missing', /reader\.onnx/],
    [
      'weights cut off',
      () => truncateSync(join(folder, 'reader.onnx'), 99),
      'model-truncated',
      /99 of its \d+/,
    ],
    [
      'other weights',
      () => edit('reader.onnx', x => x.replace('tiny', 'evil')),
      'model-changed',
      /reader\.onnx/,
    ],
    ['weights with more behind', () => edit('reader.onnx', x => `${x}x`), 'model-changed', /reader\.onnx/],
    [
      'another vocabulary',
      () => edit('tokenizer.json', x => x.replace('104', '105')),
      'model-changed',
      /tokenizer/,
    ],
    [
      'labels cut off',
      () => truncateSync(join(folder, 'labels.json'), 99),
      'model-truncated',
      /labels\.json/,
    ],
    [
      'another format',
      () => edit('labels.json', x => x.replace('1', '7')),
      'model-version',
      /format 7.*format 1/,
    ],
    [
      'a kind that is none',
      () => edit('labels.json', x => x.replace('shelling', 'x')),
      'model-damaged',
      /kinds/,
    ],
    [
      'a table too short',
      () => edit('labels.json', x => x.replace('[[3, ', '[[')),
      'model-damaged',
      /tables/,
    ],
  ])('%s', (_, harm, code, message) => {
    harm()
    const error = fault()
    expect(error).toBeInstanceOf(ReaderError)
    expect(error).toMatchObject({
      code,
      message: expect.stringMatching(message),
      help: expect.stringMatching(/lexicon/),
    })
  })
})
