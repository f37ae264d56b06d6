import { createInterface } from 'node:readline'
import { workThrough } from '../src/cli/worker.js'
import { openRecord } from '../src/open-record.js'
import type { Store } from '../src/ports.js'
import { openJobs } from '../src/store/index.js'
import { deadly, idleTools, lease, pace } from './workers-parts.js'

/**
 * A worker that says when it reads a report and when it has kept it, and goes on when it is answered: so that whoever
 * kills it knows in the middle of what. A report that says the deadly word ends it, as one does that brings down the
 * runtime. Argument: the database.
 */
const [database = ''] = process.argv.slice(2)
const answers = createInterface(process.stdin)
const answer = answers[Symbol.asyncIterator]()
async function say(what: string, report: string): Promise<void> {
  process.stdout.write(`${what} ${report}\n`)
  await answer.next()
}

const queue = await openJobs(database, { lease })
const kept = await openRecord(database)
const store: Pick<Store, 'save'> = {
  async save(snapshot, reading) {
    const added = await kept.save(snapshot, reading)
    await say('kept', reading.report.name)
    return added
  },
}
const nothing = (): void => {}
await workThrough({
  queue,
  store,
  toolsFor: async () =>
    idleTools(async report => {
      await say('reading', report.name)
      if (report.body.includes(deadly)) process.kill(process.pid, 'SIGKILL')
    }),
  follow: false,
  signal: new AbortController().signal,
  listener: { read: nothing, setAside: nothing, failed: nothing, others: nothing, waiting: nothing },
  pace,
})
await kept.close()
await queue.close()
answers.close()
