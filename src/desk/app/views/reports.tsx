import { plainTitle } from '../../../text/plain-title.js'
import type { ReportRow, ReportsPage } from '../../api.js'
import { address, go, href } from '../address.js'
import { type MessageKey, t } from '../messages/index.js'
import { FaultNote } from '../parts/fault-note.js'
import { FilterControl } from '../parts/filter-control.js'
import {
  directionOf,
  listIn,
  orderNext,
  type ReportField,
  reportFields,
  reportFilterOf,
  type SortedColumn,
} from '../parts/report-list.js'
import { listTitle, useTitle } from '../parts/title.js'
import { changes } from '../state/loaded.js'
import { usePaged } from '../state/paged.js'

/** Which reports were read, what each tells and how far that is decided. */
export function ReportsView() {
  const { query } = address.value
  const { pages, isMore, fault } = usePaged<ReportsPage>(pathOf, Number(query.get('pages') ?? 1))
  const reports = pages.flatMap(page => page.reports)
  const filter = reportFilterOf(query)
  const showMore = (): void =>
    go(href('reports', null, { ...Object.fromEntries(query), pages: `${pages.length + 1}` }), 'replace')
  useTitle(listTitle(t('reports.title'), Object.values(filter).join(', ')))
  return (
    <>
      <h1>{t('reports.title')}</h1>
      <Filter filter={filter} />
      <div class="standing-line">
        <p class="reads" role="status">
          {pages.length > 0 && (
            <Found count={reports.length} isMore={isMore} isAll={Object.keys(filter).length === 0} />
          )}
        </p>
        {Object.keys(filter).length > 0 && (
          <a class="button" href={href('reports', null, { sort: query.get('sort') ?? '' })}>
            {t('reports.all')}
          </a>
        )}
      </div>
      {fault && <FaultNote fault={fault} again={() => changes.value++} />}
      {reports.length > 0 && <Table reports={reports} />}
      {isMore && (
        <button type="button" class="more-reports" onClick={showMore}>
          {t('events.more')}
        </button>
      )}
    </>
  )
}

function pathOf(after: string | null): string {
  const asked = listIn(address.value.query)
  if (after) asked.set('after', after)
  return `/api/reports?${asked}`
}

const states = ['undecided', 'contested', 'decided', 'empty']

function Filter({ filter }: { readonly filter: Readonly<Partial<Record<ReportField, string>>> }) {
  return (
    <form
      class="filter-bar of-reports"
      aria-label={t('reports.filter')}
      onSubmit={event => event.preventDefault()}
    >
      <div class="row">
        {reportFields.map(name => (
          <FilterControl
            key={name}
            name={name}
            value={filter[name] ?? ''}
            options={name === 'review' ? states : null}
            said={state => (states.includes(state) ? t(`reports.state.${state}` as MessageKey) : state)}
          />
        ))}
      </div>
    </form>
  )
}

interface FoundProps {
  readonly count: number
  readonly isMore: boolean
  /** Whether nothing is asked for but all. */
  readonly isAll: boolean
}

/** How many reports there are, as far as is known; where none was read, how to read one. */
function Found({ count, isMore, isAll }: FoundProps) {
  if (count > 0) return <b>{t(isMore ? 'reports.first' : 'events.reports', { count })}</b>
  if (!isAll) return <>{t('reports.none')}</>
  return (
    <>
      {t('reports.empty')} <code dir="ltr">herodotus read report.html --published 2032-05-07</code>
    </>
  )
}

const columns = ['published', 'outlet', 'report', 'events', 'undecided', 'contested', 'added', 'do'] as const

function Table({ reports }: { readonly reports: readonly ReportRow[] }) {
  return (
    <table class="reports" aria-label={t('reports.title')}>
      <thead>
        <tr>
          {columns.map(column =>
            column === 'published' || column === 'undecided' || column === 'added' ? (
              <SortedHead key={column} column={column} />
            ) : (
              <th key={column} scope="col">
                {t(`reports.${column}`)}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {reports.map(report => (
          <Row key={report.id} report={report} />
        ))}
      </tbody>
    </table>
  )
}

function SortedHead({ column }: { readonly column: SortedColumn }) {
  const { query } = address.value
  const sort = query.get('sort') ?? '-published'
  const direction = directionOf(column, sort)
  const to = { ...Object.fromEntries(query), sort: orderNext(column, sort), pages: undefined }
  return (
    <th scope="col" class="sorted" aria-sort={direction ?? undefined}>
      <button type="button" class="plain" onClick={() => go(href('reports', null, to), 'replace')}>
        {t(`reports.${column}`)}
        <span aria-hidden="true">
          {direction === 'ascending' ? ' ▴' : direction === 'descending' ? ' ▾' : ''}
        </span>
      </button>
    </th>
  )
}

function Row({ report }: { readonly report: ReportRow }) {
  const { id, name, outlet, headline, published, added, events, undecided } = report
  // However long a headline is, the next report is near.
  const title = plainTitle(headline ?? name, 240)
  const list = `${listIn(address.value.query)}`
  return (
    <tr>
      <td class="day" data-is={t('reports.published')}>
        {published ?? <span class="none">{t('reports.unknown')}</span>}
      </td>
      <td class="outlet">{outlet && <bdi>{outlet}</bdi>}</td>
      <th scope="row">
        <a href={href('report', id, { list })} dir="auto">
          {title}
        </a>
        {headline !== null && headline !== name && (
          <>
            {' '}
            <bdi class="name">{plainTitle(name)}</bdi>
          </>
        )}
      </th>
      {events === 0 ? (
        <td class="none" colSpan={3}>
          {t('reports.noEvents')}
        </td>
      ) : (
        <Counts report={report} title={title} />
      )}
      <td class="day" data-is={t('reports.added')}>
        {added.slice(0, 10)}
      </td>
      <td class="do">
        {undecided > 0 && (
          <a href={href('review', null, { report: id })} aria-label={t('reports.reviewOf', { name: title })}>
            {t('reports.do')}
          </a>
        )}
      </td>
    </tr>
  )
}

interface CountsProps {
  readonly report: ReportRow
  readonly title: string
}

/** How many events it tells, and how far they are decided. */
function Counts({ report: { id, events, undecided, contested }, title }: CountsProps) {
  return (
    <>
      <td class="count" data-is={t('reports.events')}>
        <a
          href={href('events', null, { report: id })}
          aria-label={t('reports.eventsOf', { count: `${events}`, name: title })}
        >
          {events}
        </a>
      </td>
      <td class="undecided" data-is={t('reports.undecided')}>
        {undecided === 0 && contested === 0 ? (
          <span class="settled">✓ {t('reports.settled')}</span>
        ) : (
          <>
            <span class="share" aria-hidden="true">
              <span style={{ inlineSize: `${(100 * undecided) / events}%` }} />
            </span>
            {undecided}
          </>
        )}
      </td>
      <td class="count" data-is={t('reports.contested')}>
        {contested > 0 ? <b class="clash">≠ {contested}</b> : <span class="none">0</span>}
      </td>
    </>
  )
}
