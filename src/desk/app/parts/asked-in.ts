import { dayAsked } from './day-asked.js'

/** What a URL asks for by some fields. A month or a year that somebody wrote there is the stretch of days that it is. Pure. */
export function askedIn<F extends string>(
  query: URLSearchParams,
  fields: readonly F[],
): Partial<Record<F, string>> {
  const asked: Partial<Record<F, string>> = {}
  for (const name of fields) {
    const field: string = name
    const value = query.get(field)
    if (value) asked[name] = field === 'from' || field === 'to' ? (dayAsked(value, field) ?? value) : value
  }
  return asked
}
