import { kinds } from '../../codebook/index.js'
import type { EventDetail, MatrixRow } from '../api.js'
import type { Language } from '../messages/catalogue.js'
import { type Html, html, told } from './html.js'
import { rowName, type Source, sourceName } from './matrix.js'
import { daysIn, listed, type Say } from './say.js'
import { valuesOf } from './values.js'

/** What somebody who reads nothing else has to know. */
export function glance(say: Say, language: Language, detail: EventDetail, sources: readonly Source[]): Html {
  const { mark, matrix } = detail
  const { kind, when, first, last, place, initiators, targets } = mark
  const days = daysIn(language, first, last)
  const who = (some: readonly string[]): Html =>
    some.length > 0 ? listed(say, some.map(told)) : say('event.untoldActor')
  const rows: readonly (readonly [Html, Html])[] = [
    [
      say('page.what'),
      html`<b>${told(kind)}</b> <span class="dim" lang="en" dir="ltr">${kinds[kind].what}</span>`,
    ],
    [
      say('page.when'),
      days ? html`${days} <code>${told(when ?? '')}</code>` : when ? told(when) : say('page.day.untold'),
    ],
    [
      say('page.where'),
      place
        ? told(place.country ? `${place.name} (${place.country})` : place.name)
        : say('page.place.untold'),
    ],
    [say('page.who'), say('event.who', { initiators: who(initiators), targets: who(targets) })],
    [say('page.told'), statusLines(say, sources)],
    [say('page.sources'), sourcesLine(say, sources)],
    ...comparedLines(say, matrix),
    [say('page.people'), say('page.decided', decidedOf(sources))],
  ]
  return html`<dl class="glance">${rows.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>\n`)}</dl>`
}

function sourcesLine(say: Say, sources: readonly Source[]): Html {
  const count = new Set(sources.map(({ report }) => report.id)).size
  const names = [...new Set(sources.map(sourceName))]
  return html`${say('page.reports', { count })}${say('page.colon')}${listed(say, names.map(told))}`
}

/** How each text tells it: as a fact, by voices, as something to come. */
function statusLines(say: Say, sources: readonly Source[]): Html {
  const all = [...new Set(sources.map(({ event }) => event.status.value))]
  return html`${all.map(status => {
    const letters = sources.filter(({ event }) => event.status.value === status).map(({ letter }) => letter)
    return html`<div><b>${told(status)}</b> <span class="dim">${say(`page.status.${status}`)} · <span dir="ltr">${[...new Set(letters)].join(' ')}</span></span></div>`
  })}`
}

/** On what sources clash, and on what they tell different things. */
function comparedLines(say: Say, matrix: readonly MatrixRow[]): readonly (readonly [Html, Html])[] {
  const named = (agreement: MatrixRow['agreement']): Html[] =>
    matrix.filter(row => row.agreement === agreement).map(row => rowName(say, row))
  const [clash, differ] = [named('clash'), named('differ')]
  const isCompared = matrix.some(({ agreement }) => agreement !== 'one')
  if (!isCompared) return [[say('page.disputed'), say('page.single')]]
  return [
    [
      say('page.disputed'),
      clash.length > 0 ? html`<b class="clash-text">≠ ${listed(say, clash)}</b>` : say('page.agreeing'),
    ],
    ...(differ.length > 0 ? [[say('page.differing'), html`≈ ${listed(say, differ)}`] as const] : []),
  ]
}

/** How many values of all tellings a person has decided on. */
function decidedOf(sources: readonly Source[]): { readonly decided: number; readonly all: number } {
  const values = sources.flatMap(({ event }) => valuesOf(event))
  return { decided: values.filter(({ recorded }) => recorded.decided !== null).length, all: values.length }
}
