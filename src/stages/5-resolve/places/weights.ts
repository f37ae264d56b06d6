import type { Feature } from './features.js'

/** What each feature is worth. Made by tools/fit-places.ts from coded places of news reports; docs/places.md tells how. */
export const weights: Readonly<Record<Feature, number>> = {
  people: -0.045,
  country: 2.172,
  province: 0.265,
  district: -1.371,
  region: -0.349,
  site: 0.795,
  water: -0.809,
  listed: 0.773,
  sounds: -0.942,
  'sounds-abroad': -1.174,
  rank: -0.918,
  'told-country': 0.286,
  'told-share': 0.076,
  untold: -0.53,
  'told-division': 0.073,
  near: 0.654,
  'next-door': 0.358,
  'near-division': 0.871,
  'division-share': 2.419,
  'near-country': 0.541,
  'country-alone': -0.231,
  first: 0.453,
  held: 1.459,
  'not-held': -1.315,
  level: -0.202,
  'other-level': -2.856,
  'site-word': -1.184,
}

/** What the chance is worth that none of the places of a name is meant. */
export const noneWeight = -0.617
