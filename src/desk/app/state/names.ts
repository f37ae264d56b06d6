import { computed, effect, signal } from '@preact/signals'
import { address } from '../address.js'
import { masked, nameWords } from '../text/names.js'
import { settings } from './settings.js'

/** For people who read this all day: whose names are blurred, and whether they are now. */

const persons = signal<ReadonlySet<string>>(new Set())

/** Remembers the people of an answer of the server, which says with whatever it holds whose names stand in it (`persons`). */
export function learnNames(answer: unknown): void {
  const found = new Set(persons.peek())
  addPersons(answer, found)
  if (found.size > persons.peek().size) persons.value = found
}

/** An answer may hold many thousands of events: it is walked through without a step that is not needed. */
function addPersons(answer: unknown, to: Set<string>): void {
  if (typeof answer !== 'object' || answer === null) return
  if (Array.isArray(answer)) {
    for (const one of answer) addPersons(one, to)
    return
  }
  const held = answer as Readonly<Record<string, unknown>>
  for (const key in held) {
    const value = held[key]
    if (typeof value !== 'object') continue
    if (key !== 'persons' || !Array.isArray(value)) addPersons(value, to)
    else for (const name of value) if (typeof name === 'string') to.add(name)
  }
}

/** The words of all names that are known so far; null where the reader has not asked for blurring. */
export const names = computed(() => (settings.value.blurNames ? nameWords(persons.value) : null))

/** Whether the reader has had all names of the page shown, by a key. */
const areShown = signal(false)

export const isBlurring = computed(() => settings.value.blurNames && !areShown.value)

export function toggleNames(): void {
  areShown.value = settings.peek().blurNames && !areShown.peek()
}

// What was shown on one page is not on the next.
const page = computed(() => `${address.value.view} ${address.value.id}`)
effect(() => {
  page.value
  areShown.value = false
})

/** A text as it may stand where nothing can be blurred: in a title, in the tab. */
export const titled = (text: string): string =>
  names.value && isBlurring.value ? masked(text, names.value) : text
