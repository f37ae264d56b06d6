import { formOf, type Language } from '../messages/catalogue.js'
import { told as toldMessages } from '../messages/told.js'
import { type Html, html } from './html.js'
import { page } from './messages.js'

const areas = [page, toldMessages] as const
type KeysOf<A> = A extends { readonly en: infer M } ? keyof M & string : never
export type PageKey = KeysOf<(typeof areas)[number]>

/** A message of the page's own with its `{names}` filled in; what is filled in is escaped where it is text. */
export type Say = (key: PageKey, values?: Readonly<Record<string, Html | string | number>>) => Html

/** The page's own words in one language. */
export function sayIn(language: Language): Say {
  const messages: Readonly<Record<PageKey, string>> = Object.assign({}, ...areas.map(area => area[language]))
  const numbers = new Intl.NumberFormat(language)
  return (key, values = {}) => {
    // Of what is split by a group, every second piece is what the group caught: a name.
    const pieces = formOf(messages[key], language, values.count).split(/\{(\w+)\}/)
    return html`${pieces.map((piece, i) => {
      const value = i % 2 === 0 ? piece : (values[piece] ?? '')
      return typeof value === 'number' ? numbers.format(value) : value
    })}`
  }
}

/** Several things, one after the other. */
export const listed = (say: Say, some: readonly Html[]): Html =>
  html`${some.map((one, i) => [i > 0 ? say('page.comma') : null, one])}`

/** A first and a last day in the reader's words; null where neither is known. */
export function daysIn(language: Language, first: string | null, last: string | null): string | null {
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' })
  const day = (date: string | null): string => (date === null ? '…' : format.format(new Date(date)))
  if (first === null && last === null) return null
  return first === last ? day(first) : `${day(first)} – ${day(last)}`
}

/** An instant, to the minute. */
export const instant = (at: string): Html =>
  html`<time datetime="${at}" dir="ltr">${at.slice(0, 16).replace('T', ' ')} UTC</time>`
