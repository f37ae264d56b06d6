import type { AgreementPage, Meta } from '../../api.js'
import { address, go, href } from '../address.js'
import { Differences } from '../agreement/differences.js'
import { type MessageKey, t } from '../messages/index.js'
import { FaultNote } from '../parts/fault-note.js'
import { listTitle, useTitle } from '../parts/title.js'
import { fieldOfPath } from '../review/places.js'
import { seat } from '../server.js'
import { changes, useLoaded } from '../state/loaded.js'
import { settings } from '../state/settings.js'

/** How far two reviewers who did not see each other's decisions agree, and where they do not. */
export function AgreementView() {
  const meta = useLoaded<Meta>(() => '/api/meta')
  const page = useLoaded<AgreementPage>(() => {
    const { a, b } = chosen()
    return a && b && !isBlind() ? `/api/agreement?${new URLSearchParams({ a, b })}` : null
  })
  const { a, b } = chosen()
  useTitle(listTitle(t('agreement.title'), [a, b].filter(Boolean).join(', ')))
  const reviewers = meta.value.data?.reviewers ?? []
  const { data, fault } = page.value
  return (
    <>
      <h1>{t('agreement.title')}</h1>
      {meta.value.fault && <FaultNote fault={meta.value.fault} again={() => changes.value++} />}
      {meta.value.data && reviewers.length < 2 && <p>{t('agreement.few')}</p>}
      <form class="filter" onSubmit={event => event.preventDefault()}>
        <Reviewer name="a" value={a} reviewers={reviewers.filter(name => name !== b)} />
        <Reviewer name="b" value={b} reviewers={reviewers.filter(name => name !== a)} />
      </form>
      {isBlind() && <p class="banner">◑ {t('agreement.blind')}</p>}
      {!(a && b) && reviewers.length > 1 && <p>{t('agreement.choose')}</p>}
      {fault && <FaultNote fault={fault} again={() => changes.value++} />}
      {a && b && data && !isBlind() && (
        <>
          <Slots page={data} a={a} b={b} />
          <section>
            <h2>{t('agreement.differences')}</h2>
            <Differences key={`${a} ${b}`} differences={data.differences} a={a} b={b} />
          </section>
        </>
      )}
    </>
  )
}

/** Whoever hides what others decided is not shown what two of them did. */
const isBlind = () => seat.value !== ''

const chosen = () => ({ a: address.value.query.get('a') ?? '', b: address.value.query.get('b') ?? '' })

interface ReviewerProps {
  readonly name: 'a' | 'b'
  readonly value: string
  readonly reviewers: readonly string[]
}

function Reviewer({ name, value, reviewers }: ReviewerProps) {
  return (
    <label>
      <span>{t(`agreement.${name}`)}</span>
      <select
        value={value}
        onChange={({ currentTarget }) =>
          go(href('agreement', null, { ...chosen(), [name]: currentTarget.value }), 'replace')
        }
      >
        <option value="">—</option>
        {value && !reviewers.includes(value) && <option value={value}>{value}</option>}
        {reviewers.map(reviewer => (
          <option key={reviewer} value={reviewer}>
            {reviewer}
          </option>
        ))}
      </select>
    </label>
  )
}

interface PageProps {
  readonly page: AgreementPage
  readonly a: string
  readonly b: string
}

function Slots({ page, a, b }: PageProps) {
  const slots = page.slots.filter(({ units }) => units > 0)
  if (slots.length === 0) return <p>{t('agreement.none')}</p>
  const columns = ['slot', 'units', 'agreed', 'kappa', 'alpha'] as const
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section class="scrolls" tabIndex={0} aria-label={t('agreement.caption', { a, b })}>
      <table class="table coding">
        <caption>{t('agreement.caption', { a, b })}</caption>
        <thead>
          <tr>
            {columns.map(column => (
              <th key={column} scope="col">
                {t(`agreement.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {slots.map(({ slot, units, agreed, kappa, alpha }) => (
            <tr key={slot}>
              <th scope="row">
                {t((fieldOfPath(slot) ? `field.${slot}` : `agreement.${slot}`) as MessageKey)}
              </th>
              <td>{whole(units)}</td>
              <td>{units > 0 ? `${whole(agreed)} (${share(agreed / units)})` : '–'}</td>
              {kappa === null && alpha === null && slot !== 'counts' ? (
                <td colSpan={2} class="hint">
                  {whyNone(slot, 'alpha')}
                </td>
              ) : (
                ([kappa, alpha] as const).map((value, i) => (
                  <td key={i}>
                    {value === null ? (
                      <span class="hint">{whyNone(slot, i === 0 ? 'kappa' : 'alpha')}</span>
                    ) : (
                      coefficient(value)
                    )}
                  </td>
                ))
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Why there is no such coefficient of what both decided (docs/review.md). */
function whyNone(slot: string, which: 'kappa' | 'alpha'): string {
  if (slot === 'occurrence') return t('agreement.why.occurrence')
  return t(slot === 'counts' && which === 'kappa' ? 'agreement.why.counts' : 'agreement.why.alike')
}

const number = (options: Intl.NumberFormatOptions) => (value: number) =>
  new Intl.NumberFormat(settings.value.language, options).format(value)
const whole = number({})
const share = number({ style: 'percent' })
const coefficient = number({ minimumFractionDigits: 2, maximumFractionDigits: 2 })
