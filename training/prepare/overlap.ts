/** Whether one of two texts holds a hundred letters and digits from the middle of the other, however they are set. */
export function sharesText(a: string, b: string): boolean {
  const [short, long] = [lettersOf(a), lettersOf(b)].sort((x, y) => x.length - y.length)
  if (!short || !long || short.length < 100) return false
  const from = Math.floor((short.length - 100) / 2)
  return long.includes(short.slice(from, from + 100))
}

const lettersOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
