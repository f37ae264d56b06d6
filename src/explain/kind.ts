import type { FieldExplanation } from './explanation.js'
import { cited, isSame, keptAlternatives, lost, reason, type Scene, sources } from './scene.js'

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
  const decisive = agreeing.find(({ claim }) => isSame(claim.trigger, kind.evidence[0])) ?? agreeing[0]
  const alternatives = (decisive?.trigger ? keptAlternatives(scene, decisive.trigger) : []).map(one => {
    const asked = conditionOf(one.by)
    return asked ? { ...one, why: `its row of the table would fit if ${asked}` } : one
  })
  const losers = [...outvoted, ...alternatives.filter(({ value }) => value !== kind.value)]
  return {
    field: 'kind',
    value: kind.value,
    ...sources(scene, kind),
    words: agreeing.map(({ claim }) => claim.trigger),
    reasons: tellings.length > 1 ? reasons : [],
    lost: losers,
    change: changeOfKind(scene, agreeing.length, losers),
  }
}

const count = (n: number): string => (n === 1 ? 'one' : String(n))

function changeOfKind({ event }: Scene, agreeing: number, losers: FieldExplanation['lost']): string {
  const { kind } = event
  const told = cited(kind.evidence[0])
  // One telling of several does not turn the kind of all.
  const [subject, rest] =
    agreeing > 1
      ? [told, `; ${kind.value} is told ${agreeing} times, and the kind told most often counts`]
      : ['It', '']
  const would = agreeing > 1 ? 'would tell' : 'would be'
  const scored = losers.find(({ score }) => score !== null)
  if (scored && kind.score !== null) {
    return `${subject} ${would} ${scored.value} if that scored more than the ${kind.score.toFixed(2)} of ${kind.value}${rest}.`
  }
  const near = losers.flatMap(({ value, by }) => {
    const asked = conditionOf(by)
    return asked ? [`${value} if ${asked}`] : []
  })
  if (near.length > 0) return `${subject} ${would} ${near.slice(0, 2).join(', or ')}${rest}.`
  const outvoted = losers.find(({ by }) => by === 'event:kind-told-most')
  if (outvoted) return `It would be ${outvoted.value} if more of its tellings told that.`
  return `Only another word in the place of ${told}, or another rule for it, would make it another kind.`
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
    .map(word =>
      word === '…' ? 'the like' : word.startsWith('@') ? `a word for ${word.slice(1)}` : `“${word}”`,
    )
  const either = [named.slice(0, -1).join(', '), named.at(-1)].filter(Boolean).join(' or ')
  return `${not ? 'nothing like ' : ''}${either} stood ${place}`
}
