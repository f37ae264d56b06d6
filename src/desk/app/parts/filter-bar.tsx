import type { Meta } from '../../api.js'
import { address, href } from '../address.js'
import { t } from '../messages/index.js'
import { BoxChip } from '../place/box-chip.js'
import { useLoaded } from '../state/loaded.js'
import { type FilterField, filterFields, filterOf, setFilter } from './filter.js'

const choices: Partial<Record<FilterField, readonly string[]>> = {
  status: ['asserted', 'attributed', 'disputed', 'prospective', 'negated'],
  review: ['undecided', 'decided', 'contested'],
}

/** The filter, as a form: every change is in the URL at once. */
export function FilterBar() {
  const meta = useLoaded<Meta>(() => '/api/meta')
  const filter = filterOf(address.value.query)
  const kinds = meta.value.data?.kinds.map(({ id }) => id) ?? []
  return (
    <form class="filter" aria-label={t('filter.title')} onSubmit={event => event.preventDefault()}>
      {filterFields.map(name => (
        <label key={name} for={`filter-${name}`}>
          <span>{t(`filter.${name}`)}</span>
          <Control name={name} value={filter[name] ?? ''} options={name === 'kind' ? kinds : choices[name]} />
        </label>
      ))}
      <BoxChip />
      <a class="button" href={href(address.value.view)}>
        {t('filter.clear')}
      </a>
    </form>
  )
}

interface ControlProps {
  readonly name: FilterField
  readonly value: string
  readonly options: readonly string[] | undefined
}

function Control({ name, value, options }: ControlProps) {
  const id = `filter-${name}`
  const set = (event: { readonly currentTarget: { readonly value: string } }): void =>
    setFilter({ [name]: event.currentTarget.value })
  if (options)
    return (
      <select id={id} value={value} onChange={set}>
        <option value="">{t('filter.any')}</option>
        {options.map(option => (
          <option key={option} value={option}>
            {option}
          </option>
        ))}
      </select>
    )
  if (name === 'from' || name === 'to') return <input id={id} type="date" value={value} onChange={set} />
  return <input id={id} type="search" value={value} onChange={set} />
}
