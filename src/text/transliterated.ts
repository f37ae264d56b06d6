/** Lands whose names come to English from another script, in many spellings. */
export const transliterated: ReadonlySet<string> = new Set(
  `AE AF AM AZ BD BG BH BY DJ DZ EG ER ET GE IL IN IQ IR JO KG KW KZ LB LK LY MA MK MM MN MR NP OM PK PS QA RS RU SA SD SO SY
  TD TJ TM TN UA UZ XK YE`.split(/\s+/),
)
