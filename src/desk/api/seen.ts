import type { Recorded } from '../../model/recorded.js'

/** The last decision that shows in something of the record: what a request says that it has seen. */
export const seenOf = ({ decided, contested }: Pick<Recorded<unknown>, 'decided' | 'contested'>) =>
  contested?.at(-1) ?? decided?.review ?? null
