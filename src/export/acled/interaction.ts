import { type InterCode, interCodes } from '../../codebook/index.js'

/** ACLED's `interaction` in words, the lower code first ("Rebel group-Rebel group" of two alike); of one alone, "… only". Null without the first. */
export function interactionOf(first: InterCode | null, second: InterCode | null): string | null {
  if (first === null) return null
  if (second === null) return `${interCodes[first]} only`
  const [low, high] = first < second ? [first, second] : [second, first]
  return `${interCodes[low]}-${interCodes[high]}`
}
