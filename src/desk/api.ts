/** What the desk's pages and its server say to each other, and what other programs may ask it: the source of its OpenAPI page. */
export { DeskFilter, DeskSort, PageLanguage, Seat } from './api/asked.js'
export { AgreementPage, Difference, ReviewAnswer, ReviewRequest } from './api/decisions.js'
export { Fault, Meta } from './api/meta.js'
export {
  Account,
  DrawnMark,
  EventDetail,
  EventsPage,
  HistoryEntry,
  ListedEvent,
  Mark,
  Marks,
  MatrixRow,
  PolicyNumber,
} from './api/occurrences.js'
export {
  Passages,
  ReportDetail,
  ReportListFilter,
  ReportRow,
  ReportSort,
  ReportsBeside,
  ReportsPage,
} from './api/reports.js'
export { seenOf } from './api/seen.js'
