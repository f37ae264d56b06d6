import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { plainTitle } from '../../../text/plain-title.js'
import type { Mark } from '../../api.js'
import { address } from '../address.js'
import { titled } from '../state/names.js'

const pageOf = ({ view, id }: typeof address.value): string => `${view}/${id ?? ''}`

/** The page that was led to last, by the name that it then had: told to those who do not see that it is another. */
export const arrival = signal({ page: pageOf(address.peek()), title: '' })

/**
 * Names the page, for the tab, the history and screen readers.
 * @param isWhole whether that is its own name: as long as what it shows has not come, it has that of its kind
 */
export function useTitle(title: string, isWhole = true): void {
  const page = pageOf(address.value)
  const plain = plainTitle(title)
  // Nothing can be blurred there.
  const tab = titled(plain)
  useEffect(() => {
    document.title = `${tab} · Herodotus`
    if (isWhole && page !== arrival.peek().page) arrival.value = { page, title: plain }
  }, [plain, tab, isWhole, page])
}

/** What an event is called where there is room for a line. */
export const eventTitle = ({ kind, when, place }: Pick<Mark, 'kind' | 'when' | 'place'>): string =>
  [kind, when, place?.name].filter(Boolean).join(', ')

/** What a list is called: the view's name, and what it is narrowed to in short. */
export const listTitle = (name: string, narrowed: string): string =>
  narrowed === '' ? name : `${name}: ${narrowed}`
