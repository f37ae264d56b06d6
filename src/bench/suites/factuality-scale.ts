import type { Status } from '../../model/vocabulary.js'

/** What the program says of a predicate: its status; null where it says that nothing is told to have happened. */
export type Told = Status | null

/** Where each status stands between -3 (certainly did not happen) and 3 (certainly happened). */
export type Scale = Readonly<Record<Status | 'none', number>>

/**
 * The mean of what people gave to the predicates that the program gives each status, over `train` (printed by
 * tools/fit-factuality.ts), and not what it ought to be: people hold what a report cites to be nearly as sure as what it
 * says itself. `none` is a predicate that the status rules take for no event ("to clear the town").
 */
export const scales = {
  /** fact_uw and fact_meantime; disputed rests on 24 predicates. */
  news: { asserted: 2.75, attributed: 2.52, disputed: 1.73, prospective: 1.52, negated: -1.42, none: 1.56 },
  /** fact_uds_ih2: mails, reviews, forums; disputed rests on 13 predicates. */
  web: { asserted: 1.47, attributed: 1.41, disputed: 2.02, prospective: -1.06, negated: -0.04, none: -0.43 },
} as const satisfies Readonly<Record<string, Scale>>
