import type { Form } from './form.js'

/** A word before a time that makes it a bound: TIMEX3 leaves it out, EDTF does not. */
export type Signal = 'since' | 'until' | null

/** Reads the signal before a time: "since May", "until Friday", "starting on Wednesday". */
export function signalAt(before: (distance?: number) => string, form: Form): Signal {
  const at = /^(?:on|in|at|about|around|early|late|the)$/.test(before()) ? 2 : 1
  const word = before(at)
  if (word === 'since' || word === 'starting' || word === 'beginning') return 'since'
  if (/^(?:until|till|til|by|before)$/.test(word)) return 'until'
  // "Through Monday" is until Monday; "through the summer" is all of it.
  const edge =
    (form.is === 'part' && form.part === 'end') || (form.is === 'named' && form.named.of === 'weekday')
  return before() === 'through' && edge ? 'until' : null
}

/** The EDTF of a bound (codebook section 3). */
export function bounded(edtf: string, signal: Signal): string {
  if (signal === null) return edtf
  const [first = '', last = first] = edtf.split('/')
  return signal === 'since' ? `${first}/..` : `../${last}`
}

/** Whether the words between two times join them to one stretch: "from March to May", "between Monday and Friday". */
export function joins(beforeFirst: string, between: readonly string[]): boolean {
  const [word, next, ...rest] = between
  if (rest.length > 0 || word === undefined) return false
  if (next !== undefined && !/^(?:the|early|late|about)$/.test(next)) return false
  if (word === 'and') return beforeFirst === 'between'
  if (word === '-') return true
  return /^(?:to|until|till|through)$/.test(word)
}
