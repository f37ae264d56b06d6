import { expect, test } from 'vitest'
import { openRecord } from '../open-record.js'
import { keepBoth, merge } from '../store/made-up-decisions.js'
import { storeSource } from './export-source.js'

test('what a person merged goes out as one occurrence, and each report with its own part of it', async () => {
  const store = await openRecord(':memory:')
  try {
    const { attack, storm } = await keepBoth(store)
    await store.appendReview(merge(storm, attack))
    let counted = 0
    const source = storeSource(store, {}, () => counted++)

    const occurrences: string[] = []
    for await (const tellings of source.occurrences())
      occurrences.push(
        tellings.map(({ event, report }) => `${report.name} ${event.triggers[0].exact}`).join(' + '),
      )
    expect(occurrences).toContain('coast stormed + port attacked')
    expect(counted).toBe(occurrences.length)

    const reports: Record<string, readonly string[]> = {}
    for await (const { report, events, occurrences } of source.reports()) {
      reports[report.name] = events.map(({ id }) => id)
      expect(occurrences?.get(attack.id)).toBe(storm.id)
    }
    expect(reports.port).toContain(attack.id)
    expect(reports.coast).toContain(storm.id)
    expect(reports.port).not.toContain(storm.id)
  } finally {
    await store.close()
  }
})
