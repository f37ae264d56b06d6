/**
 * PostgreSQL keeps every character in its text but U+0000, which a report in JSON may hold. In its place stands a pair that
 * begins with a code point which Unicode keeps for programs' own use and no text has; one that has it all the same is
 * given back as it was.
 */
const sign = '\ufdd0'
const zero = `${sign}0`
const itself = `${sign}1`

/** A value as PostgreSQL can keep it. */
export function withoutZeros(value: unknown): unknown {
  return typeof value !== 'string' ? value : value.replaceAll(sign, itself).replaceAll('\u0000', zero)
}

/** A row as it was before. */
export function withZeros<R>(row: R): R {
  if (typeof row !== 'object' || row === null) return row
  for (const [column, value] of Object.entries(row)) {
    if (typeof value !== 'string' || !value.includes(sign)) continue
    Object.assign(row, { [column]: value.replaceAll(zero, '\u0000').replaceAll(itself, sign) })
  }
  return row
}
