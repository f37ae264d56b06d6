import { acledRegions, type InterCode, interCodes } from '../../codebook/index.js'
import {
  type Cells,
  cellsOf,
  choiceFaults,
  columnFaults,
  dayFaults,
  degreeFaults,
  fault,
  filledFaults,
  idsOnce,
  quoted,
  wholeFaults,
} from '../check/cells.js'
import type { RowChecker, RowFault } from '../check/row-checker.js'
import { acledCells } from './cells.js'
import { interactionOf } from './interaction.js'
import { disorderOf, eventTypeOf, hierarchy, type SubEventType } from './types.js'

const columns = acledCells.map(({ name }) => name)
const always = acledCells.filter(({ filled }) => filled === 'always').map(({ name }) => name)
// Tags are of use to us and not asked of others' files; an id, a date and a number are.
const needed = always.filter(name => name !== 'tags' && name !== 'notes')

/** Checks a file in ACLED's form; also ACLED's own, in which actor codes may be numbers or words. */
export function acledChecker(): RowChecker {
  const once = idsOnce('event_id_cnty')
  return {
    columns: names => columnFaults(names, columns),
    row(row) {
      const cells = cellsOf(row)
      return [
        ...filledFaults(cells, needed),
        ...once(cells('event_id_cnty')),
        ...dayFaults(cells, 'event_date'),
        ...yearFaults(cells),
        ...wholeFaults(cells, 'time_precision', 1, 3),
        ...wholeFaults(cells, 'geo_precision', 1, 3),
        ...wholeFaults(cells, 'fatalities', 0, Number.POSITIVE_INFINITY),
        ...wholeFaults(cells, 'iso', 0, 999),
        ...wholeFaults(cells, 'timestamp', 0, Number.POSITIVE_INFINITY),
        ...degreeFaults(cells, 'latitude', 90),
        ...degreeFaults(cells, 'longitude', 180),
        ...choiceFaults(cells, 'region', ['', ...acledRegions, 'Antarctica']),
        ...typeFaults(cells),
        ...actorFaults(cells),
        ...civilianFaults(cells),
      ]
    },
  }
}

function yearFaults(cells: Cells): RowFault[] {
  const [date, year] = [cells('event_date'), cells('year')]
  if (date === '' || year === '' || date.startsWith(`${year}-`)) return []
  return [fault('year', `${year} is not the year of ${date}`, 'take the year from event_date')]
}

function typeFaults(cells: Cells): RowFault[] {
  const sub = cells('sub_event_type')
  if (sub === '') return []
  const type = eventTypeOf(sub)
  if (type === null) {
    const all = Object.values(hierarchy).flat().join(', ')
    return [fault('sub_event_type', `ACLED has no sub-event type ${quoted(sub)}`, `give one of ${all}`)]
  }
  const disorder = disorderOf(sub as SubEventType)
  return [
    ...(cells('event_type') === type
      ? []
      : [
          fault(
            'event_type',
            `${sub} is of the type ${type}, not ${quoted(cells('event_type'))}`,
            `write ${type}`,
          ),
        ]),
    ...(cells('disorder_type') === disorder
      ? []
      : [
          fault(
            'disorder_type',
            `${sub} is counted as ${disorder}, not ${quoted(cells('disorder_type'))}`,
            `write ${disorder}`,
          ),
        ]),
  ]
}

/** Names that ACLED has for actors of one kind, with the kind's code. */
const generic: readonly (readonly [name: RegExp, codes: readonly InterCode[]])[] = [
  [/^Civilians( \(|$)/, [7]],
  [/^Protesters( \(|$)/, [6]],
  [/^Rioters( \(|$)/, [5]],
  [/^Unidentified Armed Group( \(|$)/, [1, 3, 4, 8]],
]

function actorFaults(cells: Cells): RowFault[] {
  const codes = ([1, 2] as const).map(side => interCode(cells(`inter${side}`)))
  const faults = ([1, 2] as const).flatMap(side => sideFaults(cells, side, codes[side - 1]))
  if (cells('actor1') === '' && cells('actor2') !== '')
    faults.push(fault('actor1', 'there is an actor2 and no actor1', 'a single actor is actor1'))
  const [one, two] = codes
  const told = cells('interaction')
  if (one === undefined || two === undefined || /^\d+$/.test(told))
    return [...faults, ...numberFaults(told, one, two)]
  const expected = interactionOf(one, two) ?? ''
  if (told === expected) return faults
  return [
    ...faults,
    fault(
      'interaction',
      `${quoted(told)} is not what inter1 and inter2 make`,
      `write ${expected || 'nothing'}`,
    ),
  ]
}

function sideFaults(cells: Cells, side: 1 | 2, code: InterCode | null | undefined): RowFault[] {
  const [actor, inter] = [cells(`actor${side}`), cells(`inter${side}`)]
  if (code === undefined) {
    return [
      fault(
        `inter${side}`,
        `ACLED has no actor type ${quoted(inter)}`,
        `give one of ${Object.values(interCodes).join(', ')}`,
      ),
    ]
  }
  if (actor === '' && code !== null)
    return [
      fault(`inter${side}`, `there is a type and no actor${side}`, 'name the actor, or leave its type empty'),
    ]
  if (actor !== '' && code === null)
    return [
      fault(
        `inter${side}`,
        `${quoted(actor)} has no type`,
        `give one of ${Object.values(interCodes).join(', ')}`,
      ),
    ]
  if (actor === '' && cells(`assoc_actor_${side}`) !== '') {
    return [
      fault(
        `assoc_actor_${side}`,
        `there is an associated actor and no actor${side}`,
        `name the actor that it stands beside`,
      ),
    ]
  }
  const wanted = generic.find(([name]) => name.test(actor))?.[1]
  if (!wanted || code === null || wanted.includes(code)) return []
  const words = wanted.map(known => interCodes[known]).join(' or ')
  return [fault(`inter${side}`, `${quoted(actor)} cannot be ${interCodes[code]}`, `write ${words}`)]
}

function numberFaults(
  told: string,
  one: InterCode | null | undefined,
  two: InterCode | null | undefined,
): RowFault[] {
  if (one === undefined || two === undefined || told === '') return []
  const [low, high] = [one ?? 0, two ?? 0].sort((a, b) => a - b)
  const expected = low === 0 ? `${high}0` : `${low}${high}`
  return told === expected
    ? []
    : [fault('interaction', `${quoted(told)} is not what inter1 and inter2 make`, `write ${expected}`)]
}

/** A code by its number or its words; null where there is none, undefined where it is none of ACLED's. */
function interCode(text: string): InterCode | null | undefined {
  if (text === '' || text === '0') return null
  const found = Object.entries(interCodes).find(
    ([code, words]) => code === text || words.toLowerCase() === text.toLowerCase(),
  )
  return found ? (Number(found[0]) as InterCode) : undefined
}

function civilianFaults(cells: Cells): RowFault[] {
  // Both spellings are found in ACLED's own files.
  const faults = choiceFaults(cells, 'civilian_targeting', ['', 'Civilians targeted', 'Civilian targeting'])
  const type = eventTypeOf(cells('sub_event_type'))
  const isFlagged = cells('civilian_targeting') !== ''
  if (type === 'Violence against civilians' && !isFlagged)
    faults.push(
      fault('civilian_targeting', 'violence against civilians is not flagged', 'write Civilians targeted'),
    )
  if ((type === 'Battles' || type === 'Strategic developments') && isFlagged)
    faults.push(fault('civilian_targeting', `${type} are never flagged`, 'leave the cell empty'))
  return faults
}
