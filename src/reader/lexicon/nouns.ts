import { readTable } from './role-tables.js'

const actorNouns = readTable(new URL('./actor-nouns.tsv', import.meta.url))

/** Whether a noun, in its dictionary form, names people who may act: a person, a group, a force, an office. */
export function isActorNoun(lemma: string): boolean {
  return actorNouns.has(lemma)
}

/** Whether one of these is one person ("a pilot"). */
export function isPersonNoun(lemma: string): boolean {
  return actorNouns.get(lemma)?.count === 'yes'
}
