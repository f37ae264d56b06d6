import { kinds } from '../codebook/kinds.generated.js'
import type { Quote, Span } from '../model/span.js'
import { About, ActorType, Certainty, HarmKind, PlaceLevel, Stance, Status } from '../model/vocabulary.js'

const words = ['Actor', 'Place', 'Time', 'Means', 'Harm', 'Holder', 'Cue']
const roles =
  'When*:Time, Where*:Place, Initiator*:Actor, Target*:Actor, Means*:Means, Harm*:Harm, Said*:Holder'

/** The files by which brat knows what it shows; without them it takes every type for an error. */
export function bratSettings(): { readonly name: string; readonly content: string }[] {
  const values = (name: string, arg: string, list: readonly string[]): string =>
    `${name}\tArg:${arg}, Value:${list.join('|')}`
  return [
    {
      name: 'annotation.conf',
      content: sections({
        entities: words,
        relations: [
          'Same\tArg1:<EVENT>, Arg2:<EVENT>',
          'PartOf\tArg1:<EVENT>, Arg2:<EVENT>',
          'Cue\tArg1:Holder, Arg2:Cue',
          'Equiv\tArg1:<ENTITY>, Arg2:<ENTITY>, <REL-TYPE>:symmetric-transitive',
          // Words of one event may cross and nest.
          '<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>',
        ],
        events: Object.keys(kinds).map(kind => `${kind}\t${roles}`),
        attributes: [
          values('Status', '<EVENT>', Status.options),
          values('Type', 'Actor', ActorType.options),
          values('Certainty', 'Actor', Certainty.options),
          values('Level', 'Place', PlaceLevel.options),
          values('What', 'Harm', HarmKind.options),
          values('Stance', 'Holder', Stance.options),
          values('About', 'Holder', About.options),
        ],
      }),
    },
    {
      name: 'tools.conf',
      content: sections({
        normalization: ['GeoNames\t<URL>:https://www.geonames.org, <URLBASE>:https://www.geonames.org/%s'],
      }),
    },
  ]
}

const sections = (of: Readonly<Record<string, readonly string[]>>): string =>
  Object.entries(of)
    .map(([name, lines]) => `[${name}]\n${lines.join('\n')}\n`)
    .join('\n')

/** All that some program or other takes for the end of a line, and the tab, which ends a field. */
const lineBreak = '\\t\\r\\n\\v\\f\\x1c-\\x1e\\x85\\u2028\\u2029'
const unbroken = new RegExp(`[^${lineBreak}]+`, 'g')
const anyBreak = new RegExp(`[${lineBreak}]`, 'g')

/** The pieces of a quote, each on a line of its own: brat's words hold no line break, and what crosses one is discontinuous. */
export function bratFragments({ start, exact }: Quote): (Span & { readonly exact: string })[] {
  return [...exact.matchAll(unbroken)].map(piece => ({
    start: start + piece.index,
    end: start + piece.index + piece[0].length,
    exact: piece[0],
  }))
}

/** JSON on one line, whatever is taken for the end of one. */
export const bratJson = (value: object): string =>
  JSON.stringify(value).replace(anyBreak, mark => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`)
