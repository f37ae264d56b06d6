import { fullNames, type IndexedText } from './aliases.js'
import { typeOfNoun } from './nouns.js'
import { heldOffice } from './offices.js'
import { contested, type Named, registered, type Scene } from './scene.js'
import { typeOfWords } from './type.js'
import { headNoun, isProperName, untitled } from './words.js'

/** "Mr Example" and "Example": one person by the fullest name that the report uses; a title anywhere in it tells the type. */
export function namePerson(name: string, scene: Scene): Named | null {
  const { name: bare, office } = untitled(name)
  if (!isProperName(bare)) return null
  const full = scene.remember(`person ${bare}`, () => fullestName(bare, scene))
  const isKnown = scene.claimants(full).length > 0
  const { type } = typeOfWords(bare, scene.gazetteer)
  // "POLICE", "National Police": a name that turns on a noun is no person's, but for surnames that are nouns too.
  if (office === null && !isKnown && turnsOnNoun(bare, scene)) return null
  // A name that a longer one ends in is a person's, even where a town bears it too.
  if (office === null && type !== 'person' && full === bare && !isKnown) return null
  const [known, ...others] = scene.claimants(full)
  if (known)
    return others.length > 0 ? contested([known, ...others], full) : registered(known, full, 'person')
  const part = heldOffice(full, office, scene)
  return { name: full, ...part, registry: null, isPerson: true, rule: 'person' }
}

function fullestName(bare: string, text: IndexedText): string {
  const last = bare.split(' ').at(-1) ?? bare
  const names = new Set(
    fullNames(text, last)
      .map(full => untitled(full).name)
      .filter(full => full.endsWith(bare)),
  )
  const [longest = bare] = [...names].sort((a, b) => b.length - a.length)
  // Two persons of one last name cannot be told apart by it.
  return [...names].every(full => longest.endsWith(full)) ? longest : bare
}

const alsoSurnames =
  /^(?:bishop|prince|king|queen|judge|major|marshal|general|sheriff|priest|monk|farmer|miner|miller|driver|law|ally|camp|house|church|field|forest|hill|street|bridge|land|port|crop|fuel|arms|north|south|east|west|hall|cell|gang|pope|deputy)$/i

function turnsOnNoun(name: string, { letters }: Scene): boolean {
  const head = headNoun(name)
  if (typeOfNoun(head) === null) return false
  return letters === 'upper' || !alsoSurnames.test(head)
}
