import { InputFault } from '../../model/input-fault.js'
import type { Capture, MediaType } from '../../model/snapshot.js'
import { signatureOf } from './signatures.js'

/** As far into the bytes as one must look to tell what they are. */
const window = 65_536

/**
 * What a capture can be read as. A known signature beats what is declared (a PDF named `.txt` is a PDF); what is
 * declared beats the look of the text; bytes that declare nothing are judged by how they look.
 * @throws InputFault where that is none of the media types that can be read.
 */
export function sniffMediaType({ bytes, source, mediaType, charset }: Capture): MediaType {
  const head = bytes.subarray(0, window)
  const signature = signatureOf(head)
  if (signature !== null) throw unsupported(source, signature)
  if (!isWide(head, charset) && isBinary(head)) {
    throw new InputFault({
      code: 'binary',
      source,
      message: 'these bytes are no text',
      help: 'Hand in plain text, HTML or JSONL. If it is text in UTF-16, save it as UTF-8.',
    })
  }
  const look = Buffer.from(head).toString('latin1')
  if (/^\W{0,3}\s*<\?xml[^>]*>\s*(?:<!--[^>]*-->\s*)*<(?:rss|feed|rdf:RDF)\b/i.test(look)) {
    throw unsupported(source, 'a feed (RSS or Atom)')
  }
  const declared = mediaType?.split(';')[0]?.trim().toLowerCase() ?? ''
  if (declared === 'application/json' || declared === 'application/jsonl') return 'application/json'
  if (declared === 'text/html' || declared === 'application/xhtml+xml') return 'text/html'
  if (declared.startsWith('text/')) return 'text/plain'
  if (declared !== '' && declared !== 'application/octet-stream') {
    throw unsupported(source, `declared as ${declared}`)
  }
  return bySight(look, bytes)
}

function bySight(look: string, bytes: Uint8Array): MediaType {
  if (/^\W{0,3}\s*<(?:!doctype\s+html|html|head|body|\?xml)\b/i.test(look)) return 'text/html'
  if (/<(?:html|body|article|p|div)[\s>]/i.test(look.slice(0, 4096)) && /<\/\w+>/.test(look))
    return 'text/html'
  return isRow(bytes) ? 'application/json' : 'text/plain'
}

/** One JSON object with a `text`. Anything else in braces is read as the text that it is. */
function isRow(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes)
  if (!text.trimStart().startsWith('{')) return false
  try {
    const row: unknown = JSON.parse(text)
    return typeof row === 'object' && row !== null && 'text' in row && typeof row.text === 'string'
  } catch {
    return false
  }
}

/** UTF-16, by its byte order mark or by declaration: its zero bytes are text. */
function isWide(head: Uint8Array, charset: string | null): boolean {
  const mark = ((head[0] ?? 0) << 8) | (head[1] ?? 0)
  return mark === 0xfeff || mark === 0xfffe || /^(?:utf-?16|ucs-?2|unicode)/i.test(charset ?? '')
}

/** Text has no zero byte, and next to no control characters but tab, line feed, form feed, return and escape. */
function isBinary(head: Uint8Array): boolean {
  let controls = 0
  for (const byte of head) {
    if (byte === 0) return true
    if (byte < 32 && !(byte >= 9 && byte <= 13) && byte !== 27) controls++
  }
  return controls > head.length / 50
}

function unsupported(source: string, what: string): InputFault {
  return new InputFault({
    code: 'unsupported-media-type',
    source,
    message: `this is ${what}, which cannot be read`,
    help: 'Save its text as plain text or its page as HTML, and hand that in.',
  })
}
