/** A mention without the article before it, a possessive behind it, and the line breaks in it. */
export function plainName(mention: string): string {
  return (
    mention
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/^(?:the|an?) (?=\S)/i, '')
      .replace(/(?:[’']s|(?<=s)[’'])$/, '')
      .replace(/^[“”"‘']+|[,;:]+$/g, '')
      // A mark that closes nothing goes; one that closes what opens within stays ('a "spy"').
      .replace(/^([^“”"‘’']*)[“”"’']+$/, '$1')
  )
}

const tail =
  /(?:,| \(| (?:of|in|from|at|on|by|for|to|with|near|around|inside|outside|who|whom|whose|that|which|like|such|among|over|after|surrounding|packed|connected|known|loyal|backed|fighting|linked|including|believed|aboard|across|against|as|protesting|carrying|used|trying|armed|wearing|opposed|under|between|along|also|allied|affiliated|accused|suspected|belonging|visiting|held|working|serving|living|fleeing)(?= |$)|(?<= \p{Ll}{3,30}) \p{Ll}+ed (?:by|in|at|to|for|from|near)\b)/u

/** What takes a part of what follows it ("members of the group", "15 percent of the city"): the whole tells the type. */
const partitive =
  /^(?:(?:a|an|the|some|all|large|small|more than|about|around|nearly|up to|at least|[\d,.]+(?: to [\d,.]+)?) )*(?:foreign |other |senior |former |leading |remaining )?(?:groups?|numbers?|members?|dozens|scores|hundreds|thousands|millions|handful|majority|rest|part|parts|portion|swathe?s?|percent|per cent|%|half|much|most|many|some|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[\d,]+|columns?|crowds?|wave|square (?:miles|kilometres|kilometers)) of (?:the |its |their |his |her |other |major )*(?=\S)/i

/** The words that an unnamed actor's type hangs on: of a part the whole, of a list its first. */
export function telling(name: string): string {
  const whole = uncounted(uncounted(name).replace(partitive, ''))
  const [first = whole] = whole.split(/(?:,? and|,? or|,) /, 1)
  return first
}

/** The noun that the words of an unnamed actor turn on: "troops" of "2,000 US troops in the city". */
export function headNoun(name: string): string {
  const before = name.split(tail, 1)[0] ?? name
  return (before.trim().split(' ').at(-1) ?? '').replace(/[’']s$|[’']$/, '')
}

/** Titles that stand before a person's name, with what holding one makes of the person. */
const officials =
  'president|vice-president|prime minister|premier|chancellor|king|queen|prince|crown prince|sheikh|emir|sultan|minister|foreign minister|defence minister|defense minister|interior minister|foreign secretary|defence secretary|defense secretary|home secretary|secretary of state|secretary|senator|congressman|congresswoman|governor|mayor|ambassador|envoy|special envoy|judge|justice|magistrate judge|prosecutor|attorney general|spokesman|spokeswoman|spokesperson|mp|deputy|chief minister|speaker|commissioner|sen|gov|rep|representative|baroness|lord|president-elect|general secretary|secretary-general|secretary general'
const soldiers =
  'general|gen|maj gen|major general|lt gen|lieutenant general|brigadier|brig gen|brigadier general|colonel|col|lieutenant colonel|lt col|major|maj|captain|capt|lieutenant|lt|sergeant|sgt|staff sergeant|corporal|private|admiral|commander|army chief|police chief|officer|constable|inspector|superintendent|chief constable|marshal|field marshal|cmdr|cdr|air marshal|air vice-marshal|warrant officer'
const others =
  'mr|mrs|ms|miss|dr|sir|dame|professor|prof|father|rev|reverend|bishop|archbishop|pope|imam|ayatollah|grand ayatollah|mullah|maulana|rabbi|cleric|leader|journalist|activist|reporter|lawyer|businessman|opposition leader|suspect|former|ex|late|jihadist|militant|terrorist|commander'
const title = new RegExp(`^(?:(${officials})|(${soldiers})|(${others}))\\.?,? `, 'iu')
/** Words that may stand before a title: "the Norland defence" minister. */
const mostBefore = 4

export type Office = 'official' | 'soldier' | 'other'

export interface TitledName {
  readonly name: string
  readonly office: Office | null
}

const properWord =
  "(?:\\p{Lu}[\\p{L}\\p{M}’'.-]*|al-\\p{Lu}[\\p{L}\\p{M}’'-]*|el-\\p{Lu}[\\p{L}\\p{M}’'-]*|bin|ibn|abu|von|van|de|del|della|der|la|al|el|ul|di|da|dos|y)"
const person = new RegExp(`^\\p{Lu}[\\p{L}\\p{M}’'.-]*(?: ${properWord}){0,4}$`, 'u')

/** Takes a title off a person's name: "interior minister, Magdy Example" is "Magdy Example", an official. */
export function untitled(name: string): TitledName {
  let rest = name
  for (let before = 0; before <= mostBefore; before++) {
    const match = title.exec(rest)
    const bare = match ? rest.slice(match[0].length) : ''
    if (match && person.test(bare)) {
      const again = untitled(bare)
      const office = match[1] ? 'official' : match[2] ? 'soldier' : 'other'
      const held = again.office === 'official' || again.office === 'soldier' ? again.office : office
      return { name: again.name, office: held }
    }
    const word = /^[\p{L}’'.-]+ /u.exec(rest)
    // "the forces of President Example" are not the president.
    if (!word || /^(?:of|to|by|from|with|for|against|and|under) $/i.test(word[0])) break
    rest = rest.slice(word[0].length)
  }
  return { name, office: null }
}

/** What is longer is no name (UTF-16 code units). */
export const longestName = 100

/** Whether some words look like a proper name: every word a capital or a particle, and no more than a name holds. */
export function isProperName(name: string): boolean {
  return name.length <= longestName && person.test(name)
}

const quantity =
  /^(?:(?:at least|more than|upwards of|as many as|as few as|an? estimated|any|up to|some|about|around|nearly|over|several|many|most of|most|a few|few|other|another|two|three|four|five|six|seven|eight|nine|ten|twelve|a? ?dozens?|scores|hundreds|thousands|tens|[\d,.]+)(?: of)? )+(?:the )?(?=\S)/i

/** A mention without the number before it: "US troops" of "2,000 US troops". */
export function uncounted(name: string): string {
  return name.replace(quantity, '')
}
