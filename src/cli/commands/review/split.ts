import type { Claim, ClaimId } from '../../../model/claim.js'
import type { EventId } from '../../../model/event.js'
import { InputFault } from '../../../model/input-fault.js'
import { tellingsOf } from '../../../ports.js'
import { type ExitCode, exitCodes } from '../../exit-codes.js'
import type { Output } from '../../output.js'
import { type ReviewOptions, withDecision } from '../../review-flags.js'
import type { Seen } from '../../review-sight.js'
import { decide, type Sitting, sitting, tellDecided } from '../../review-taking.js'
import { eventFor } from '../../review-target.js'
import { oneLine } from '../../terminal.js'
import type { AddCommand } from './add-command.js'

interface Options extends ReviewOptions {
  readonly off?: readonly string[]
  readonly claims?: readonly string[]
}

export const addSplit: AddCommand = (review, run) => {
  withDecision(
    review
      .command('split')
      .description('decide that what was taken for one occurrence is several')
      .argument('<event>', 'the event that keeps the rest')
      .option('--off <event...>', 'events that were merged with it, to be taken off together')
      .option(
        '--claims <claim...>',
        'claims of it, by id or by the word that tells each, to be another event',
      ),
  )
    .addHelpText(
      'after',
      `
Examples:
  herodotus review split 3f9c2a                       says what it is made of
  herodotus review split 3f9c2a --off b41d07
  herodotus review split 3f9c2a --claims shelled raid`,
    )
    .action((event: string, options: Options) => run(output => split(event, options, output)))
}

function split(id: string, options: Options, output: Output): Promise<ExitCode> {
  return sitting(options, output, async seat => {
    const seen = await eventFor(seat, id)
    const off = [
      ...(options.off ?? []).map(one => mergedNamed(seen, one)),
      ...(await claimsNamed(seat, seen, options.claims ?? [])),
    ]
    if (off.length === 0) throw nothingOff(seen, await claimsOf(seat, seen))
    await tellDecided(seat, await decide(seat, seen.event, null, { kind: 'split', off }, [seen.report]))
    return exitCodes.done
  })
}

function mergedNamed(seen: Seen, given: string): EventId {
  const digits = given.toLowerCase().replace(/^event:/, '')
  const others = tellingsOf(seen.occurrence).filter(({ event }) => event.id !== seen.event.id)
  const [one, another] = others.filter(({ event }) =>
    [event.id, ...event.formerly].some(known => known.startsWith(`event:${digits}`)),
  )
  if (one && !another) return one.event.id
  const there = others.map(({ event, report }) => `${event.id} (${oneLine(report.name)})`).join(', ')
  throw fault(
    given,
    another ? 'several events of the occurrence have ids that begin so' : 'it is not merged with this event',
    there ? `merged with it are ${there}` : 'nothing is merged with it',
  )
}

async function claimsOf({ store }: Sitting, { event }: Seen): Promise<readonly Claim[]> {
  const claims = (await store.reading(event.id))?.claims ?? []
  return claims.filter(({ id }) => event.claims.includes(id))
}

async function claimsNamed(seat: Sitting, seen: Seen, given: readonly string[]): Promise<readonly ClaimId[]> {
  if (given.length === 0) return []
  const claims = await claimsOf(seat, seen)
  const named = given.map(name => {
    const [one, another] = claims.filter(({ id, trigger }) => trigger.exact === name || id.startsWith(name))
    if (one && !another) return one.id
    throw fault(name, another ? 'several claims of it go by this' : 'it has no such claim', madeOf(claims))
  })
  if (new Set(named).size < claims.length) return [...new Set(named)]
  throw fault(seen.event.id, 'nothing of it would be left', madeOf(claims))
}

const madeOf = (claims: readonly Claim[]): string =>
  claims.length > 1
    ? `its claims are ${claims.map(({ id, trigger }) => `${id} (“${oneLine(trigger.exact)}” at ${trigger.start})`).join(', ')}`
    : 'it has one claim at most, and cannot be split by claims'

function nothingOff(seen: Seen, claims: readonly Claim[]): InputFault {
  const others = tellingsOf(seen.occurrence).filter(({ event }) => event.id !== seen.event.id)
  const merged = others.map(({ event, report }) => `${event.id} (${oneLine(report.name)})`).join(', ')
  return fault(
    seen.event.id,
    'it is not said what is taken off: --off EVENT or --claims CLAIM',
    [merged && `merged with it are ${merged}`, madeOf(claims)].filter(Boolean).join('; '),
  )
}

function fault(source: string, message: string, help: string): InputFault {
  return new InputFault({ code: 'nothing-to-split', source, message, help })
}
