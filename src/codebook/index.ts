/** The codebook's kinds as data: `kinds.tsv`, and the table made from it. */
export type { KindRow } from './kind-row.js'
export { kinds } from './kinds.generated.js'
