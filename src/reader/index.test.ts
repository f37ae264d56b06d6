import { describe, expect, it } from 'vitest'
import { loadTools } from '../load-tools.js'
import type { Diagnostic } from '../model/diagnostic.js'
import type { Reader } from '../ports.js'
import { readReport } from '../read-report.js'
import { findCounts } from '../stages/5-resolve/counts/index.js'
import { findTimes } from '../stages/5-resolve/times/index.js'
import { withFallBack } from './fall-back.js'
import { loadReader, ReaderError } from './index.js'

const tools = await loadTools({ reader: 'lexicon' })
const known = { ...tools, findTimes, findCounts }
const env = { ANTHROPIC_API_KEY: 'sk-a', OPENAI_API_KEY: 'sk-o' }

async function fault(reader: string, url?: string, given: NodeJS.ProcessEnv = env): Promise<unknown> {
  return loadReader({ reader, readerUrl: url }, known, given).then(
    () => null,
    (error: unknown) => error,
  )
}

describe('a reader', () => {
  it('is the lexicon where that is asked for, and nothing need be told', async () => {
    const { reader, notes } = await loadReader({ reader: 'lexicon' }, known, env)
    expect({ version: reader.version, notes }).toEqual({ version: tools.reader.version, notes: [] })
  })

  it.each([
    ['llm:anthropic/claude-x', 'leaves this machine; it is sent to api.anthropic.com'],
    ['llm:openai/gpt-x', 'leaves this machine; it is sent to api.openai.com'],
    ['llm:ollama/llama3:8b', 'stays on this machine; it is sent to localhost:11434'],
    [
      'llm:ollama/gpt-oss:120b-cloud',
      'leaves this machine; it is sent to localhost:11434, which passes it on',
    ],
  ])('%s is named in the version, and where text goes is told', async (name, told) => {
    const { reader, notes } = await loadReader({ reader: name }, known, env)
    expect(reader.version).toMatch(new RegExp(`^${name}#[0-9a-f]{8}$`))
    expect(notes).toEqual([expect.stringContaining(told)])
  })

  it.each([
    ['by flag', 'https://models.example.org/v1', {}],
    ['by environment', undefined, { HERODOTUS_READER_URL: 'https://models.example.org/v1' }],
  ])('may be at a server of the user’s own, given %s', async (_, readerUrl, more) => {
    const { reader, notes } = await loadReader({ reader: 'llm:openai/some/model', readerUrl }, known, more)
    expect(reader.version).toContain('llm:openai/some/model@models.example.org#')
    expect(notes).toEqual([expect.stringContaining('it is sent to models.example.org')])
  })

  it.each(['gpt', 'llm', 'llm:openai', 'llm:openai/', 'llm:nobody/model', 'Lexicon', ''])(
    '%j is none',
    async name => {
      const error = await fault(name)
      expect(error).toBeInstanceOf(ReaderError)
      expect(error).toMatchObject({ code: 'no-such-reader', help: expect.stringContaining('lexicon') })
    },
  )

  it.each([
    ['llm:anthropic/claude-x', 'ANTHROPIC_API_KEY'],
    ['llm:openai/gpt-x', 'OPENAI_API_KEY'],
  ])('%s without a key says which to set', async (name, variable) => {
    expect(await fault(name, undefined, {})).toMatchObject({
      code: 'no-key',
      help: expect.stringContaining(variable),
    })
  })

  it.each(['localhost:8000', 'ftp://example.org', 'https://me:secret@example.org/v1', 'none'])(
    'at %s is none, and what is wrong with it is not repeated',
    async url => {
      const error = await fault('llm:openai/model', url)
      expect(error).toMatchObject({ code: 'no-such-server' })
      expect(`${error}`).not.toContain('secret')
    },
  )
})

describe('where the trained reader cannot be had', () => {
  const missing = async (): Promise<Reader> => {
    throw new Error('its model is missing')
  }

  it('the lexicon reads as ever, which is told once, noted in each reading and seen in the version', async () => {
    const { reader, notes } = await withFallBack(missing, async () => tools.reader)
    expect(notes).toEqual([expect.stringContaining('its model is missing; the lexicon reads instead')])
    expect(reader.version).toBe(`${tools.reader.version}+fell-back`)
    const capture = {
      bytes: new TextEncoder().encode('Rebels shelled the town of Velat on Tuesday, residents said.'),
      source: 'report.txt',
      mediaType: 'text/plain',
      charset: 'utf-8',
      capturedAt: '2031-05-07T00:00:00Z',
      given: { name: 'report', published: '2031-05-07', outlet: null, headline: null },
    }
    const { reading } = await readReport(capture, { ...tools, reader })
    const plain = await readReport(capture, tools)
    expect(reading.events).toEqual(plain.reading.events)
    expect(reading.events).toHaveLength(1)
    const told = (codes: readonly Diagnostic[]) => codes.filter(({ code }) => code === 'reader-fell-back')
    expect(told(reading.notes)).toMatchObject([{ message: expect.stringContaining('its model is missing') }])
    expect(told(plain.reading.notes)).toEqual([])
  })

  it('and where it can, it reads, and nothing is told', async () => {
    const trained: Reader = { version: 'trained-1', read: tools.reader.read }
    expect(await withFallBack(async () => trained, missing)).toEqual({ reader: trained, notes: [] })
  })
})
