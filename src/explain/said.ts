import type { SaidValue } from '../model/claim.js'
import type { Attribution } from '../model/labels.js'
import type { Sourced } from '../model/sourced.js'
import type { FieldExplanation, Reason } from './explanation.js'
import { nothingTold } from './nothing.js'
import { cited, isSame, listed, lost, reason, type Scene, sources } from './scene.js'
import { statusWithout, voiceText } from './status.js'

/** Each voice: its words, what they cover, how its name was found; and the voices that speak of other events. */
export function explainSaid(scene: Scene): FieldExplanation[] {
  const { said } = scene.event
  const others = otherVoices(scene)
  if (said.length === 0) {
    return [nothingTold('said', 'voice', others, 'It would be told if the report cited somebody for it.')]
  }
  return said.map((line, i) => ({
    field: `said.${i}`,
    value: line.value,
    ...sources(scene, line),
    reasons: [
      ...voicesOf(scene, line).flatMap(voice => reasonsOf(scene, voice, line)),
      ...typeOf(scene, line),
    ],
    lost: i === 0 ? others : [],
    change: changeOfLine(scene, line),
  }))
}

/** The reader's labels that a line was made from. */
function voicesOf({ reading, tellings }: Scene, { value, evidence }: Sourced<SaidValue>): Attribution[] {
  return reading.labels.attributions.filter(
    ({ holder, cue, covers }) =>
      [holder, cue].every(quote => !quote || evidence.some(one => isSame(one, quote))) &&
      covers.some(
        ({ trigger, about }) =>
          about === value.about && tellings.some(telling => telling.trigger?.id === trigger),
      ),
  )
}

/** A holder that stands further from its cue than this (UTF-16 code units) was followed back to. */
const beside = 80

function reasonsOf(scene: Scene, voice: Attribution, { value }: Sourced<SaidValue>): Reason[] {
  const { holder, cue, content, via, by, score } = voice
  const covered = voice.covers
    .filter(
      ({ about, trigger }) =>
        about === value.about && scene.tellings.some(telling => telling.trigger?.id === trigger),
    )
    .flatMap(({ trigger }) => scene.trigger(trigger)?.quote ?? [])
  const [first, ...more] = content
  const what = first ? `: ${cited(first)}${more.length > 0 ? ` and ${more.length} more` : ''}` : ''
  const says = `${voiceText(voice)} ${value.stance} of ${listed(covered.map(cited))} (${value.about})${what}`
  const far =
    holder && cue && (holder.end < cue.start - beside || holder.start > cue.end + beside)
      ? [
          reason(
            scene,
            `the speaker at ${cited(cue)} is not named there; it was followed back to ${cited(holder)}`,
            {
              by,
              words: [cue, holder],
            },
          ),
        ]
      : []
  const renamed =
    holder && value.holder && !holder.exact.includes(value.holder)
      ? [
          reason(scene, `${cited(holder)} goes by its fullest name, “${value.holder}”`, {
            by: 'said:fullest-name',
            words: [holder],
          }),
        ]
      : []
  const through = via ? [reason(scene, `it spoke through ${cited(via)}`, { by, words: [via] })] : []
  return [reason(scene, says, { by, score, words: content }), ...far, ...renamed, ...through]
}

/** What kind of voice the holder is, and why. */
function typeOf(scene: Scene, { value: { holder, holderType } }: Sourced<SaidValue>): Reason[] {
  if (holder === null || holderType === undefined) return []
  if (holderType === null)
    return [reason(scene, `nothing tells what kind of voice “${holder}” is`, { by: null })]
  return [reason(scene, `“${holder}” is of the type ${holderType.type}`, { by: holderType.by })]
}

/** How many voices that speak of other things are told. */
const most = 4

/** Voices of the report that cover nothing of this event although their words stand next to it. */
function otherVoices(scene: Scene): FieldExplanation['lost'] {
  const own = new Set(scene.tellings.flatMap(({ trigger }) => (trigger ? [trigger.id] : [])))
  const near = scene.tellings.map(({ claim }) => claim.trigger)
  return scene.reading.labels.attributions
    .filter(({ covers, holder, cue }) => {
      const at = cue ?? holder
      const isNear = at && near.some(({ start, end }) => at.end > start - reach && at.start < end + reach)
      return isNear && !covers.some(({ trigger }) => own.has(trigger))
    })
    .slice(0, most)
    .map(({ holder, cue, covers, by, score }) => {
      const told = covers.flatMap(({ trigger }) => scene.trigger(trigger)?.quote ?? [])
      const why =
        told.length > 0 ? `it speaks of ${listed(told.slice(0, 3).map(cited))}` : 'its words tell no event'
      const words = [holder, cue].filter(quote => quote !== null)
      return lost(scene, (holder ?? cue)?.exact ?? 'a voice', why, { by, score, words })
    })
}
/** How near to a word that tells the event another voice is told of (UTF-16 code units). */
const reach = 200

function changeOfLine(scene: Scene, line: Sourced<SaidValue>): string {
  const words = line.evidence.map(cited).join(' … ')
  const without = `Without ${words} there would be no such line`
  if (line.value.about !== 'event') return `${without}.`
  const status = statusWithout(scene, voicesOf(scene, line))
  const { value } = scene.event.status
  return status === value
    ? `${without}; the event would still be ${value}.`
    : `${without}, and the event would be ${status}.`
}
