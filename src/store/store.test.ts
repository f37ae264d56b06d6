import { test } from 'vitest'
import { onBothEngines } from '../../test/databases.js'
import { storeConformance } from './conformance.js'
import { openStore } from './index.js'

onBothEngines(({ another }) => {
  for (const { name, run } of storeConformance(async () => openStore(await another()))) test(name, run)
})
