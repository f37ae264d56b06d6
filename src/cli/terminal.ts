// Titles, names and quotes come from strangers and go to a terminal: what could steer it is shown, not obeyed. Bidirectional
// overrides and isolates are among it, since they can make a line read as what it is not.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const steering = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/** Makes a stranger's text safe to print: control characters become `\u{…}`, line breaks and tabs are kept. */
export function printable(text: string): string {
  return text.replace(steering, c => `\\u{${(c.codePointAt(0) ?? 0).toString(16)}}`)
}

/** A stranger's text without line breaks: runs of white space become one space. */
export function spaced(text: string): string {
  return printable(text.replace(/\s+/g, ' '))
}

/** A stranger's text on one line of its own. */
export function oneLine(text: string): string {
  return spaced(text).trim()
}

export interface Style {
  readonly bold: (text: string) => string
  readonly dim: (text: string) => string
}

/** Colours where they are wanted: a terminal, no `NO_COLOR`, not `TERM=dumb`. */
export function styleFor(stream: { readonly isTTY?: boolean }, env: NodeJS.ProcessEnv): Style {
  if (!stream.isTTY || env.NO_COLOR || env.TERM === 'dumb') return plain
  const wrap = (code: number, end: number) => (text: string) => `\u001b[${code}m${text}\u001b[${end}m`
  return { bold: wrap(1, 22), dim: wrap(2, 22) }
}

/** Marks without colour: what is bold in a terminal stands between stars; brackets are the reports' own. */
export const plain: Style = { bold: text => `*${text}*`, dim: text => text }

/** A number with its noun: `1 report`, `2 reports`. */
export function counted(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`
}
