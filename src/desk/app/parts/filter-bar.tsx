import { useComputed, useSignal, useSignalEffect } from '@preact/signals'
import type { Meta } from '../../api.js'
import { address } from '../address.js'
import { t } from '../messages/index.js'
import { useLoaded } from '../state/loaded.js'
import { type FormField, filterFields, filterOf } from './filter.js'
import { FilterControl } from './filter-control.js'

/** What is asked for most; the others stand behind them. */
const usual: readonly FormField[] = ['search', 'kind', 'place', 'actor', 'from', 'to']
const others = filterFields.filter(name => !usual.includes(name))

const choices: Partial<Record<FormField, readonly string[]>> = {
  status: ['asserted', 'attributed', 'disputed', 'prospective', 'negated'],
  review: ['undecided', 'decided', 'contested'],
}

/** The filter, as a form: every change is in the URL at once. Where there is little room, it is folded away; what is set
 * stands elsewhere (FilterChips). */
export function FilterBar() {
  const meta = useLoaded<Meta>(() => '/api/meta')
  const isUnfolded = useSignal(false)
  const isMore = useSignal(false)
  const isOtherSet = useComputed(() => {
    const filter = filterOf(address.value.query)
    return others.some(name => filter[name])
  })
  // Opened where something is set there; closed by the reader alone, who may be in it.
  useSignalEffect(() => {
    if (isOtherSet.value) isMore.value = true
  })
  const filter = filterOf(address.value.query)
  const kinds = meta.value.data?.kinds.map(({ id }) => id) ?? []
  const control = (name: FormField) => (
    <FilterControl
      key={name}
      name={name}
      value={filter[name] ?? ''}
      options={name === 'kind' ? kinds : (choices[name] ?? null)}
    />
  )
  return (
    <form class="filter-bar" aria-label={t('filter.title')} onSubmit={event => event.preventDefault()}>
      <button
        type="button"
        class="fold"
        aria-expanded={isUnfolded.value}
        aria-controls="filter-fields"
        onClick={() => (isUnfolded.value = !isUnfolded.value)}
      >
        {t('filter.title')}
      </button>
      <div id="filter-fields" class={isUnfolded.value ? 'unfolded' : ''}>
        <div class="row">
          {usual.map(control)}
          <button
            type="button"
            aria-expanded={isMore.value}
            aria-controls="filter-more"
            onClick={() => (isMore.value = !isMore.value)}
          >
            {t('filter.more')}
          </button>
        </div>
        {filter.from && filter.to && filter.from > filter.to && (
          <p class="problem" role="status">
            {t('filter.reversed')}
          </p>
        )}
        <div id="filter-more" class="row" hidden={!isMore.value}>
          {others.map(control)}
        </div>
      </div>
    </form>
  )
}
