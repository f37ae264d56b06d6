import type { Decision } from './model-files.js'

const plain = { temperature: 1, bias: 0 }

/** Probabilities of classes that exclude each other. The bias is added to every class but the first, "none". */
export function probabilities(
  scores: ArrayLike<number>,
  { temperature, bias }: Pick<Decision, 'temperature' | 'bias'> = plain,
): number[] {
  const scaled = Array.from(scores, (score, i) => (score + (i === 0 ? 0 : bias)) / temperature)
  const top = scaled.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
  const powers = scaled.map(score => Math.exp(score - top))
  const sum = powers.reduce((a, b) => a + b, 0)
  return powers.map(power => power / sum)
}

/** The probability of one thing that may hold beside others. */
export function probability(
  score: number,
  { temperature, bias }: Pick<Decision, 'temperature' | 'bias'> = plain,
): number {
  return 1 / (1 + Math.exp(-(score + bias) / temperature))
}

/** A probability as it is told: in thousandths, for the digits beyond are the machine's. */
export const told = (probability: number): number => Math.round(probability * 1000) / 1000
