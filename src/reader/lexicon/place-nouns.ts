const areaNouns = new Set(
  'province city town village district governorate region county state peninsula island municipality department oblast valley mountain river sea gulf strait desert enclave'.split(
    ' ',
  ),
)
const siteNouns = new Set(
  'airport airbase base camp port square street avenue road prison hospital university church cathedral mosque temple bridge market station museum stadium border crossing suburb neighbourhood neighborhood quarter dam refinery embassy palace'.split(
    ' ',
  ),
)

/** Whether a word, in small letters, says what sort of area a name is ("Idlib province", "the city of Homs"). */
export const isAreaNoun = (word: string): boolean => areaNouns.has(word)

/** Whether a word, in small letters, says what sort of site a name is ("Baghdad airport"). */
export const isSiteNoun = (word: string): boolean => siteNouns.has(word)
