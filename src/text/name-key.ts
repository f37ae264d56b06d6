const letters: Readonly<Record<string, string>> = {
  ı: 'i',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ə: 'a',
  '&': ' and ',
}

/**
 * A name without what does not tell names apart: case, accents, apostrophes and full stops, hyphens against spaces, a
 * leading "the", "Saint" against "St". Names with equal keys are written alike.
 */
export function nameKey(name: string): string {
  const plain = /^[A-Za-z ]*$/.test(name) ? name.toLowerCase() : unaccented(name)
  const key = plain.includes('  ') || plain.startsWith(' ') || plain.endsWith(' ') ? squeezed(plain) : plain
  // Asked first, for most names hold neither: a gazetteer makes a hundred thousand keys when it loads.
  const bare = key.startsWith('the ') ? key.slice(4).trimStart() || key : key
  return /saint|ste /.test(bare) ? bare.replace(/\b(?:sainte?|ste)(?= )/g, 'st') : bare
}

const squeezed = (text: string): string => text.trim().replace(/ {2,}/g, ' ')

function unaccented(name: string): string {
  const letter = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}'’‘ʿʾʼʻ`´.]+/gu, '')
  if (/^[a-z0-9 ]*$/.test(letter)) return letter
  return letter.replace(/[ıøłđðßæœþə&]/g, one => letters[one] ?? one).replace(/[^\p{L}\p{N}]+/gu, ' ')
}

const articles =
  /(?:^|(?<= ))(?:al|ar|as|ash|at|az|an|ad|el|er|es|esh|et|ez|en|ed|ul|ur|ol|i|e|wa|and) (?=.)/g
const rewrites: readonly (readonly [RegExp, string])[] = [
  [/ /g, ''],
  [/[qc](?!h)/g, 'k'],
  [/ph/g, 'f'],
  [/([dgtz])h/g, '$1'],
  [/dj/g, 'j'],
  [/ou|oo|[ou]w(?=[^aeiouy]|$)/g, 'u'],
  [/(?:ay|ey|ai|ei)(?=[^aeiouy]|$)/g, 'i'],
  [/ii?yy?(?=[aeiou])/g, 'i'],
  [/aw|au/g, 'u'],
  [/w/g, 'v'],
  [/[ey]/g, 'i'],
  [/o/g, 'u'],
  [/(.)\1+/g, '$1'],
  [/(?<=[aiu])h$/, ''],
  [/ia$/, 'a'],
  [/i$/, 'a'],
]

/**
 * A coarser key, for names carried over from another script: equal for "Raqqa" and "Ar Raqqah", "Deir ez-Zor" and
 * "Dayr az Zawr", "Mahmoudiya" and "Al Mahmudiyah". It drops Arabic and Persian articles and levels q and k, ou and u,
 * e and i, doubled letters and a last h. Different names may share it: it is for finding, never for telling the same.
 */
export function soundKey(name: string): string {
  return rewrites.reduce((key, [from, to]) => key.replace(from, to), nameKey(name).replace(articles, ''))
}
