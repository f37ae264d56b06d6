import type { ActorType } from '../../../model/vocabulary.js'

/** What a head noun makes of an actor (codebook section 2), in the singular or as it is always used. Editable. */
export const nounsByType: Readonly<Partial<Record<ActorType, string>>> = {
  'state-forces': `police policeman policewoman officer soldier troop trooper army military forces force navy marine commando gendarme gendarmerie
    serviceman sailor airman pilot paratrooper guard guardsman patrol battalion brigade regiment warplane jet gunship agent detective
    interrogator jailer warder investigator constable sergeant lieutenant captain major colonel general admiral aircrew infantry
    conscript reservist special-forces cavalry intelligence sheriff deputy paramilitary-police personnel fleet airpower airstrike prefect
    column corps spy unit rank cadet ranger`,
  state: `government regime administration authority official minister ministry president premier chancellor king queen prince
    monarch parliament senate congress cabinet junta embassy consulate ambassador diplomat envoy governor mayor lawmaker legislator
    senator congressman deputy-minister court judge prosecutor magistrate tribunal state country nation power leader spokesman
    spokeswoman spokesperson secretary department presidency white-house republic politburo bureaucrat mp kremlin
    attorney-general commissioner capital delegation policymaker ruler representative host prosecution guarantor politician crony`,
  rebel: `rebel insurgent guerrilla guerilla separatist opposition fighter insurgency resistance partisan revolutionary maoist naxalite
    secessionist mutineer dissident-fighter faction mujahideen mujahid separatism warlord sympathiser sympathizer`,
  militia: `militia militiaman paramilitary vigilante gang gangster cartel bandit pirate tribesman proxy death-squad hitman
    mercenary-group trafficker smuggler self-defense-group clan kidnapper`,
  'terror-group': `terrorist jihadist jihadi extremist militant islamist suicide-bomber bomber hijacker attacker cell caliphate
    hostage-taker executioner outfit recruiter ringleader`,
  'external-forces': `coalition peacekeeper mercenary invader occupier contractor nato-forces`,
  protesters: `protester protestor demonstrator activist striker marcher crowd demonstration picket supporter campaigner dissident`,
  rioters: `rioter mob looter hooligan arsonist lynch-mob`,
  civilians: `civilian resident people villager child woman man girl boy family refugee inhabitant citizen worker miner farmer shopkeeper
    passenger bystander shopper worshipper worshiper pilgrim student pupil schoolchildren teacher doctor nurse patient tourist
    hostage victim casualty migrant detainee prisoner captive person baby infant mother father son daughter brother sister wife
    husband wives relative survivor evacuee displaced commuter pedestrian driver fisherman peasant herder trader merchant tribal
    local population community household neighbour neighbor westerner foreigner aid-worker medic paramedic volunteer priest nun bishop
    imam monk pastor crew youth teenager employee staff guest witness mourner lawyer unionist widow orphan elder returnee family non-combatant
    male female adult minor public national westerners pensioner inmate those everyone`,
  'identity-group': `muslim christian hindu sikh jew sunni shia shiite alawite druze yazidi kurd tamil uighur uyghur rohingya hutu tutsi
    tribe minority ethnic-group`,
  organisation: `organisation organization agency party union committee commission federation association charity ngo foundation institute
    league body observatory monitor watchdog mission fund movement front university church mosque-committee club group network
    bloc alliance inspector un eu inspectorate secretariat council mechanism campaign member observer`,
  company: `company firm corporation bank airline business manufacturer refinery-operator enterprise supplier retailer`,
  media: `journalist reporter newspaper broadcaster correspondent photographer cameraman media press outlet channel magazine radio
    television editor anchor blogger tv news-agency`,
  person: `suspect defendant cleric individual challenger candidate`,
  unknown: `gunman assailant parties perpetrator ally partner`,
  place: `city town village area district region province camp base airport airbase airfield hospital school mosque church building house home
    neighbourhood neighborhood suburb street road bridge market square checkpoint enclave territory position stronghold outpost facility
    centre center station hotel cafe restaurant headquarters office prison compound site barracks dam field border land island
    settlement warehouse depot factory plant refinery tunnel bunker trench shrine temple embassy-building port shop store mall
    stadium theatre theater cinema club-house cemetery farm quarter zone pocket countryside mountain hill valley runway complex
    infrastructure installation silo clinic university-campus ground line frontline route crossing bakery cathedral cybercafe hall
    terrain territory mile locality residence scene north south east west north-east north-west south-east south-west node`,
  thing: `plane airliner aircraft helicopter airplane drone missile rocket shell bomb tank vehicle car truck lorry bus train convoy ship boat
    vessel tanker submarine pipeline pylon power-line cable weapon arms ammunition munition explosive ied deal agreement accord ceasefire
    truce treaty programme program plan resolution sanction talk election referendum summit conference attack bombing strike raid
    offensive operation war conflict crisis investigation inquiry video statement website system network-system computer money fund oil
    export import aid shipment fuel cargo food equipment armour armor motorcycle bicycle taxi van ambulance jet-fighter satellite law
    constitution policy decision proposal measure flag statue monument property crop livestock cattle crime grenade cache event
    concert protest explosion construction project platform capability strategy march death killing`,
}

const typeOf = new Map<string, ActorType>()
for (const [type, words] of Object.entries(nounsByType)) {
  for (const word of words.split(/\s+/)) if (!typeOf.has(word)) typeOf.set(word, type as ActorType)
}

const irregular: Readonly<Record<string, string>> = {
  men: 'man',
  women: 'woman',
  children: 'child',
  policemen: 'policeman',
  gunmen: 'gunman',
  servicemen: 'serviceman',
  militiamen: 'militiaman',
  tribesmen: 'tribesman',
  guardsmen: 'guardsman',
  spokesmen: 'spokesman',
  fishermen: 'fisherman',
  wives: 'wife',
  persons: 'person',
  mps: 'mp',
}

/** The type that a noun gives, in singular or plural, or null where the table has none. */
export function typeOfNoun(noun: string): ActorType | null {
  const word = noun.toLowerCase()
  const one = irregular[word] ?? (word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.replace(/s$/, ''))
  return (
    typeOf.get(word) ??
    typeOf.get(one) ??
    (word.endsWith('es') ? (typeOf.get(word.slice(0, -2)) ?? null) : null)
  )
}
