import { test } from 'vitest'
import { openRecord } from '../src/open-record.js'
import { storeConformance } from '../src/store/conformance.js'
import { onBothEngines } from './databases.js'

/** The store is tried with plain rules beside its code; here with those that the program has. */
onBothEngines(({ another }) => {
  for (const { name, run } of storeConformance(async () => openRecord(await another()))) test(name, run)
})
