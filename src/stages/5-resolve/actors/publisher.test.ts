import { expect, test } from 'vitest'
import { loadActors, loadGazetteer } from '../../../gazetteer/index.js'
import type { Labels } from '../../../model/labels.js'
import type { Report } from '../../../model/report.js'
import { quoteAt } from '../../../text/quote.js'
import { resolveActors } from './index.js'

const known = { gazetteer: loadGazetteer(), actors: loadActors() }

interface Case {
  readonly outlet?: string
  readonly headline?: string
  /** The mention is marked [so]; what a holder, marked {so}, says stands between bars. */
  readonly text: string
}

function nameIn({ outlet, headline, text }: Case): string | null {
  const body = text.replace(/[[\]{}|]/g, '')
  const placeOf = (pattern: RegExp) => {
    const match = pattern.exec(text)
    if (!match) return null
    const start = text.slice(0, match.index).replace(/[[\]{}|]/g, '').length
    return quoteAt(body, { start, end: start + match[0].replace(/[[\]{}|]/g, '').length })
  }
  const mention = placeOf(/\[[^\]]+\]/)
  const content = placeOf(/\|[^|]+\|/)
  const holder = placeOf(/\{[^}]+\}/)
  if (!mention) throw new Error('no mention is marked')
  const labels: Labels = {
    triggers: [],
    mentions: [{ id: 'm', quote: mention, kind: 'actor', by: 'test', score: null }],
    roles: [],
    harms: [],
    attributions: content
      ? [
          {
            id: 'a',
            holder,
            cue: null,
            content: [content],
            via: null,
            stance: 'says',
            covers: [],
            by: 'test',
            score: null,
          },
        ]
      : [],
    same: [],
  }
  const report = { body, outlet: outlet ?? null, headline: headline ?? null } as Report
  return resolveActors(report, labels, known).value.get('m')?.value.name ?? null
}

test.each<[string, Case, string | null]>([
  [
    'the outlet is a ministry',
    { outlet: 'Norland Ministry of Defence', text: '[We] struck the base.' },
    'Norland Ministry of Defence',
  ],
  [
    'its forces',
    { outlet: 'Norland Army Command', text: '[Our forces] took the hill.' },
    'Norland Army Command',
  ],
  ['the registry knows it', { outlet: 'CENTCOM', text: '[We] struck the base.' }, 'CENTCOM'],
  ['an armed group', { outlet: 'Taliban', text: '[We] took the town.' }, 'Taliban'],
  [
    'by its own noun',
    { outlet: 'Norland Ministry of Defence', text: '[The ministry] condemns the raid.' },
    'Norland Ministry of Defence',
  ],
  [
    'the headline says it',
    { headline: 'Statement by the Norland Defence Ministry on the raid', text: '[We] condemn the raid.' },
    'Norland Defence Ministry',
  ],
  [
    'the first line says it',
    { text: 'MINISTRY OF DEFENCE OF NORLAND\n[We] condemn the raid.' },
    'MINISTRY OF DEFENCE OF NORLAND',
  ],
  ['a newspaper is no party', { outlet: 'The Vareth Herald', text: '[We] saw the raid.' }, null],
  ['nor is one named after a nation', { outlet: 'The Nation', text: '[We] saw the raid.' }, null],
  [
    'nor a newspaper that prints one',
    { outlet: 'The Guardian', headline: 'Statement by the Norland Defence Ministry', text: '[We] saw it.' },
    null,
  ],
  [
    '“we” of somebody quoted is not the publisher',
    { outlet: 'CENTCOM', text: '{Rebels} said: “|[We] fled.|”' },
    'Rebels',
  ],
  ['a group that is quoted', { text: '“|[We] shot it down|,” the {Syrian army} said.' }, 'Syrian army'],
  [
    'a person who is quoted does not tell whose “we” it is',
    { text: '“|[We] fled|,” {Dana Orlo} said.' },
    null,
  ],
  ['nobody is quoted', { outlet: 'CENTCOM', text: 'They shouted “[we] won”.' }, null],
  ['“US” is no pronoun', { outlet: 'CENTCOM', text: 'The [US] struck the base.' }, 'US'],
])('%s', (_, given, expected) => expect(nameIn(given)).toBe(expected))
