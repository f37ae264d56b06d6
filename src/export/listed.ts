/** A list in one cell; null where it is empty. A semicolon of a part's own would divide it: it is written as a comma. */
export const listed = (parts: readonly string[], separator: ';' | '; '): string | null =>
  [...new Set(parts)].map(part => part.replaceAll(';', ',')).join(separator) || null
