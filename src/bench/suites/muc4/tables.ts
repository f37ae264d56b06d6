import type { ActorType, Certainty, EventKind } from '../../../model/vocabulary.js'

/** What the record calls things, and what MUC-4 calls them. docs/bench.md tells the first of these tables. */

export type IncidentType = 'ATTACK' | 'BOMBING' | 'KIDNAPPING' | 'ARSON' | 'ROBBERY' | 'FORCED WORK STOPPAGE'

/** Kinds that are incidents. Battles are none; nor is what authorities, crowds and speakers do. */
export const typeOfKind: Readonly<Partial<Record<EventKind, IncidentType>>> = {
  shelling: 'ATTACK',
  'air-strike': 'ATTACK',
  'drone-strike': 'ATTACK',
  bombing: 'BOMBING',
  'suicide-bombing': 'BOMBING',
  'chemical-attack': 'ATTACK',
  shooting: 'ATTACK',
  'melee-attack': 'ATTACK',
  execution: 'ATTACK',
  assassination: 'ATTACK',
  massacre: 'ATTACK',
  abduction: 'KIDNAPPING',
  torture: 'ATTACK',
  'sexual-violence': 'ATTACK',
  attack: 'ATTACK',
  'property-destruction': 'ATTACK',
  'mob-violence': 'ATTACK',
}

type Row<To> = readonly [words: RegExp, to: To]
const firstOf = <To>(rows: readonly Row<To>[], words: string): To | undefined =>
  rows.find(([pattern]) => pattern.test(words))?.[1]

/** Words of a trigger that tell property-destruction apart. */
const destruction: readonly Row<IncidentType>[] = [
  [/\b(burn|fire|arson|torch|ablaze|incinerat)/i, 'ARSON'],
  [/\b(loot|rob|steal|stole|plunder|ransack)/i, 'ROBBERY'],
  [/\b(dynamit|blew|blow|bomb|explo)/i, 'BOMBING'],
]
export const typeOfDestruction = (trigger: string): IncidentType => firstOf(destruction, trigger) ?? 'ATTACK'

export const stageOfTry = /\b(attempt|fail|foil|thwart|defus|deactivat|tried|try|unsuccessful)/i

const instruments: readonly Row<string>[] = [
  [/\b(car|truck|vehicle|bus) ?-?bomb|bomb-laden/i, 'VEHICLE BOMB'],
  [/dynamite/i, 'DYNAMITE'],
  [/\bmines?\b|landmine/i, 'MINE'],
  [/molotov|petrol bomb|firebomb|incendiary/i, 'MOLOTOV COCKTAIL'],
  [/grenade/i, 'GRENADE'],
  [/aerial bomb|planes?\b|aircraft|helicopter/i, 'AERIAL BOMB'],
  [/\bbomb/i, 'BOMB'],
  [/explosive|charges?\b|tnt|device/i, 'EXPLOSIVE'],
  [/machine ?-?gun/i, 'MACHINE GUN'],
  [/mortar/i, 'MORTAR'],
  [/pistol|revolver|handgun/i, 'HANDGUN'],
  [/rifle|ak-47|m-16|galil/i, 'RIFLE'],
  [/rocket/i, 'ROCKET'],
  [/missile/i, 'MISSILE'],
  [/\b(gun|firearm|weapon|shot|bullet|gunfire)/i, 'GUN'],
  [/knife|knives|machete|\bax(e|es)?\b/i, 'CUTTING DEVICE'],
  [/\bstones?\b|\brocks?\b/i, 'STONE'],
]
export const instrumentType = (words: string): string | undefined => firstOf(instruments, words)

const physical: readonly Row<string>[] = [
  [/embassy|consulate|ambassador|diplomat/i, 'DIPLOMAT OFFICE OR RESIDENCE'],
  [/pylon|power|electric|energy|oil|pipeline|gas\b|hydroelectric|substation|transformer/i, 'ENERGY'],
  [/\bbank/i, 'FINANCIAL'],
  [/telephone|radio|television|newspaper|antenna|communication/i, 'COMMUNICATIONS'],
  [/police|barracks|precinct/i, 'LAW ENFORCEMENT FACILITY'],
  [/headquarters|union|party|office of the/i, 'ORGANIZATION OFFICE'],
  [
    /ministry|government|presidential|palace|mayor|city hall|court|congress/i,
    'GOVERNMENT OFFICE OR RESIDENCE',
  ],
  [
    /\b(car|bus|buses|truck|vehicle|train|plane|aircraft|helicopter|ambulance|boat|ship|jeep)s?\b/i,
    'TRANSPORT VEHICLE',
  ],
  [/airport|station|terminal|port\b/i, 'TRANSPORTATION FACILITY'],
  [/bridge|road|highway|railway|track/i, 'TRANSPORTATION ROUTE'],
  [/\bwater|aqueduct|reservoir|dam\b/i, 'WATER'],
  [
    /store|shop|restaurant|hotel|company|enterprise|market|factory|plant|supermarket|dealership/i,
    'COMMERCIAL',
  ],
  [/house|home|residence|apartment|hut|farm|ranch/i, 'CIVILIAN RESIDENCE'],
]
export const physicalType = (words: string): string => firstOf(physical, words) ?? 'OTHER'

const people: readonly Row<string>[] = [
  [/\b(former|ex-?)\b.*\b(president|minister|governor|mayor|official)/i, 'FORMER GOVERNMENT OFFICIAL'],
  [/\b(retired|former)\b.*\b(general|colonel|officer|soldier|commander)/i, 'FORMER ACTIVE MILITARY'],
  [/bodyguard|security guard|\bguards?\b|escort/i, 'SECURITY GUARD'],
  [/police|policem[ae]n|patrolm[ae]n|detective/i, 'LAW ENFORCEMENT'],
  [/judge|lawyer|attorney|magistrate|prosecutor|judicial|justice/i, 'LEGAL OR JUDICIAL'],
  [/ambassador|diplomat|consul\b|envoy|attache/i, 'DIPLOMAT'],
  [
    /president|minister|governor|mayor|official|secretary of|councilm[ae]n|government/i,
    'GOVERNMENT OFFICIAL',
  ],
  [/candidate|politician|senator|deput(y|ies)|congressm[ae]n|party|political|leader/i, 'POLITICAL FIGURE'],
  [
    /soldier|troops?\b|army|military|general\b|colonel|lieutenant|sergeant|captain|officer|marine|navy/i,
    'ACTIVE MILITARY',
  ],
]
const typeOfActor: Readonly<Partial<Record<ActorType, string>>> = {
  'state-forces': 'ACTIVE MILITARY',
  'external-forces': 'ACTIVE MILITARY',
  state: 'GOVERNMENT OFFICIAL',
}
export const humanType = (words: string, type: ActorType | null): string =>
  firstOf(people, words) ?? (type && typeOfActor[type]) ?? 'CIVILIAN'

/** Names of organisations, that of a group without an entry in the registry among them; their members are individuals. */
export const organisation =
  /\b(front|army|movement|party|cartels?|alliance|armed forces|police|national guard|government|organi[sz]ation|brigade|battalion|path|league|command)$/i

/** How sure a perpetrator is; `suspected` is told apart by who suspects. */
export const confidenceOf: Readonly<Record<Exclude<Certainty, 'suspected'>, string>> = {
  stated: 'REPORTED AS FACT',
  claimed: 'CLAIMED OR ADMITTED',
  denied: 'POSSIBLE',
}
export const authority =
  /police|army|military|armed forces|government|minist|president|authorit|official|general|colonel|commander|spokesman|security|judge|attorney/i

export const destroyed = /destroy|demolish|blew up|blown up|dynamit|raze/i
export const damaged = /damag|burn|fire|wreck|arson/i
export const killing = /kill|murder|assassinat|execut|massacre|slain|slay|dead|death|die[ds]?\b|behead/i

/** The countries that the task is about; what happens elsewhere is no incident of it. */
export const ofInterest: ReadonlySet<string> = new Set(['SV', 'GT', 'HN', 'AR', 'BO', 'CL', 'CO', 'EC', 'PE'])

/** Countries that MUC-4 names otherwise than the gazetteer. */
export const nations: Readonly<Record<string, string>> = {
  RU: 'USSR',
  CN: 'PEOPLES REP OF CHINA',
  DE: 'WEST GERMANY',
  GB: 'UNITED KINGDOM',
  US: 'UNITED STATES',
  ZA: 'REPUBLIC OF SOUTH AFRICA',
  KR: 'REPUBLIC OF KOREA',
  VA: 'VATICAN CITY',
}
