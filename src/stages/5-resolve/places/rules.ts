/** What gives a place its value, and when: the rules of `basis.by` (`place:containment`), in the order in which they are tried. */
export const placeRules = {
  'the-place': {
    kind: 'implied',
    when: '"the city", "the same province": the last place named of that level; "the country": the one that the report is about',
  },
  'two-countries': {
    kind: 'stated',
    when: '"the Turkish-Syrian border": between two countries, and so in neither',
  },
  containment: {
    kind: 'stated',
    when: 'the text says what holds it: "Tripoli, Lebanon", "Tripoli in northern Lebanon", "the Lebanese town of Tripoli"; once said, it holds for that name in the whole report',
  },
  country: { kind: 'stated', when: "it is a country, or a people's adjective" },
  only: { kind: 'stated', when: 'only one place bears the name' },
  context: {
    kind: 'stated',
    when: 'several do, this one is the likeliest, and the report names its country',
  },
  prominence: { kind: 'stated', when: 'several do, and this one is the likeliest' },
  ambiguous: {
    kind: 'implied',
    when: 'places far from each other are too nearly as likely: no entry; the country only if they share it',
  },
  held: { kind: 'implied', when: 'no gazetteer has it, but the text says what holds it: the country only' },
  report: {
    kind: 'implied',
    when: "no gazetteer has it, and half or more of the report's countries, or of its likely places, are one country: that country only",
  },
  unknown: { kind: 'implied', when: 'no gazetteer has it, and nothing tells its country' },
} as const

export type PlaceRule = keyof typeof placeRules

export const isStated = (rule: PlaceRule): boolean => placeRules[rule].kind === 'stated'
