import type { Gazetteer } from '../ports.js'

/** First-level divisions (country and code) by the names that the gazetteer has for them; null where it has none. */
export function divisionNames(gazetteer: Gazetteer): (country: string, code: string) => string | null {
  const known = new Map<string, string | null>()
  return (country, code) => {
    const key = `${country}.${code}`
    const name =
      known.get(key) ??
      gazetteer.lookup(key, 'written').find(({ level }) => level === 'province')?.name ??
      null
    known.set(key, name)
    return name
  }
}
