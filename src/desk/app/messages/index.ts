import { computed } from '@preact/signals'
import { directionOf, formOf, type Language } from '../../messages/catalogue.js'
import { told } from '../../messages/told.js'
import { settings } from '../state/settings.js'
import { event } from './event.js'
import { events } from './events.js'
import { filter } from './filter.js'
import { frame } from './frame.js'
import { plots } from './plots.js'
import { reading } from './reading.js'
import { record } from './record.js'
import { reports } from './reports.js'
import { review } from './review.js'
import { search } from './search.js'

const areas = [frame, events, reports, filter, record, reading, review, event, told, search, plots] as const
type KeysOf<A> = A extends { readonly en: infer M } ? keyof M & string : never
export type MessageKey = KeysOf<(typeof areas)[number]>

const catalogue = (language: Language): Readonly<Record<string, string>> =>
  Object.assign({}, ...areas.map(area => area[language]))
const catalogues = { en: catalogue('en'), fr: catalogue('fr'), ar: catalogue('ar') }

export const direction = computed(() => directionOf(settings.value.language))

/**
 * A message in the reader's language, its `{names}` filled in. `{count}` chooses a form by the language's own rules where the
 * message has several: `one: {count} event | other: {count} events`.
 */
export function t(key: MessageKey, values: Readonly<Record<string, string | number>> = {}): string {
  const { language } = settings.value
  const message = formOf(catalogues[language][key] ?? key, language, values.count)
  return message.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name]
    return typeof value === 'number' ? new Intl.NumberFormat(language).format(value) : (value ?? '')
  })
}
