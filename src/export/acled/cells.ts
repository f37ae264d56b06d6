import type { Cell } from '../cells.js'

/** The columns of ACLED, in its order (codebook of 2025), with the rule of each. */
export const acledCells = [
  {
    name: 'event_id_cnty',
    type: 'string',
    filled: 'always',
    from: 'the country’s alpha-3 code and the event’s id; a day and a number after it where one event has several rows',
  },
  {
    name: 'event_date',
    type: 'date',
    filled: 'always',
    from: 'when: the day; of a longer time its middle, or its first or last day where the beginning or end of a month is told',
  },
  { name: 'year', type: 'integer', filled: 'always', from: 'event_date' },
  {
    name: 'time_precision',
    type: 'integer',
    filled: 'always',
    from: 'when: 1 a day, 2 within a week, 3 within a month',
  },
  { name: 'disorder_type', type: 'string', filled: 'always', from: 'sub_event_type' },
  { name: 'event_type', type: 'string', filled: 'always', from: 'sub_event_type' },
  {
    name: 'sub_event_type',
    type: 'string',
    filled: 'always',
    from: 'kind, with who did it to whom; of several kinds told, the highest in ACLED’s order',
  },
  {
    name: 'actor1',
    type: 'string',
    filled: 'told',
    from: 'initiators: the first that ACLED has a code for; demonstrators stand first',
  },
  {
    name: 'assoc_actor_1',
    type: 'string',
    filled: 'told',
    from: 'initiators: the others of the side, joined by "; "',
  },
  { name: 'inter1', type: 'string', filled: 'told', from: 'type of actor1' },
  {
    name: 'actor2',
    type: 'string',
    filled: 'told',
    from: 'targets: the first that ACLED has a code for; else the second initiator, where both sides of a fight are told as such; else the civilians harmed',
  },
  {
    name: 'assoc_actor_2',
    type: 'string',
    filled: 'told',
    from: 'targets: the others of the side, joined by "; "',
  },
  { name: 'inter2', type: 'string', filled: 'told', from: 'type of actor2' },
  { name: 'interaction', type: 'string', filled: 'told', from: 'inter1 and inter2, the lower code first' },
  {
    name: 'civilian_targeting',
    type: 'string',
    filled: 'told',
    from: '"Civilians targeted" for violence against civilians, excessive force against protesters, and remote violence or riots with civilians as an actor',
  },
  { name: 'iso', type: 'integer', filled: 'told', from: 'where: ISO 3166-1 numeric of the country' },
  { name: 'region', type: 'string', filled: 'told', from: 'country' },
  { name: 'country', type: 'string', filled: 'told', from: 'where: country' },
  {
    name: 'admin1',
    type: 'string',
    filled: 'told',
    from: 'where: the first-level division as the gazetteer names it',
  },
  {
    name: 'admin2',
    type: 'string',
    filled: 'never',
    from: 'no report is certain to tell it, and the gazetteer has no second-level divisions',
  },
  {
    name: 'admin3',
    type: 'string',
    filled: 'never',
    from: 'no report is certain to tell it, and the gazetteer has no third-level divisions',
  },
  {
    name: 'location',
    type: 'string',
    filled: 'always',
    from: 'where: the narrowest place, as the gazetteer names it; as the report does where the gazetteer does not know it',
  },
  {
    name: 'latitude',
    type: 'number',
    filled: 'told',
    from: 'where: of the gazetteer’s point, four decimals',
  },
  {
    name: 'longitude',
    type: 'number',
    filled: 'told',
    from: 'where: of the gazetteer’s point, four decimals',
  },
  {
    name: 'geo_precision',
    type: 'integer',
    filled: 'always',
    from: 'where: 1 a town or site, 2 near one or a small area, 3 larger; a country alone has no row',
  },
  { name: 'source', type: 'string', filled: 'told', from: 'the outlets, joined by "; "' },
  {
    name: 'source_scale',
    type: 'string',
    filled: 'never',
    from: 'how far an outlet reaches stands in no report',
  },
  {
    name: 'notes',
    type: 'string',
    filled: 'always',
    from: 'written from the record: when, who, what, where, harm, who says so, what was divided, and the words',
  },
  {
    name: 'fatalities',
    type: 'integer',
    filled: 'always',
    from: 'harm: people killed, by the policy; ACLED’s sizes for words; 0 where none are told; divided over days and places',
  },
  {
    name: 'tags',
    type: 'string',
    filled: 'always',
    from: 'the policy and its version, the status, the ids of the events told, joined by "; "',
  },
  {
    name: 'timestamp',
    type: 'integer',
    filled: 'told',
    from: 'when the last of the reports was captured, Unix seconds',
  },
] as const satisfies readonly Cell[]

export type AcledRow = Readonly<Record<(typeof acledCells)[number]['name'], string | number | null>>
