import type { FieldExplanation } from '../model/explanation.js'
import { cited, keptAlternatives, listed, lost, reason, type Scene, sources } from './scene.js'

/** The words that tell the kind, by which row or model; the kinds that other words tell, or that these could. */
export function explainKind(scene: Scene): FieldExplanation {
  const { event, tellings } = scene
  const { kind } = event
  const agreeing = tellings.filter(({ claim }) => claim.kind.value === kind.value)
  const others = tellings.filter(({ claim }) => claim.kind.value !== kind.value)
  const reasons = tellings.map(({ claim }) => {
    const { value, basis, score } = claim.kind
    return reason(scene, `${cited(claim.trigger)} tells ${value}`, {
      by: basis.by,
      score,
      words: [claim.trigger],
    })
  })
  const outvoted = others.map(({ claim }) =>
    lost(
      scene,
      claim.kind.value,
      `${count(others.length)} of ${tellings.length} tellings; the kind told most often counts`,
      {
        by: 'event:kind-told-most',
        score: claim.kind.score,
        words: [claim.trigger],
      },
    ),
  )
  const alternatives = new Map(
    agreeing.flatMap(({ trigger }) => keptAlternatives(scene, trigger ?? {})).map(one => [one.value, one]),
  )
  alternatives.delete(kind.value)
  const losers = [...outvoted, ...alternatives.values()]
  return {
    field: 'kind',
    value: kind.value,
    ...sources(scene, kind),
    words: agreeing.map(({ claim }) => claim.trigger),
    reasons: tellings.length > 1 ? reasons : [],
    lost: losers,
    change: changeOfKind(scene, losers),
  }
}

const count = (n: number): string => (n === 1 ? 'one' : String(n))

function changeOfKind({ event, tellings }: Scene, losers: FieldExplanation['lost']): string {
  const { kind } = event
  const outvoting = losers.find(({ by }) => by === 'event:kind-told-most')
  if (outvoting) return `It would be ${outvoting.value} if more of its ${tellings.length} tellings told that.`
  const scored = losers.find(({ score }) => score !== null)
  if (scored && kind.score !== null) {
    return `It would be ${scored.value} if that scored more than the ${kind.score.toFixed(2)} of ${kind.value}.`
  }
  const near = losers.flatMap(({ value, by }) => {
    const asked = conditionOf(by)
    return asked ? [`${value} if ${asked}`] : []
  })
  if (near.length > 0) return `It would be ${near.slice(0, 2).join(', or ')}.`
  const words = listed([...new Set(tellings.map(({ claim }) => `“${claim.trigger.exact}”`))])
  return `Only another word in the place of ${words}, or another row of the reader's table, would make it another kind.`
}

const scopes: Readonly<Record<string, string>> = {
  before: 'in the two words before it',
  after: 'in the three words after it',
  object: 'as its object',
  clause: 'in its clause',
  sentence: 'in its sentence',
}

/** What a row that lost for want of one condition (`lexicon:unmet/clause:plane|jet`) asks for, as a condition in words. */
export function conditionOf(by: string | null): string | null {
  const [, not, scope = '', words = ''] = /^lexicon:unmet\/(!?)(\w+)(?::(.+))?$/.exec(by ?? '') ?? []
  if (scope === '') return null
  const place = scopes[scope]
  if (!place) {
    const what = { passive: 'in the passive', negated: 'negated', name: 'a name' }[scope] ?? scope
    return `it were ${not ? 'not ' : ''}${what}`
  }
  const named = words
    .split('|')
    .map(word => (word.startsWith('@') ? `a word for ${word.slice(1)}` : `“${word}”`))
  return `${not ? 'none' : 'one'} of ${named.join(', ')} stood ${place}`.replace(
    /^one of ([^,]+) stood/,
    '$1 stood',
  )
}
