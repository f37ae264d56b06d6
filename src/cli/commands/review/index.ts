import type { Command } from 'commander'
import { addAccept } from './accept.js'
import { addAdd } from './add.js'
import type { Run } from './add-command.js'
import { addAddValue } from './add-value.js'
import { addAgreement } from './agreement.js'
import { addCorrect } from './correct.js'
import { addExportReviews } from './export.js'
import { addHistory } from './history.js'
import { addImportReviews } from './import.js'
import { addMerge } from './merge.js'
import { addNote } from './note.js'
import { addQueue } from './queue.js'
import { addReject } from './reject.js'
import { addSplit } from './split.js'

/** What people decide on the record: the commands that list what waits, decide, compare and hand decisions on. */
export function addReview(program: Command, run: Run): void {
  const review = program
    .command('review')
    .description('what waits for a reviewer, and what reviewers decide (herodotus undo takes it back)')
    .addHelpText(
      'after',
      `
Examples:
  herodotus review                                      what waits, the most doubtful first
  herodotus review accept event:3f9c2a --as Ada
  herodotus review correct 3f9c2a.harm.0 --value 17+ --quote "at least 17"
  herodotus review agreement Ada Ben

Decisions are appended and never edited; a newer reading never overwrites one. docs/reviewing.md shows a coder’s day.`,
    )
  for (const add of [
    addQueue,
    addAccept,
    addCorrect,
    addReject,
    addAddValue,
    addAdd,
    addMerge,
    addSplit,
    addNote,
    addHistory,
    addAgreement,
    addExportReviews,
    addImportReviews,
  ])
    add(review, run)
}
