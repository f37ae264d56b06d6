import { type Command, InvalidArgumentError } from 'commander'
import { loadGazetteer } from '../gazetteer/index.js'
import type { Box } from '../model/box.js'
import { EventKind, Status } from '../model/vocabulary.js'
import { type EventFilter, reviewStates } from '../ports.js'
import { parseBox } from '../text/box.js'
import { dateArgument } from './dates.js'

/** Adds the flags that choose events, the same for every command that lists them. */
export function withEventFilters(command: Command): Command {
  return command
    .addOption(command.createOption('--kind <kind>', 'only this kind').choices(EventKind.options))
    .addOption(command.createOption('--status <status>', 'only this status').choices(Status.options))
    .option('--place <place>', 'only events in a place of this name, or in this country (Syria, SY)')
    .option('--actor <name>', 'only events with such an initiator or target')
    .option('--holder <name>', 'only events that such a holder speaks to')
    .option(
      '--from <date>',
      'only events that may have happened on or after this day, month or year',
      text => dateArgument(text).earliest,
    )
    .option(
      '--to <date>',
      'only events that may have happened on or before it',
      text => dateArgument(text).latest,
    )
    .option(
      '--box <edges>',
      'only events that a map draws within west,south,east,north, in degrees',
      boxArgument,
    )
    .option('--report <name>', 'only what this report tells')
    .option(
      '--search <words>',
      'only events told in a passage that says all these words; "words in quotes" as they follow each other',
    )
    .addOption(
      command.createOption('--review <state>', 'only what people have decided so far').choices(reviewStates),
    )
}

/** @throws InvalidArgumentError that says what was found */
function boxArgument(text: string): Box {
  const read = parseBox(text)
  if ('box' in read) return read.box
  throw new InvalidArgumentError(`${read.complaint} As in 35.5,32,42.4,37.3.`)
}

/** "Syria" as a place to filter by means all that happened in the country, wherever in it. */
export function withCountry(filter: EventFilter): EventFilter {
  const country =
    filter.place &&
    loadGazetteer()
      .lookup(filter.place)
      .find(({ level }) => level === 'country')?.country
  return country ? { ...filter, place: country } : filter
}
