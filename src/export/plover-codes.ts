import { countryCodes } from '../codebook/iso-3166.js'
import type { KindRow } from '../codebook/kind-row.js'
import type { ActorType, EventKind, Status } from '../model/vocabulary.js'

/**
 * PLOVER 2.0's event types (manual of February 2024): the quad class, the modes, and whether a recipient is required. SANCTION is
 * material conflict, as its own section and the summary say; the manual's quad table has it as verbal.
 */
export const ploverEvents: Readonly<
  Record<
    string,
    { readonly quad: 1 | 2 | 3 | 4; readonly modes: readonly string[]; readonly needsRecipient: boolean }
  >
> = {
  AGREE: row(1, ''),
  CONSULT: row(1, 'visit third-party multilateral phone'),
  SUPPORT: row(1, ''),
  CONCEDE: row(1, ''),
  COOPERATE: row(2, '', true),
  AID: row(2, '', true),
  RETREAT: row(2, 'withdraw release disarm ceasefire access resign'),
  REQUEST: row(3, 'assist change yield meet'),
  ACCUSE: row(3, 'disapprove investigate allege'),
  REJECT: row(3, 'assist change yield meet'),
  THREATEN: row(3, 'restrict arrest relations expel territory violence'),
  PROTEST: row(4, 'demo riot strike hunger boycott obstruct vandalize'),
  SANCTION: row(4, 'convict expel withdraw discontinue', true),
  MOBILIZE: row(4, 'troops weapons police militia'),
  COERCE: row(4, 'seize restrict censor curfew martial-law arrest deport withhold misinformation cyber'),
  ASSAULT: row(
    4,
    'abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack aerial drone heavy-weapons crowd-control unconventional',
  ),
}

function row(quad: 1 | 2 | 3 | 4, modes: string, needsRecipient = false) {
  return { quad, modes: modes.split(' ').filter(Boolean), needsRecipient }
}

/** The mode of a kind, where PLOVER 2.0 has it for the kind's event type: `resign` is a mode of RETREAT and not of CONCEDE. */
export function ploverMode({ ploverEvent, ploverMode: mode }: KindRow): string | null {
  return mode && ploverEvents[ploverEvent]?.modes.includes(mode) ? mode : null
}

/** PLOVER's auxiliary modes, which stand in `context`. That nothing is said to be hypothetical does not make it so. */
export const contextOfStatus: Readonly<Partial<Record<Status, string>>> = {
  prospective: 'future',
  negated: 'negation',
}

/** Contexts that a kind itself says; no other is read. */
export const contextOfKind: Readonly<Partial<Record<EventKind, string>>> = {
  'chemical-attack': 'cbrn',
  'cyber-attack': 'cyber',
}

/** PLOVER 2.0's sectors. */
export const ploverSectors: readonly string[] =
  'COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL SOC'.split(
    ' ',
  )

/** Sectors by the type of an actor, in PLOVER and in CAMEO; null where neither has one that the type alone tells. */
export const sectors: Readonly<
  Record<ActorType, { readonly plover: string | null; readonly cameo: string | null }>
> = {
  'state-forces': { plover: 'MIL', cameo: 'MIL' },
  state: { plover: 'GOV', cameo: 'GOV' },
  rebel: { plover: 'REB', cameo: 'REB' },
  // CAMEO has no militias of its own; its UAF are armed forces that no side is known of.
  militia: { plover: 'PRM', cameo: 'UAF' },
  'terror-group': { plover: 'REB', cameo: 'REB' },
  'identity-group': { plover: null, cameo: null },
  protesters: { plover: 'CVL', cameo: 'CVL' },
  rioters: { plover: 'CVL', cameo: 'CVL' },
  civilians: { plover: 'CVL', cameo: 'CVL' },
  'external-forces': { plover: 'MIL', cameo: 'MIL' },
  organisation: { plover: null, cameo: null },
  company: { plover: 'BUS', cameo: 'BUS' },
  media: { plover: 'JRN', cameo: 'MED' },
  person: { plover: null, cameo: null },
  place: { plover: null, cameo: null },
  thing: { plover: null, cameo: null },
  unknown: { plover: null, cameo: null },
}

/** The alpha-3 code of the state that an actor is or belongs to, where its id in the registry says so (`forces:SY`). */
export function countryOfActor(registry: string | null): string | null {
  const alpha2 = /^(?:state|government|forces):([A-Z]{2})$/.exec(registry ?? '')?.[1]
  return alpha2 ? (countryCodes(alpha2)?.alpha3 ?? null) : null
}
