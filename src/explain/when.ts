import type { Sourced } from '../model/sourced.js'
import type { TimeValue } from '../model/values.js'
import type { FieldExplanation, Reason } from './explanation.js'
import { nothingTold } from './nothing.js'
import { cited, competitors, isSame, lost, reason, type Scene, sources, tiesOf } from './scene.js'

/** The words of each time, what they were reckoned from, and the times that went elsewhere. */
export function explainWhen(scene: Scene): FieldExplanation[] {
  const { when } = scene.event
  const others = competitors(scene, 'time', { name: 'time', values: when })
  if (when.length === 0) {
    return [
      nothingTold('when', 'time', others, 'It would have a time if one were tied to a word that tells it.'),
    ]
  }
  return when.map((time, i) => ({
    field: `when.${i}`,
    value: time.value,
    ...sources(scene, time),
    reasons: [...tiesOf(scene, time, 'time'), ...reckoning(scene, time)],
    lost: [...wider(scene, i), ...(i === 0 ? others : [])],
    change: changeOfTime(scene, time),
  }))
}

/** The times told as well: the narrowest stands first. */
function wider(scene: Scene, i: number): FieldExplanation['lost'] {
  if (i > 0) return []
  return scene.event.when.slice(1).map((time, at) =>
    lost(
      scene,
      time.value.edtf ?? time.evidence[0].exact,
      `told as well, and no narrower: it stands as when.${at + 1}`,
      {
        by: 'event:narrowest-first',
        words: time.evidence,
      },
    ),
  )
}

function reckoning(scene: Scene, { value, basis }: Sourced<TimeValue>): Reason[] {
  const { published } = scene.reading.report
  const { by } = basis
  if (value.anchor === 'published' && published) {
    const known = { given: 'as given', metadata: 'as its page says', text: 'as its text says' }[
      published.basis
    ]
    return [reason(scene, `reckoned from the publication, ${published.edtf}, ${known}`, { by })]
  }
  if (value.anchor === 'text' && value.from) {
    return [reason(scene, `reckoned from ${cited(value.from)}, told before`, { by, words: [value.from] })]
  }
  return []
}

function changeOfTime(scene: Scene, { value, evidence }: Sourced<TimeValue>): string {
  const { published } = scene.reading.report
  const note = scene.reading.notes.find(({ at }) => at && evidence.some(quote => isSame(quote, at)))
  const said = `“${evidence[0].exact}”`
  if (note?.code === 'time-publication-unknown') {
    return `With a publication date ${said} could be reckoned: read the report again with --published DATE.`
  }
  if (note?.code === 'time-impossible-date') return `${said} would have a value if it were in the calendar.`
  if (value.edtf === null) return `${said} gives no value; only a time that can be reckoned would.`
  if (value.anchor === 'published') {
    return `It would be another if the report were published on another day than ${published?.edtf ?? 'now known'}.`
  }
  if (value.anchor === 'text') {
    return `It would be another if ${value.from ? cited(value.from) : 'the time told before'} were.`
  }
  if (/^XXXX/.test(value.edtf)) return 'With a publication date the year could be read.'
  return `${said} says it in full, whenever the report was published; only other words would change it.`
}
