import type { SubEventType } from '../export/acled/types.js'
import type { EventKind } from '../model/vocabulary.js'

/** What a sub-event type of ACLED is here. */
export interface AcledKind {
  readonly kind: EventKind
  /**
   * Who does it: the first actor; both; the second, since ACLED names demonstrators first; or whoever of the two took the
   * place. ACLED's order of actors is not one of who did it to whom, but in the types that tell so.
   */
  readonly by: 'first' | 'both' | 'second' | 'government' | 'non-state'
  /** What the code tells, or leaves open, that the kind does not; null where they are the same. */
  readonly lost: string | null
  /** Whether the code names the weapon. */
  readonly means?: true
}

const is = (kind: EventKind, by: AcledKind['by'], lost: string | null = null): AcledKind => ({
  kind,
  by,
  lost,
})

/** `kinds.tsv` read the other way; null where no kind could stand for the code. */
export const acledKinds: Readonly<Record<SubEventType, AcledKind | null>> = {
  'Government regains territory': is('territory-capture', 'government'),
  'Non-state actor overtakes territory': is('territory-capture', 'non-state'),
  'Armed clash': is('armed-clash', 'both'),
  'Excessive force against protesters': is('crowd-control', 'second', 'that the force was excessive'),
  'Protest with intervention': is('crowd-control', 'second', 'that the force was not excessive'),
  'Peaceful protest': is('protest', 'first'),
  'Violent demonstration': is('riot', 'first'),
  'Mob violence': is('mob-violence', 'first'),
  'Chemical weapon': is('chemical-attack', 'first'),
  'Air/drone strike': is('air-strike', 'first', 'whether by a drone is left open'),
  'Suicide bomb': is('suicide-bombing', 'first'),
  'Shelling/artillery/missile attack': is('shelling', 'first'),
  'Remote explosive/landmine/IED': is('bombing', 'first'),
  Grenade: { ...is('bombing', 'first'), means: true },
  'Sexual violence': is('sexual-violence', 'first'),
  Attack: is('attack', 'first', 'by what means, and whether it was an execution or a massacre, is left open'),
  'Abduction/forced disappearance': is('abduction', 'first'),
  Agreement: is('agreement', 'both', 'whether it is a ceasefire is left open'),
  Arrests: is('arrest', 'first'),
  'Change to group/activity': is(
    'deployment',
    'first',
    'it may be a new group, a merger or a split as well as forces that move',
  ),
  'Disrupted weapons use': is(
    'shoot-down',
    'first',
    'it may be weapons seized or a bomb made safe as well as weapons brought down',
  ),
  'Headquarters or base established': is('deployment', 'first', 'that a base was set up'),
  'Looting/property destruction': is('property-destruction', 'first'),
  'Non-violent transfer of territory': is('withdrawal', 'both', 'who left the place, and who came'),
  Other: null,
}
