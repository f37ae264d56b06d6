import type { SaidValue } from '../model/claim.js'
import type { Event } from '../model/event.js'
import { type RecordedEvent, valueFields } from '../model/recorded.js'
import type { Report } from '../model/report.js'
import type { EventActor, HarmValue, PlaceValue } from '../model/values.js'
import { compareBounds } from '../text/edtf.js'
import { contains } from '../text/quote.js'
import { wordsAround } from '../text/words-around.js'
import { oneLine, type Style, spaced } from './terminal.js'

/** An event as it was read, or as the record has it. */
export type Shown = Event | RecordedEvent

/** One event of a chronicle, ready to print, with what it is ordered by. */
export interface Entry {
  readonly text: string
  readonly dated: boolean
  readonly bounds: { readonly earliest: string | null; readonly latest: string | null }
}

/** Writes one event: kind, status, when, who to whom, where, harm, who says so, and the words. */
export function chronicleEntry(event: Shown, report: Report, style: Style): Entry {
  const when = event.when.map(
    ({ value, evidence }) => value.edtf ?? `“${oneLine(evidence?.[0].exact ?? '')}”`,
  )
  const bounds = event.when.find(({ value }) => value.edtf !== null)?.value ?? {
    earliest: null,
    latest: null,
  }
  const lines: [string, string][] = [
    ['who', whoToWhom(event)],
    ['where', event.where.map(({ value }) => placeText(value)).join('; ')],
    ['harm', event.harm.map(({ value }) => harmText(value)).join('; ')],
    ['means', event.means.map(({ value }) => oneLine(value)).join('; ')],
    ['says', voicesText(event)],
    ['words', words(event, report, style)],
    ['from', style.dim(reportText(report))],
    ['review', decidedText(event)],
  ]
  const head = [when[0], `${event.kind.value}, ${event.status.value}`].filter(Boolean).join('  ')
  const body = lines
    .filter(([, text]) => text !== '')
    .map(([name, text]) => `  ${name.padEnd(name.length < 6 ? 6 : name.length + 1)}${text}`)
  return {
    text: [`${head}  ${style.dim(event.id)}`, ...body, ''].join('\n'),
    dated: bounds.earliest !== null || bounds.latest !== null,
    bounds,
  }
}

/** Who decided on it, and how far; nothing where nobody did. */
function decidedText(event: Shown): string {
  if (!('formerly' in event)) return ''
  const parts = [event, ...valueFields.flatMap(field => [event[field]].flat())]
  const reviewers = new Set(parts.flatMap(({ decided }) => decided?.reviewer ?? []))
  const clashing = new Set(parts.flatMap(({ contested = [] }) => contested))
  const open = parts.filter(({ decided }) => decided === null).length
  if (reviewers.size === 0 && clashing.size === 0) return ''
  return [
    reviewers.size > 0 && `decided by ${[...reviewers].sort().map(oneLine).join(', ')}`,
    open > 0 && `${open} undecided`,
    clashing.size > 0 && `contested by ${clashing.size === 1 ? 'a decision' : `${clashing.size} decisions`}`,
  ]
    .filter(Boolean)
    .join('; ')
}

/** What stands between the dated events of a chronicle and those that no time is told of. */
export const undatedHeading = 'No date told\n\n'

/** A whole chronicle: dated events in order of time, undated ones apart. */
export function chronicle(entries: readonly Entry[]): string {
  const dated = entries.filter(entry => entry.dated).sort((a, b) => compareBounds(a.bounds, b.bounds))
  const undated = entries.filter(entry => !entry.dated)
  const write = (some: readonly Entry[]): string => some.map(({ text }) => `${text}\n`).join('')
  return write(dated) + (undated.length > 0 ? undatedHeading : '') + write(undated)
}

function whoToWhom(event: Shown): string {
  const names = (actors: Shown['initiators']): string =>
    actors.map(({ value }) => actorText(value)).join(', ')
  const [by, to] = [names(event.initiators), names(event.targets)]
  if (!by && !to) return ''
  return to ? `${by || '(not told)'} → ${to}` : by
}

export function actorText({ name, certainty }: EventActor): string {
  return certainty === 'stated' ? oneLine(name) : `${oneLine(name)} (${certainty})`
}

export function placeText({ name, country, level }: PlaceValue): string {
  return `${oneLine(name)}${country ? `, ${country}` : ''} (${level})`
}

export function harmText({ what, low, high, vague, of }: HarmValue): string {
  const number =
    low === null && high === null
      ? `“${oneLine(vague ?? '')}”`
      : low === high
        ? `${vague ? `${oneLine(vague)} ` : ''}${low}`
        : high === null
          ? `at least ${low}`
          : low === null
            ? `at most ${high}`
            : `${low} to ${high}`
  return `${what} ${number}${of ? ` (${oneLine(of)})` : ''}`
}

/** Each voice once, with what it says of what: "medics (event, harm); the army denies (event)". */
function voicesText({ said }: Shown): string {
  const abouts = new Map<string, string[]>()
  for (const { value } of said) {
    const voice = voiceText(value)
    abouts.set(voice, [...(abouts.get(voice) ?? []), value.about])
  }
  return [...abouts].map(([voice, about]) => `${voice} (${about.join(', ')})`).join('; ')
}

function voiceText({ holder, stance, via, cue }: SaidValue): string {
  const who = holder === null ? `“${oneLine(cue ?? '')}”` : oneLine(holder)
  return `${who}${via ? ` via ${oneLine(via)}` : ''}${stance === 'says' ? '' : ` ${stance}`}`
}

export function saidText(value: SaidValue): string {
  return `${voiceText(value)} (${value.about})${value.holderType ? `, ${value.holderType.type}` : ''}`
}

function reportText({ name, outlet, published }: Report): string {
  return [name, outlet, published?.edtf]
    .filter(Boolean)
    .map(part => oneLine(String(part)))
    .join(' · ')
}

/** The words around an event's first trigger, with a note where they are no plain prose. */
function words(event: Shown, { body, regions }: Report, style: Style): string {
  const [trigger] = event.triggers
  const { before, after } = wordsAround(body, trigger)
  const quote = `“${spaced(before)}${style.bold(spaced(trigger.exact))}${spaced(after)}”`
  const region = regions.find(({ kind, span }) => kind !== 'prose' && contains(span, trigger))
  return region ? `${quote} (${region.kind})` : quote
}
