/** What the codebook says of a kind of event, and its codes elsewhere; null where a codebook has none. */
export interface KindRow {
  readonly family: 'violence' | 'control' | 'movement' | 'politics' | 'speech'
  readonly what: string
  readonly ploverEvent: string
  readonly ploverMode: string | null
  readonly cameo: string | null
  readonly acledEvent: string
  readonly acledSubEvent: string
}
