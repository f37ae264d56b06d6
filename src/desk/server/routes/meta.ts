import { Hono } from 'hono'
import { kinds } from '../../../codebook/index.js'
import { formats } from '../../../export/formats.js'
import { policyNames } from '../../../export/policies.js'
import { EventKind } from '../../../model/vocabulary.js'
import { programVersion } from '../../../version.js'
import type { Meta } from '../../api.js'
import type { DeskRecord } from '../record.js'

/** What the desk stands on, and the lists that its forms offer. */
export function metaRoutes({ store, name, isDemo, borders }: DeskRecord): Hono {
  return new Hono()
    .get('/meta', async c => {
      const meta: Meta = {
        version: programVersion,
        record: name,
        demo: isDemo,
        counts: await store.counts(),
        reviewers: [...(await store.reviewers())],
        kinds: EventKind.options.map(id => ({ id, group: kinds[id].family, means: kinds[id].what })),
        formats: formats.map(format => ({
          name: format.name,
          what: format.what,
          extension: format.kind === 'file' ? format.extension : 'zip',
          policy: format.policy,
          quoteless: format.kind === 'file',
        })),
        policies: [...policyNames],
      }
      return c.json(meta)
    })
    .get('/borders', c => {
      if (borders === null) return c.body(null, 204)
      return c.body(borders, 200, { 'content-type': 'application/json' })
    })
}
