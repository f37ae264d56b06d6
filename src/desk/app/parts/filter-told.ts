import type { Filter } from './filter.js'

/** A filter in short, for a title: its values alone. A stretch of time is written as EDTF does, `2032-05-01/..`. */
export function inShort({ search, kind, status, place, actor, holder, from, to, ...rest }: Filter): string {
  const time = from || to ? `${from ?? '..'}/${to ?? '..'}` : undefined
  const words = search && `“${search}”`
  return [words, kind, status, place, actor, holder, time, ...Object.values(rest)].filter(Boolean).join(', ')
}
