import type { Diagnostic } from '../model/diagnostic.js'
import type { Labels } from '../model/labels.js'
import type { Report } from '../model/report.js'
import type { Sentence } from '../model/sentence.js'
import type { GazetteerPlace } from '../model/values.js'

/** Stage 4: points at the words that tell events. */
export interface Reader {
  /** Changes whenever the same text could be labelled otherwise. */
  readonly version: string
  /** What it knows: English alone, where nothing is said. */
  readonly languages?: 'any'
  /** Size of the model that it has loaded, if it has one. */
  readonly modelBytes?: number
  /**
   * Labels the sentences that can tell events; `note` takes complaints about the report that do not stop its reading.
   * @throws InputFault where this report cannot be read.
   */
  read(
    report: Report,
    sentences: readonly Sentence[],
    note?: (complaint: Diagnostic) => void,
  ): Promise<Labels>
}

export type NameMatch = 'written' | 'any'

/** Places by name. Loaded once, frozen. */
export interface Gazetteer {
  readonly version: string
  /**
   * Every place that goes by this name (case, accents and articles aside), the likeliest first; empty if none. A country's
   * ISO code (`iso:SY`) and a first-level division's code (`SY.04`) are among their names. `written` leaves out those whose
   * name only sounds alike: words that are no names sound like some town's.
   */
  lookup(name: string, how?: NameMatch): readonly GazetteerPlace[]
  /** The country whose people or adjective this is ("Syrian", "Turks"), as alpha-2, or null. */
  demonym(word: string): string | null
  /** The country that a capital stands for when it acts ("Moscow" launched), as alpha-2, or null. */
  capital(name: string): string | null
}

export interface Clock {
  /** ISO 8601 instant. */
  now(): string
}
