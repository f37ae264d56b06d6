import { describe, expect, it } from 'vitest'
import { eventKinds } from '../../../model/event-kind.generated.js'
import type { Sentence } from '../../../model/sentence.js'
import { tagSentence } from '../tag.js'
import { findTriggers } from './index.js'

/** Reads "Rebels [shelled]{shelling} Ostrava": the text, and what is to be found in it ("shelled: shelling asserted"). */
function unmark(marked: string): { text: string; expected: string[] } {
  const expected: string[] = []
  const text = marked.replace(/\[([^\]]+)\]\{([^}]+)\}/g, (_, words: string, label: string) => {
    const [kind, status = 'asserted'] = label.split(' ')
    expected.push(`${words}: ${kind} ${status}`)
    return words
  })
  return { text, expected }
}

function read(text: string) {
  const sentences = [...new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text)].map(
    ({ index, segment }): Sentence => ({
      start: index,
      end: index + segment.trimEnd().length,
      region: 'prose',
      tokens: [],
    }),
  )
  return findTriggers(
    text,
    sentences.map(sentence => tagSentence(text, sentence)),
  )
}

function check(marked: string): void {
  const { text, expected } = unmark(marked)
  const { triggers } = read(text)
  expect(triggers.map(({ quote, kind, status }) => `${quote.exact}: ${kind} ${status}`)).toEqual(expected)
  for (const { quote, cues } of triggers) {
    for (const { start, end, exact } of [quote, ...cues]) expect(text.slice(start, end)).toBe(exact)
  }
}

/** The words of each occurrence that is told more than once. */
function occurrences(text: string): string[] {
  const { triggers, same } = read(text)
  const groups: string[][] = []
  for (const { a, b } of same) {
    const group = groups.find(ids => ids.includes(a))
    if (group) group.push(b)
    else groups.push([a, b])
  }
  const wordOf = new Map(triggers.map(({ id, quote }) => [id, quote.exact]))
  return groups.map(ids => ids.map(id => wordOf.get(id)).join(', '))
}

const byKind = [
  'Rebels [fought]{armed-clash} the army in the hills near Kesh.',
  'The army [shelled]{shelling} the town of Kesh on Monday.',
  'The town woke to an [air strike]{air-strike}.',
  'A [drone strike]{drone-strike} on the road to Kesh wounded a commander.',
  'A bomb [exploded]{bombing} outside the town hall.',
  'A [suicide bombing]{suicide-bombing} shook the capital.',
  'The regime [used]{chemical-attack} sarin on the village.',
  'Gunmen [opened fire]{shooting} on a bus.',
  'A man [stabbed]{melee-attack} two officers outside the station.',
  'The group [beheaded]{execution} a captive on Friday.',
  'The mayor was [assassinated]{assassination} at his home.',
  'Militiamen [massacred]{massacre} villagers in the north.',
  'Gunmen [kidnapped]{abduction} four nurses.',
  'Guards [tortured]{torture} the prisoners.',
  'Soldiers [raped]{sexual-violence} women in the camp.',
  'An [attack]{attack} shook the port at dawn.',
  'Villagers said that raiders had [torched]{property-destruction} the granary.',
  'A crowd [lynched]{mob-violence} a pedlar.',
  'The navy [shot down]{shoot-down} a drone over the strait.',
  'Police [arrested]{arrest} nine people.',
  'The party [called on]{demand} the state to [free]{release prospective} detainees and [vowed]{threat} to hold a [rally]{protest prospective}.',
  'Police [raided]{raid} the newspaper.',
  'A court [convicted]{conviction} the general.',
  'The governor imposed a [curfew]{restriction} on Kesh.',
  'The kingdom [deported]{expulsion} forty labourers.',
  'The republic imposed [sanctions]{sanction} on Kesh.',
  'A [cyberattack]{cyber-attack} darkened the ministry.',
  'Police [dispersed]{crowd-control} the demonstrators.',
  'The republic [deployed]{deployment} two brigades to the border.',
  'Rebels [recaptured]{territory-capture} Kesh.',
  'The last garrison [surrendered]{withdrawal} at noon.',
  'A [ceasefire]{ceasefire} began at midnight.',
  'The rebels [freed]{release} two engineers.',
  'Thousands have [fled]{displacement} the valley.',
  'Students held a [protest]{protest} in the capital.',
  'Dockers [went on strike]{strike} over pay.',
  'Fans [rioted]{riot} after the match.',
  'The two sides have a [treaty]{agreement}.',
  'The ministers held a [summit]{meeting} in Kesh.',
  'The union [donated]{aid} tents to the camp.',
  'The president [praised]{support} the militia.',
  'The premier [resigned]{government-change} on Sunday.',
  'The ministry [accused]{accusation} the rebels of lying.',
  'The general [threatened]{threat} the port.',
  'The council [urged]{demand} restraint.',
  'The rebels [rejected]{refusal} the offer.',
  'Prosecutors [investigate]{investigation} the mayor.',
]

describe('kinds', () => {
  it.each(byKind)('%s', check)

  it('has a row for every kind', () => {
    const tested = byKind.flatMap(row => [...row.matchAll(/\{([\w-]+)/g)].map(([, kind]) => kind))
    expect(new Set(tested)).toEqual(new Set(eventKinds))
  })
})

describe('the kind of a killing is that of what did it', () => {
  it.each([
    'Nine people were [killed]{bombing} by a grenade.',
    'Nine people were [killed]{shelling} by a mortar round.',
    'Five soldiers were [killed]{armed-clash} in [clashes]{armed-clash} with rebels.',
    'Raiders [killed]{attack} nine people.',
  ])('%s', check)
})

describe('words of politics and diplomacy', () => {
  it.each([
    'The candidates held a televised [debate]{meeting} in Kesh.',
    'The two leaders [spoke by telephone]{meeting} on Sunday.',
    'The president [spoke]{meeting} with the prime minister of Varn.',
    'The court [ruled]{conviction} the decree unlawful.',
    'The bloc announced the [suspension]{sanction} of Varn as a member.',
    'The premier [ripped up]{sanction} the [treaty]{agreement} with Varn.',
    'The envoy [encouraged]{demand} both sides to rest.',
    'The president [invited]{demand} the premier to Kesh.',
    'The senator [took issue with]{accusation} the governor.',
    'The president [dispatched]{deployment} two warships to the strait.',
    'The garrison [vacated]{withdrawal} the fort.',
    'The president [urged]{demand} Varn to [halt]{ceasefire prospective} the [fighting]{armed-clash} there.',
    'Police carried out a sweeping [operation]{raid} in the port.',
    'The forces [freed]{territory-capture} the city of Kesh.',
    'Coastguards [boarded]{raid} the tanker.',
    'The ministry sent humanitarian [support]{aid} to Kesh.',
    'The mayor repeated her [threat]{threat} to [close]{restriction prospective} the road.',
  ])('%s', check)
})

describe('status', () => {
  it.each([
    'The [talks]{meeting prospective} that will be held in Kesh worry Varn.',
    'The maker of the bombs was [sentenced]{conviction} to death.',
    'If the rebels [attack]{armed-clash prospective} Varn, the army waits.',
    'The rebels are going to [attack]{attack prospective} the port.',
    'The rebels will [attack]{attack prospective} the port.',
    'The rebels plan to [recapture]{territory-capture prospective} Kesh.',
    'The minister fears an [invasion]{armed-clash prospective}.',
    'The republic will [arrest]{arrest prospective} and [deport]{expulsion prospective} the pirates.',
    'The rebels want miners to [protest]{protest prospective}.',
    'If rebels [invade]{armed-clash prospective} the delta, ships stay in port.',
    'The army did not [shell]{shelling negated} the town.',
    'The rebels failed to [capture]{territory-capture negated} the city of Kesh.',
    'Police reportedly [arrested]{arrest attributed} the editor.',
    'The editor wrote of an alleged [massacre]{massacre attributed} in the delta.',
    'Hunger forced thousands to [flee]{displacement}.',
    'No soldier has [attacked]{attack negated} the port.',
    'Nobody [attacked]{attack negated} the port.',
    'The [peace conference]{meeting negated} never took place.',
    '[Talks]{meeting prospective} will take place in Kesh.',
    'A [rally]{protest prospective} is planned for Saturday.',
    'An [invasion]{armed-clash prospective} is unlikely.',
    'The [summit]{meeting negated} was cancelled.',
    'The premier ordered an [investigation]{investigation prospective}.',
    'Dockers plan to [go on hunger strike]{strike prospective}.',
    'The republic holds [elections]{government-change prospective} next year.',
    "Tomorrow's [talks]{meeting prospective} worry Varn.",
    'Friday’s planned [vote]{government-change prospective} on the constitution worries Varn.',
  ])('%s', check)
})

describe('what tells no event', () => {
  it.each([
    'The US-backed fighters rested in the besieged city.',
    'The convoy waited to clear the road.',
    'Officials said that the harvest was good, according to the radio.',
    'Security forces and the air force use the same road.',
    'The third world war is a game.',
    'The spokesman declined to comment.',
    'The incident was filmed.',
    'On 30 March the river froze.',
    'Amnesty International rented a room near the War Museum on Treaty Street.',
    'The reports were no news at the press conference.',
    'The settlements of Kesh and Varn grow wheat.',
    'Death squads and their friends dined, for fear of reprisals, alone.',
    'Sheep graze in the Clashes, a range of hills.',
    'No deaths were counted.',
    'The official asked not to be named.',
    'The warning shots were heard in Kesh.',
    'The guards know any attack by its sound.',
    'The candidate opened her campaign for the senate with a song.',
    'The fighting positions and the area of operations are on the map.',
    'The price is going to rise, according to sanctions lists.',
    'The report released on Friday counts sheep.',
    'National polls show the mayor ahead among voters.',
    'The hills are a threat to ships.',
    'The grandfather died in his sleep.',
  ])('%s', check)
})

describe('light verbs leave the telling to their noun', () => {
  it.each([
    'The president [vowed]{threat} to hold another [rally]{protest prospective}.',
    'The republic holds [elections]{government-change} and [talks]{meeting}.',
    'Rebels carried out an [attack]{attack} on the port.',
    'The army conducted [air strikes]{air-strike} on Kesh.',
    'Students staged a [protest]{protest}.',
    'The army mounted an [offensive]{armed-clash}.',
    'Guards [returned fire]{armed-clash}.',
  ])('%s', check)
})

describe('words that the tagger takes for others', () => {
  it.each([
    'Rebels [free]{release} 20 hostages.',
    'The republic promised to [free]{release prospective} prisoners.',
    'A [cease-fire]{ceasefire} began at midnight.',
    'Militants [free]{release} schoolgirls.',
    'Police responded with [tear gas]{crowd-control}.',
    'Students began a [sit-in]{protest}.',
    'The ministry [condemned]{accusation} the [killing]{attack}.',
    'The council wants to [release]{release prospective} jailed editors.',
  ])('%s', check)
})

describe('wire text in capitals', () => {
  it.each([
    'GUERRILLAS [ATTACKED]{armed-clash} THE GARRISON AT SAN PEDRAL ON TUESDAY.',
    'THE NATIONAL LIBERATION FRONT [KIDNAPPED]{abduction} A COFFEE GROWER, ACCORDING TO THE POLICE.',
  ])('%s', check)
})

describe('tellings of one occurrence', () => {
  it.each([
    ['An explosion shook Kesh. The blast was heard for miles.', ['explosion, blast']],
    ['A bomb went off in Kesh. Nine people were killed in the attack.', ['went off, killed, attack']],
    ['A bomb exploded in Kesh. Another bombing hit Varn.', []],
    ['Nine killed at wedding. Gunmen opened fire on guests.', ['killed, opened fire']],
    ['A bombing shook Kesh. A suicide bomber detonated a vest.', ['bombing, detonated']],
    ['Gunmen abducted a nurse. The group has carried out dozens of kidnappings.', []],
    ['A blast shook Kesh. The incident was filmed.', ['blast, incident']],
    ['Police arrested a man in Kesh. The rebels freed a nurse.', []],
    ['The army had not fired on Kesh. Rebels did the shelling.', ['fired on, shelling']],
    ['Miners began a general strike. The strike is illegal.', ['general strike, strike']],
    ['The ministers met in Kesh. The meeting was brief.', ['met, meeting']],
    ['The war began in Kesh. Sheep graze. Bread is dear. The fighting is loud.', ['war, fighting']],
  ])('%s', (text, expected) => {
    expect(occurrences(text)).toEqual(expected)
  })

  it('what is told as known keeps the status it was told with', () => {
    check(
      'The rebels plan an [offensive]{armed-clash prospective}. The [offensive]{armed-clash prospective} worries Varn.',
    )
  })
})
