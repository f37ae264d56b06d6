import { fullNames } from './aliases.js'
import { type Named, registered, type Scene } from './scene.js'
import { typeOfWords } from './type.js'
import { isProperName, type Office, untitled } from './words.js'

/** "Mr Example" and "Example": one person by the fullest name that the report uses; a title anywhere in it tells the type. */
export function namePerson(name: string, scene: Scene): Named | null {
  const { name: bare, office } = untitled(name)
  if (!isProperName(bare)) return null
  const full = scene.remember(`person ${bare}`, () => fullestName(bare, scene.body))
  const { type } = typeOfWords(bare, scene.gazetteer)
  // A name that a longer one ends in is a person's, even where a town bears it too.
  if (office === null && type !== 'person' && full === bare) return null
  const known = scene.actors.lookup(full)
  if (known) return registered(known, full, 'person')
  const held = office === null || office === 'other' ? officeOf(full, scene.body) : office
  const part = held === 'official' ? 'state' : held === 'soldier' ? 'state-forces' : 'person'
  return { name: full, type: part, registry: null, country: null, isPerson: true, rule: 'person' }
}

function fullestName(bare: string, body: string): string {
  const last = bare.split(' ').at(-1) ?? bare
  const names = new Set(
    fullNames(body, last)
      .map(full => untitled(full).name)
      .filter(full => full.endsWith(bare)),
  )
  const [longest = bare] = [...names].sort((a, b) => b.length - a.length)
  // Two persons of one last name cannot be told apart by it.
  return [...names].every(full => longest.endsWith(full)) ? longest : bare
}

/** The office that the words before or after some telling of a name give it. */
function officeOf(name: string, body: string): Office | null {
  for (
    let at = body.indexOf(name), tries = 0;
    at >= 0 && tries < 8;
    at = body.indexOf(name, at + 1), tries++
  ) {
    const before = lastClause(body.slice(Math.max(0, at - 60), at))
    const { office } = untitled(`${before} ${name}`.trim())
    if (office && office !== 'other') return office
    const after = /^, (?:the |an? )?([^,.;]{3,60})[,.]/.exec(
      body.slice(at + name.length, at + name.length + 70),
    )?.[1]
    const apposed = after && untitled(`${after} ${name}`).office
    if (apposed && apposed !== 'other') return apposed
  }
  return null
}

const lastClause = (text: string): string =>
  (
    text
      .replace(/\s+/g, ' ')
      .split(/[.;:“”"] /)
      .at(-1) ?? ''
  )
    .trim()
    .split(' ')
    .slice(-5)
    .join(' ')
