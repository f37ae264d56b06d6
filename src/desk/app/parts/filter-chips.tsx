import { address } from '../address.js'
import { t } from '../messages/index.js'
import { boxInWords } from '../place/box-words.js'
import { type FilterField, filterOf, filterParts, setFilter } from './filter.js'

/** What is filtered by, always in view, each to be taken away; on paper, a line. */
export function FilterChips() {
  const filter = filterOf(address.value.query)
  const set = filterParts.flatMap(name => (filter[name] ? [{ name, value: filter[name] }] : []))
  if (set.length === 0) return null
  const takeAway = (names: readonly FilterField[], at: number): void => {
    setFilter(Object.fromEntries(names.map(name => [name, ''])))
    requestAnimationFrame(() => focusNear(at))
  }
  return (
    <div class="filter-set">
      <ul aria-label={t('filter.set')}>
        {set.map(({ name, value }, at) => (
          <li key={name}>
            <button type="button" class="one" onClick={() => takeAway([name], at)}>
              <span class="hidden">{name === 'box' ? `${t('map.box.remove')}:` : t('filter.remove')} </span>
              <InWords name={name} value={value} />
              <span aria-hidden="true" class="cross">
                ×
              </span>
            </button>
          </li>
        ))}
      </ul>
      <button type="button" class="clear" onClick={() => takeAway(filterParts, 0)}>
        {t('filter.clear')}
      </button>
      <p class="on-paper" aria-hidden="true">
        {t('filter.title')}:{' '}
        {set.map(({ name, value }, at) => (
          <span key={name}>
            {at > 0 && ' · '}
            <InWords name={name} value={value} />
          </span>
        ))}
      </p>
    </div>
  )
}

interface PartProps {
  readonly name: FilterField
  readonly value: string
}

function InWords({ name, value }: PartProps) {
  if (name === 'box') return <bdi>{boxInWords(value)}</bdi>
  return (
    <>
      {t(`filter.${name}`)}: <bdi>{value}</bdi>
    </>
  )
}

/** Where the focus goes on when what had it is no more: to the chip that has come there, the last one, or the form, folded or not. */
function focusNear(at: number): void {
  const chips = [...document.querySelectorAll<HTMLElement>('.filter-set .one')]
  const controls = [
    ...document.querySelectorAll<HTMLElement>('.queue summary, .filter-bar :is(button, input)'),
  ]
  const next = chips[at] ?? chips.at(-1) ?? controls.find(control => control.checkVisibility())
  next?.focus()
}
