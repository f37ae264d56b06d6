import type { GazetteerPlace } from '../model/values.js'
import type { Gazetteer, NameMatch, PlaceStore } from '../ports.js'

/** What the user has loaded, as far as reading goes. */
export type OwnPlaces = Pick<PlaceStore, 'version' | 'lookup'>

/** A gazetteer that also knows the user's places. Of a place that both have, the built-in one is given. */
export function layeredGazetteer(builtIn: Gazetteer, own: OwnPlaces): Gazetteer {
  const { version } = own
  if (version === '') return builtIn
  return Object.freeze({
    ...builtIn,
    version: `${builtIn.version}+own-${version}`,
    lookup(name: string, how?: NameMatch): readonly GazetteerPlace[] {
      const known = builtIn.lookup(name, how)
      const ids = new Set(known.map(({ id }) => id))
      return [...known, ...own.lookup(name, how).filter(({ id }) => !ids.has(id) && ids.add(id))]
    },
  })
}
