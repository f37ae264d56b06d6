import type { EventDetail, Meta } from '../../api.js'
import { address, go, href } from '../address.js'
import { type MessageKey, t } from '../messages/index.js'
import { useLoaded } from '../state/loaded.js'
import { names } from './names.js'

/** The policy that the URL names; the middle of what is told where it names none. */
export const chosenPolicy = (): string => address.value.query.get('policy') ?? 'range'

/** What each policy makes of the counts; the one that is chosen stands in the URL, and its numbers at the top. */
export function Policies({ policies }: Pick<EventDetail, 'policies'>) {
  const meta = useLoaded<Meta>(() => '/api/meta')
  if (policies.length === 0) return null
  // A list of trusted sources is not at hand here.
  const offered = (meta.value.data?.policies ?? []).filter(policy => policy !== 'by-source-priority')
  const chosen = chosenPolicy()
  const { view, id, query } = address.value
  return (
    <section class="policies" aria-labelledby="policies">
      <h2 id="policies">{t('event.policy')}</h2>
      <p class="hint">{t('event.policy.help')}</p>
      <div class="scrolls">
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{t('event.policy.choose')}</th>
              {policies.map(({ what }) => (
                <th scope="col" key={what}>
                  {t('event.policy.number', { what })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {offered.map(policy => (
              <tr key={policy} class={policy === chosen ? 'chosen' : undefined}>
                <th scope="row">
                  <label class="switch">
                    <input
                      type="radio"
                      name="policy"
                      checked={policy === chosen}
                      onChange={() => go(href(view, id, { ...Object.fromEntries(query), policy }), 'replace')}
                    />
                    <span>
                      {policy}
                      <span class="hint">{t(`policy.${policy}` as MessageKey)}</span>
                    </span>
                  </label>
                </th>
                {policies.map(({ what, numbers }) => (
                  <Numbers key={what} what={what} number={numbers.find(one => one.policy === policy)} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

type PolicyNumber = EventDetail['policies'][number]['numbers'][number]

interface NumbersProps {
  readonly what: string
  readonly number: PolicyNumber | undefined
}

function Numbers({ what, number }: NumbersProps) {
  const label = (
    <span class="card-source" aria-hidden="true">
      {what}
    </span>
  )
  if (!number)
    return (
      <td class="untold">
        {label} {t('event.policy.none')}
      </td>
    )
  const { low, best, high, sources } = number
  return (
    <td>
      {label}{' '}
      <span class="estimate">
        {low} – <strong>{best}</strong> – {high}
      </span>
      <span class="hint">
        <bdi>{t('event.policy.sources', { sources: names(sources) })}</bdi>
      </span>
    </td>
  )
}

/** The numbers of the chosen policy, in a line. */
export function ChosenNumbers({ policies }: Pick<EventDetail, 'policies'>) {
  const policy = chosenPolicy()
  const lines = policies.flatMap(({ what, numbers }) => {
    const number = numbers.find(one => one.policy === policy)
    if (!number) return []
    const { low, best, high } = number
    const key = low === high ? 'event.byPolicyOne' : 'event.byPolicy'
    return [t(key, { low, best, high, what, policy })]
  })
  if (lines.length === 0) return null
  return (
    <ul class="numbers">
      {lines.map(line => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
