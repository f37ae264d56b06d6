import type { Claim } from '../../model/claim.js'
import type { Diagnostic } from '../../model/diagnostic.js'
import type { Event } from '../../model/event.js'
import type { EventKind } from '../../model/vocabulary.js'
import { countsClash } from '../../text/counts-clash.js'

/** What a person should look at in the events of a report: what is missing from them, and where the report contradicts itself. */
export function complaintsOf(events: readonly Event[], claims: readonly Claim[]): Diagnostic[] {
  const byId = new Map(claims.map(claim => [claim.id, claim]))
  return events.flatMap(event => [
    ...withoutVictim(event),
    ...withoutParty(event),
    ...figuresApart(event),
    ...tellingsApart(
      event,
      event.claims.flatMap(id => byId.get(id) ?? []),
    ),
  ])
}

const see = (code: Diagnostic['code'], what: string): string => `docs/diagnostics/${code}.md says ${what}`

/** Numbers of whom nobody is told of, once an event: where another entry of the event tells it, they are known. */
function withoutVictim({ harm }: Event): Diagnostic[] {
  return harm
    .filter(({ value: { of, low, high, vague, what } }) => {
      const isNumber = low !== null || high !== null || vague !== null
      return (
        of === null &&
        isNumber &&
        high !== 0 &&
        !harm.some(other => other.value.of && other.value.what === what)
      )
    })
    .slice(0, 1)
    .map(({ value: { what }, evidence: [at] }) => ({
      code: 'count-without-victim',
      severity: 'info',
      message: `“${at.exact}” tells that people were ${what}, and the report does not say who, as far as it was read`,
      at,
      help: see('count-without-victim', 'what to look for'),
    }))
}

/** Kinds that somebody must do: there is no accusation without an accuser. */
const needsSomebody: ReadonlySet<EventKind> = new Set([
  'accusation',
  'agreement',
  'aid',
  'demand',
  'meeting',
  'refusal',
  'sanction',
  'support',
  'threat',
])

function withoutParty({ kind, initiators, triggers: [at] }: Event): Diagnostic[] {
  if (initiators.length > 0 || !needsSomebody.has(kind.value)) return []
  return [
    {
      code: 'party-not-found',
      severity: 'info',
      message: `“${at.exact}” tells of ${kind.value}, and nobody was found who does it`,
      at,
      help: see('party-not-found', 'why that may be, and how to mend it'),
    },
  ]
}

/** Two numbers for one harm that cannot both be right. */
function figuresApart({ harm }: Event): Diagnostic[] {
  for (const [i, a] of harm.entries()) {
    const b = harm.slice(i + 1).find(other => countsClash(a.value, other.value))
    if (!b) continue
    const [at] = b.evidence
    const told = [a, b].map(({ evidence: [words] }) => `“${words.exact}”`).join(' and ')
    return [
      {
        code: 'figures-differ',
        severity: 'warning',
        message: `of one event the report tells ${told} ${a.value.what}; both are kept`,
        at,
        help: see('figures-differ', 'how to tell which holds'),
      },
    ]
  }
  return []
}

/** Tellings of one event of which one says that it happened and another that it did not. */
function tellingsApart({ status, triggers: [first] }: Event, claims: readonly Claim[]): Diagnostic[] {
  const told = claims.find(({ status: { value } }) => value === 'asserted' || value === 'attributed')
  const denied = claims.find(({ status: { value } }) => value === 'negated' || value === 'disputed')
  if (!denied || (!told && denied.status.value === 'negated')) return []
  const other = told ? `“${told.trigger.exact}” is ${told.status.value}, ` : ''
  return [
    {
      code: 'tellings-disagree',
      severity: 'info',
      message: `of one event ${other}“${denied.trigger.exact}” is ${denied.status.value}; the event is ${status.value}`,
      at: told ? denied.trigger : first,
      help: see('tellings-disagree', 'which of them counts'),
    },
  ]
}
