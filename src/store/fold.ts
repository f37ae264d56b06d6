/**
 * A name as it is compared: without case (by Unicode, which SQLite's own functions do not know) and without the
 * accents that sit on Latin, Greek and Cyrillic letters. Upper case, since it also joins `ß` with `ss` and `ς` with `σ`.
 */
export function fold(name: string): string {
  return name
    .normalize('NFKD')
    .toUpperCase()
    .replace(/[\u0300-\u036f]/g, '')
}

/** A LIKE pattern, with `\` as its escape, for text that contains these words as they are written. */
export function containing(words: string): string {
  return `%${words.replace(/[\\%_]/g, '\\$&')}%`
}
