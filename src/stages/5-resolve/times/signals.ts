import type { Form } from './form.js'

/** A word before a time that makes it a bound: TIMEX3 leaves it out, EDTF does not. */
export type Signal = 'since' | 'until' | null

/** Reads the signal before a time: "since May", "until Friday", "starting on Wednesday". */
export function signalAt(before: (distance?: number) => string, form: Form): Signal {
  const at = /^(?:on|in|at|about|around|early|late|the)$/.test(before()) ? 2 : 1
  const word = before(at)
  if (word === 'since' || word === 'starting' || word === 'beginning' || isBeginning(before)) return 'since'
  if (/^(?:until|till|til|by|before)$/.test(word)) return 'until'
  // "Through Monday" is until Monday; "through the summer" is all of it.
  const edge =
    (form.is === 'part' && form.part === 'end') || (form.is === 'named' && form.named.of === 'weekday')
  return before() === 'through' && edge ? 'until' : null
}

/** "Began on 19 June", "began its assault on the town in June": what began is told as going on. */
function isBeginning(before: (distance?: number) => string): boolean {
  for (let distance = 1; distance <= 9; distance++) {
    const word = before(distance)
    if (word === 'began' || word === 'begun') return true
    if (word === 'started' && distance <= 2) return true
    if (
      !/^\p{L}/u.test(word) ||
      /^(?:and|but|or|that|which|who|when|where|while|after|before|until)$/.test(word)
    )
      return false
  }
  return false
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
