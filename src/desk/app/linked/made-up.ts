import type { DrawnMark } from '../../api.js'

/** A mark of a test's own: whatever it does not name is untold. */
export function madeUp(some: Partial<DrawnMark>): DrawnMark {
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
    trigger: 'shelled',
    ...some,
  }
}
