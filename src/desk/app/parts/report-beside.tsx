import type { ReportRow, ReportsBeside } from '../../api.js'
import { address, href } from '../address.js'
import { t } from '../messages/index.js'
import { useLoaded } from '../state/loaded.js'
import { listIn } from './report-list.js'

/** Where a report stands in the list that led to it: on to the one before, the one after, and back. */
export function ReportBeside({ id }: { readonly id: string }) {
  const list = fromList()
  const { data } = useLoaded<ReportsBeside>(
    () => `/api/reports/${encodeURIComponent(id)}/beside?${fromList()}`,
  ).value
  return (
    <nav class="beside-report" aria-label={t('reports.beside')}>
      <a class="button" href={href('reports', null, Object.fromEntries(list))}>
        {t('reports.back')}
      </a>
      {data?.before && <To report={data.before} list={`${list}`} rel="prev" />}
      {data?.after && <To report={data.after} list={`${list}`} rel="next" />}
    </nav>
  )
}

/** The list that led here; all reports where none did. */
const fromList = () => listIn(new URLSearchParams(address.value.query.get('list') ?? ''))

interface ToProps {
  readonly report: ReportRow
  readonly list: string
  readonly rel: 'prev' | 'next'
}

function To({ report: { id, headline, name }, list, rel }: ToProps) {
  return (
    <a class="button" rel={rel} href={href('report', id, { list })}>
      <span aria-hidden="true" class="arrow" />
      <span class="hidden">{t(rel === 'prev' ? 'reports.before' : 'reports.after')}</span>
      <bdi>{headline ?? name}</bdi>
    </a>
  )
}
