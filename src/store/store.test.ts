import { test } from 'vitest'
import { storeConformance } from './conformance.js'
import { openStore } from './index.js'

for (const { name, run } of storeConformance(() => openStore(':memory:'))) test(name, run)
