/** The fields of an event that hold values, in the order in which they are written. */
export const valueFields = [
  'kind',
  'status',
  'when',
  'where',
  'initiators',
  'targets',
  'means',
  'harm',
  'said',
] as const
