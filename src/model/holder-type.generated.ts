// Made by tools/generate.ts. Do not edit.
export const holderTypes = [
  'analyst',
  'anonymous',
  'media',
  'medic',
  'monitor',
  'official',
  'other',
  'party',
  'witness',
] as const
