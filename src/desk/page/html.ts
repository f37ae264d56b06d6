/** Markup that this program wrote: whatever stands in it of others is escaped. */
export interface Html {
  readonly markup: string
}
type Part = Html | string | number | null | readonly Part[]

/**
 * Writes markup. Every text put into it is escaped, and stays text wherever it stands: between tags, or in an attribute with
 * quotation marks around it.
 */
export function html(parts: TemplateStringsArray, ...values: readonly Part[]): Html {
  return { markup: parts.reduce((made, part, i) => `${made}${markupOf(values[i - 1] ?? null)}${part}`) }
}

/** A text of somebody else's: its direction is its own, and what turns it round ends with it. */
export const told = (text: string): Html => html`<bdi>${text}</bdi>`

/** Pieces with something between each two of them. */
export const joined = (pieces: readonly Part[], between = ', '): Html => ({
  markup: pieces.map(markupOf).join(escaped(between)),
})

function markupOf(part: Part): string {
  if (part === null) return ''
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part))
  return 'markup' in part ? part.markup : part.map(markupOf).join('')
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
}

/** The one way by which a text comes into markup. What no HTML may hold (control characters, halves of pairs) becomes U+FFFD. */
function escaped(text: string): string {
  return (
    text
      .toWellFormed()
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
      .replace(/[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff]/g, '\ufffd')
      .replace(/[&<>"'`]/g, sign => entities[sign] ?? sign)
  )
}
