import type { RecordedEvent, ValueField } from '../model/recorded.js'
import type { Report } from '../model/report.js'
import type { About } from '../model/vocabulary.js'

/** What lines of `said` on a field are about. */
export const aboutOf: Readonly<Record<Exclude<ValueField, 'said'>, About>> = {
  kind: 'event',
  status: 'event',
  when: 'when',
  where: 'where',
  initiators: 'initiator',
  targets: 'target',
  means: 'means',
  harm: 'harm',
}

/** Who stands for a value and who against it. */
export interface Voices {
  readonly says: readonly string[]
  readonly denies: readonly string[]
  /**
   * What tells it: lines on this very field; of an event that the report does not vouch for, lines on the event, and if there are
   * none any other on it; else the report's own voice.
   */
  readonly by: 'field' | 'event' | 'report'
}

/** A hedge ("allegedly") cites somebody whom the report does not name. */
const unnamed = 'unnamed'

/** Who says so, of the values of one field. The codebook's lines are on a field of an event, not on one of its values. */
export function voicesOn(event: RecordedEvent, report: Report, field: Exclude<ValueField, 'said'>): Voices {
  const own = report.outlet ?? report.name
  const on = (about: About) => event.said.map(({ value }) => value).filter(line => line.about === about)
  const lines = on(aboutOf[field])
  if (lines.some(isFor)) return { ...split(lines), by: 'field' }
  const cited = on('event')
  const status = event.status.value
  if (status !== 'asserted' && cited.some(isFor)) {
    return { ...split([...cited, ...(aboutOf[field] === 'event' ? [] : lines)]), by: 'event' }
  }
  if (status === 'attributed' || status === 'disputed') {
    const { says } = split(event.said.map(({ value }) => value))
    return { ...split(lines), says: says.length > 0 ? says : [unnamed], by: 'event' }
  }
  return { ...split(lines), says: [own], by: 'report' }
}

type Line = RecordedEvent['said'][number]['value']
const isFor = ({ stance }: Line): boolean => stance === 'says' || stance === 'claims'

function split(lines: readonly Line[]): { says: string[]; denies: string[] } {
  const names = (some: readonly Line[]): string[] => [...new Set(some.map(({ holder }) => holder ?? unnamed))]
  return { says: names(lines.filter(isFor)), denies: names(lines.filter(line => !isFor(line))) }
}
