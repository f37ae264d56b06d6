import type { Coreference, Mention } from '../../model/labels.js'
import { probability, told } from './calibrate.js'
import { decisionOf } from './model-files.js'
import type { Scored } from './scored.js'
import { type WordSpan, wordsAt } from './windows.js'

interface Named extends WordSpan {
  readonly mention: Mention
}

/** Ties each actor to the one before it that it is likeliest to be, if it is likely enough to be any. */
export async function findChains(scored: Scored, mentions: readonly Mention[]): Promise<Coreference[]> {
  const { words, scores, model, by } = scored
  const relation = model.relations.indexOf('coref')
  const decision = decisionOf(model, 'coref')
  const actors = mentions
    .filter(({ kind }) => kind === 'actor')
    .flatMap((mention): Named[] => {
      const at = wordsAt(words, mention.quote)
      return at ? [{ ...at, mention }] : []
    })
    .sort((a, b) => a.first - b.first || a.last - b.last)
  const chains: Coreference[] = []
  for (const [i, actor] of actors.entries()) {
    const around = await scores.towards(actor)
    let best: { readonly to: Named; readonly score: number } | null = null
    for (let j = i - 1; j >= 0; j--) {
      const to = actors[j]
      if (!to || to.first < around.from) break
      if (to.last >= actor.first) continue
      let sum = 0
      for (let word = to.first; word <= to.last; word++) sum += around.score(word, relation) ?? -10
      const score = probability(sum / (to.last - to.first + 1), decision)
      if (score >= decision.threshold && score > (best?.score ?? 0)) best = { to, score }
    }
    if (best) {
      const { to, score } = best
      chains.push({ kind: 'actor', a: to.mention.id, b: actor.mention.id, by, score: told(score) })
    }
  }
  return chains
}
