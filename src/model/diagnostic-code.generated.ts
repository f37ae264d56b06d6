// Made by tools/generate.ts. Do not edit.
export const diagnosticCodes = [
  'actor-ambiguous',
  'article-guessed',
  'broken-utf-8',
  'charset-guessed',
  'count-impossible',
  'extractor-failed',
  'mostly-furniture',
  'place-ambiguous',
  'place-unknown',
  'published-differs',
  'published-not-a-date',
  'time-after-publication',
  'time-impossible-date',
  'time-not-understood',
  'time-publication-unknown',
  'time-year-implied',
] as const
