import type { Mark } from '../../api.js'

/** A mark of a test's own: whatever it does not name is untold. */
export function madeUp(some: Partial<Mark>): Mark {
  return {
    id: `event:${'0'.repeat(64)}`,
    kind: 'shelling',
    status: 'asserted',
    when: null,
    first: null,
    last: null,
    place: null,
    initiators: [],
    targets: [],
    persons: [],
    killed: null,
    trigger: 'shelled',
    reports: [],
    undecided: 0,
    doubt: 0,
    disagreement: 0,
    ...some,
  }
}
