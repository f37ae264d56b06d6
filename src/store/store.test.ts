import { test } from 'vitest'
import { onBothEngines } from '../../test/databases.js'
import { storeConformance } from './conformance.js'
import { openMadeUp } from './made-up-rules.js'

onBothEngines(({ another }) => {
  for (const { name, run } of storeConformance(async () => openMadeUp(await another()))) test(name, run)
})
