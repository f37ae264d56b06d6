import { z } from 'zod'
import type { At, WordPair } from './as-read.js'

/** What a public set says of a text, in words. What it says nothing of is not asked. */
export interface PublicLabels {
  /** By layer; a layer that the set labels is there even where the text has none of it. */
  readonly spans?: Readonly<Record<string, readonly WordPair[]>>
  /** The first word of a predicate, and whether it happened: from -3 to 3. */
  readonly predicates?: readonly (readonly [word: number, factuality: number])[]
  /** Mentions of one thing each. */
  readonly chains?: readonly (readonly WordPair[])[]
}

export interface PublicSet {
  /** Its folder among the public sets; its train.jsonl is read. */
  readonly name: string
  /** As the set's own README has it. */
  readonly licence: string
  /** How many of its texts are used, the first: what is left out would teach little more. */
  readonly most: number
  /** Of one row, or null where it is not learned from. */
  labels(row: unknown, at: At): PublicLabels | null
}

const Piece = z.object({ start: z.number().int(), end: z.number().int() })

const wordsOf = (pieces: readonly z.infer<typeof Piece>[], at: At, most?: number): WordPair[] =>
  pieces.map(({ start, end }) => at(start, end, most)).filter(span => span !== null)

const Attributed = z.object({
  wire: z.string(),
  attributions: z.array(z.object({ source: z.array(Piece), cue: z.array(Piece), content: z.array(Piece) })),
})

const polnear: PublicSet = {
  name: 'polnear',
  licence: 'none stated; news of seven US publishers, for research',
  most: 420,
  labels(row, at) {
    const { wire, attributions } = Attributed.parse(row)
    if (/reuters/i.test(wire)) return null // its licence forbids it
    const longest = 200 // words of what is said
    return {
      spans: {
        psource: wordsOf(
          attributions.flatMap(({ source }) => source),
          at,
        ),
        pcue: wordsOf(
          attributions.flatMap(({ cue }) => cue),
          at,
        ),
        pcontent: wordsOf(
          attributions.flatMap(({ content }) => content),
          at,
          longest,
        ),
      },
    }
  },
}

const WithEntities = z.object({ entities: z.array(Piece.extend({ type: z.string() })) })
const entityTypes = [
  'Organisation',
  'Location',
  'Person',
  'Nationality',
  'Temporal',
  'Quantity',
  'Weapon',
  'MilitaryPlatform',
  'Vehicle',
]

const re3d: PublicSet = {
  name: 're3d',
  licence:
    'by source: OGL 3, public domain (US), CC BY-SA 3.0, CC BY 3.0 AU, EU reuse notice, CC BY-NC 3.0 (BBC)',
  most: Infinity,
  labels(row, at) {
    const { entities } = WithEntities.parse(row)
    const of = (type: string) =>
      wordsOf(
        entities.filter(entity => entity.type === type),
        at,
      )
    return { spans: Object.fromEntries(entityTypes.map(type => [`r${type}`, of(type)])) }
  },
}

const Fills = z.array(
  z.object({
    alts: z.array(z.object({ spans: z.array(z.tuple([z.number(), z.number()])).nullish() })).nullish(),
  }),
)
const WithTemplates = z.object({ templates: z.array(z.object({ slots: z.record(z.string(), z.unknown()) })) })
const slotsOf = {
  mperp: ['perp_individual_id', 'perp_org_id'],
  mtarget: ['phys_tgt_id'],
  mvictim: ['hum_tgt_name', 'hum_tgt_description'],
  mweapon: ['instrument_id'],
}

const muc4: PublicSet = {
  name: 'muc4',
  licence: 'none stated; public NIST release of FBIS translations, for research',
  most: 700,
  labels(row, at) {
    const { templates } = WithTemplates.parse(row)
    const of = (slots: readonly string[]) =>
      templates
        .flatMap(template => slots.flatMap(slot => Fills.parse(template.slots[slot] ?? [])))
        .flatMap(({ alts }) => (alts ?? []).flatMap(({ spans }) => spans ?? []))
        .map(([start, end]) => ({ start, end }))
    return {
      spans: Object.fromEntries(
        Object.entries(slotsOf).map(([layer, slots]) => [layer, wordsOf(of(slots), at)]),
      ),
    }
  },
}

const WithChains = z.object({
  genre: z.string(),
  entities: z.array(Piece.extend({ type: z.string(), chain: z.union([z.string(), z.number()]) })),
})
// Near enough to news, and free: fiction, essays, letters, podcasts and how-tos are not for commercial use.
const genres = new Set(['news', 'bio', 'interview', 'voyage', 'speech', 'court'])
const gumTypes: Readonly<Record<string, string>> = {
  person: 'gperson',
  organization: 'gorg',
  place: 'gplace',
  time: 'gtime',
}

const gum: PublicSet = {
  name: 'gum',
  licence: 'annotations CC BY 4.0; texts by genre: CC BY 2.5, CC BY-SA 3.0, public domain',
  most: Infinity,
  labels(row, at) {
    const { genre, entities } = WithChains.parse(row)
    if (!genres.has(genre)) return null
    const spans = new Map<string, WordPair[]>(Object.values(gumTypes).map(layer => [layer, []]))
    const chains = new Map<string | number, WordPair[]>()
    for (const { start, end, type, chain } of entities) {
      const words = at(start, end)
      const layer = spans.get(gumTypes[type] ?? '')
      if (!words || !layer) continue
      layer.push(words)
      // A long mention is a description; its mean says little of what it names.
      if (words[1] - words[0] < 8) chains.set(chain, [...(chains.get(chain) ?? []), words])
    }
    return { spans: Object.fromEntries(spans), chains: [...chains.values()] }
  },
}

const WithPredicates = z.object({ predicates: z.array(Piece.extend({ factuality: z.number() })) })

const uds: PublicSet = {
  name: 'fact_uds_ih2',
  licence: 'CC BY-SA 4.0',
  most: 4000,
  labels(row, at) {
    const predicates = WithPredicates.parse(row).predicates.flatMap(({ start, end, factuality }) => {
      const words = at(start, end)
      return words ? [[words[0], factuality] as const] : []
    })
    return { predicates }
  },
}

/** Not fact_uw, though its task is the same: its texts are of TimeBank, which the LDC licenses. */
export const publicSets: readonly PublicSet[] = [polnear, re3d, muc4, gum, uds]
