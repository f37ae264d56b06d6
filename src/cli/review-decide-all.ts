import { tellingsOf } from '../ports.js'
import { type ExitCode, exitCodes } from './exit-codes.js'
import type { Output } from './output.js'
import type { ReviewOptions } from './review-flags.js'
import { decide, sitting, tellDecided } from './review-taking.js'
import { type Target, targetOf } from './review-target.js'

/** Accepts or rejects events and values, each in its turn; none where one of them is not there. */
export function decideAll(
  kind: 'accept' | 'reject',
  targets: readonly string[],
  options: ReviewOptions,
  output: Output,
): Promise<ExitCode> {
  return sitting(options, output, async seat => {
    // A place is that of the event as it is now: a decision on one value may move the others.
    const found: Target[] = []
    for (const target of targets) {
      const isEvent = !target.includes('.')
      found.push(await targetOf(seat, target, kind === 'accept' && isEvent))
    }
    for (const { seen, path } of found) {
      await tellDecided(seat, await decide(seat, seen.event, path, { kind }, [seen.report]))
      if (path === null) tellBesides(seen, kind, output)
    }
    return exitCodes.done
  })
}

/** Each report's telling of an occurrence is decided by itself: the words are others. */
function tellBesides({ event, occurrence }: Target['seen'], kind: 'accept' | 'reject', output: Output): void {
  const others = tellingsOf(occurrence).filter(telling => telling.event.id !== event.id)
  if (others.length === 0) return
  const ids = others.map(telling => telling.event.id).join(' ')
  output.tell(`  it is told by others too, which this does not ${kind}: herodotus review ${kind} ${ids}`)
}
