/**
 * Words for where nothing holds them in: a tab, a list of windows, a screen reader. They become one line of limited length without
 * signs that are not seen: controls, line ends, and all that turns the direction of what stands after them. Joiners stay, which
 * some scripts and pictures are written with.
 * @param most how many characters: in a tab nobody reads more than 120
 */
export function plainTitle(words: string, most = 120): string {
  const line = words
    .replace(/(?![\u200c\u200d])[\p{Cf}\p{Cs}]/gu, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
  const signs = [...line]
  return signs.length > most ? `${signs.slice(0, most - 1).join('')}…` : line
}
