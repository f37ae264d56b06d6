/** One event of a demo report: by the report's name, and a word that tells it. */
export type Told = readonly [report: string, word: string]

/**
 * Which events of the demo’s reports tell of one occurrence: what a reviewer would join, the first into which the others go.
 * The demo opens on the first of them.
 */
export const joins: readonly (readonly [Told, ...Told[]])[] = [
  [
    ['harbour-wire-2032-05-05', 'bombing'],
    ['ostravia-state-news-2032-05-06', 'bombing'],
    ['the-meridian-2032-05-07', 'exploded'],
    ['ostravia-watch-2032-05-13', 'bombing'],
  ],
  [
    ['northern-front-2032-05-04', 'captured'],
    ['ostravia-state-news-2032-05-05', 'captured'],
    ['harbour-wire-2032-05-09', 'seized'],
  ],
  [
    ['harbour-wire-2032-05-09', 'shelled'],
    ['ostravia-watch-2032-05-20', 'shelled'],
  ],
  [
    ['harbour-wire-2032-05-13', 'abducted'],
    ['ostravia-state-news-2032-05-14', 'abducted'],
    ['northern-front-2032-05-16', 'abducted'],
  ],
  [
    ['harbour-wire-2032-05-14', 'exploded'],
    ['harbour-wire-2032-05-17', 'exploded'],
  ],
  [
    ['ostravia-watch-2032-05-20', 'released'],
    ['the-meridian-2032-05-22', 'released'],
  ],
]
