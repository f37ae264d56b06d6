import { describe, expect, test } from 'vitest'
import { InputFault } from '../../model/input-fault.js'
import type { Capture } from '../../model/snapshot.js'
import { maxBytes, takeSnapshot } from './index.js'

const capture = (bytes: Uint8Array | string, mediaType: string | null = null): Capture => ({
  bytes: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes,
  source: 'desk/report',
  mediaType,
  charset: null,
  capturedAt: '2031-05-01T00:00:00Z',
  given: { name: 'report', published: null, outlet: null, headline: null },
})

const faultOf = (input: Capture): InputFault => {
  try {
    takeSnapshot(input)
  } catch (error) {
    if (error instanceof InputFault) return error
    throw error
  }
  throw new Error('no fault')
}

describe('a snapshot', () => {
  test('is named by its bytes alone', () => {
    const id = takeSnapshot(capture('abc')).id
    expect(id).toBe('snapshot:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
    expect(takeSnapshot({ ...capture('abc'), source: 'elsewhere' }).id).toBe(id)
  })

  test.each([
    ['plain words', null, 'text/plain'],
    ['plain words', 'text/markdown', 'text/plain'],
    ['1 < 2 and 3 > 2, said the minister', null, 'text/plain'],
    ['<!DOCTYPE html><p>A page', null, 'text/html'],
    ['\ufeff\n<html lang=en>', null, 'text/html'],
    ['<div>Part of a page</div>', null, 'text/html'],
    ['<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"/>', null, 'text/html'],
    ['<p>Declared as text</p>', 'text/plain; charset=utf-8', 'text/plain'],
    ['Declared as a page', 'text/html', 'text/html'],
    ['{"id": "a", "text": "A row."}', null, 'application/json'],
    ['{"id": "a", "text": 5}', null, 'text/plain'],
    ['{"text": "A row."}', 'application/json', 'application/json'],
    ['{ braces that are no JSON', null, 'text/plain'],
    ['{"text": "A row."}', 'application/octet-stream', 'application/json'],
  ])('%j declared %j is %s', (text, declared, expected) => {
    expect(takeSnapshot(capture(text, declared)).mediaType).toBe(expected)
  })

  test('UTF-16 is text by its mark', () => {
    expect(takeSnapshot(capture(Buffer.from('\ufeffTwo men', 'utf16le'))).mediaType).toBe('text/plain')
  })
})

describe('what cannot be read is told', () => {
  test.each([
    ['nothing', '', null, 'empty-text'],
    ['a PDF named .txt', '%PDF-1.7 ...', 'text/plain', 'unsupported-media-type'],
    ['a ZIP', 'PK\x03\x04rest', null, 'unsupported-media-type'],
    ['a declared picture', 'svg', 'image/svg+xml', 'unsupported-media-type'],
    ['a feed', '<?xml version="1.0"?>\n<rss version="2.0"></rss>', null, 'unsupported-media-type'],
    ['zero bytes', 'some\0thing', 'text/plain', 'binary'],
    ['control characters', '\x01\x02\x03 text \x04\x05', null, 'binary'],
  ])('%s', (_, text, declared, code) => {
    const fault = faultOf(capture(text, declared))
    expect(fault).toMatchObject({ code, source: 'desk/report' })
    expect(fault.help).not.toBe('')
  })

  test('a PNG picture is named', () => {
    expect(faultOf(capture(Buffer.from('89504e470d0a1a0a', 'hex'))).message).toContain('PNG')
  })

  test('more than the most', () => {
    expect(faultOf(capture(new Uint8Array(maxBytes + 1).fill(65))).code).toBe('too-large')
  })
})
