import type { Feature } from './features.js'

/** What each feature is worth. Made by tools/fit-places.ts from coded places of news reports; docs/places.md tells how. */
export const weights: Readonly<Record<Feature, number>> = {
  people: -0.056,
  country: 2.307,
  province: 0.292,
  district: -1.321,
  region: -0.347,
  site: 0.803,
  water: -0.818,
  listed: 0.937,
  sounds: 0.561,
  'sounds-abroad': -1.495,
  rank: -0.924,
  'told-country': 0.298,
  'told-share': 0.15,
  untold: -0.499,
  'told-division': 0.116,
  near: 0.696,
  'next-door': 0.369,
  'near-division': 0.879,
  'division-share': 2.34,
  'near-country': 0.425,
  'country-alone': -0.325,
  first: 0.456,
  held: 1.412,
  'not-held': -1.318,
  level: -0.242,
  'other-level': -2.812,
  'site-word': -1.191,
}

/** What the chance is worth that none of the places of a name is meant. */
export const noneWeight = -0.483
