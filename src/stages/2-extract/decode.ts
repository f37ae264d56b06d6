import type { Noted } from '../../model/diagnostic.js'
import { InputFault } from '../../model/input-fault.js'
import type { Snapshot } from '../../model/snapshot.js'
import { warning } from './note.js'

/** As far as HTML looks for its own charset (the standard says 1024; pages with long comments need more). */
const metaWindow = 4096

/**
 * The text of a snapshot's bytes, byte order mark removed. The charset is the mark's, else the declared one, else the
 * page's own `<meta>`, else UTF-8, else - where the bytes are none - windows-1252, and a note says so.
 * @throws InputFault where a charset is named that nobody knows.
 */
export function decode(snapshot: Snapshot): Noted<string> {
  const { bytes, source } = snapshot
  const label =
    markOf(bytes) ?? snapshot.charset ?? (snapshot.mediaType === 'text/html' ? metaCharset(bytes) : null)
  const encoding = label === null ? 'utf-8' : encodingOf(label, source)
  if (encoding === 'windows-1252') return { value: fromWindows1252(bytes), notes: [] }
  const text = new TextDecoder(encoding).decode(bytes)
  if (encoding !== 'utf-8' || !text.includes('\ufffd') || isUtf8(bytes)) return { value: text, notes: [] }
  const broken = text.split('\ufffd').length - 1
  // Text of one byte a character has no valid sequences of several bytes, but for rare accidents.
  const whole = (text.match(/[\u0080-\ufffc\u{10000}-\u{10ffff}]/gu) ?? []).length
  if (label !== null || whole > broken) {
    return {
      value: text,
      notes: [
        warning(
          'broken-utf-8',
          `${broken} ${broken === 1 ? 'place is' : 'places are'} no UTF-8 and ${broken === 1 ? 'stands' : 'stand'} as U+FFFD`,
          'Fetch the file anew, or save it as UTF-8.',
        ),
      ],
    }
  }
  return {
    value: fromWindows1252(bytes),
    notes: [
      warning(
        'charset-guessed',
        'no charset is declared and the bytes are no UTF-8: read as windows-1252',
        'If accents or quotation marks look wrong, save the file as UTF-8.',
      ),
    ],
  }
}

function markOf(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  return a === 0xfe && b === 0xff ? 'utf-16be' : null
}

/** The charset that a page names for itself; one in UTF-16 could not be read this far, so that means UTF-8. */
function metaCharset(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, metaWindow)).toString('latin1')
  const label = /<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([^\s"'/>;]+)/i.exec(head)?.[1]
  return label === undefined ? null : /^utf-?16/i.test(label) ? 'utf-8' : label
}

function encodingOf(label: string, source: string): string {
  try {
    return new TextDecoder(label).encoding
  } catch (cause) {
    throw new InputFault({
      code: 'unknown-charset',
      source,
      message: `the charset ${JSON.stringify(label)} is not known`,
      help: 'Save the file as UTF-8, or declare the charset that it is in.',
      cause,
    })
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** What windows-1252 has in 0x80..0x9f, where latin-1 has control characters. */
const upperControls = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

// By hand: the TextDecoder of several Node releases reads this encoding as latin-1.
function fromWindows1252(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString('latin1')
  return text.replace(/[\x80-\x9f]/g, c => upperControls[c.charCodeAt(0) - 0x80] ?? c)
}
