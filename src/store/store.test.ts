import { expect, test } from 'vitest'
import { storeConformance } from './conformance.js'
import { openStore } from './index.js'

for (const { name, run } of storeConformance(() => openStore(':memory:'))) test(name, run)

test('PostgreSQL is refused by name, and SQLite named', async () => {
  await expect(openStore('postgres://localhost/x')).rejects.toMatchObject({
    code: 'unsupported-engine',
    message: expect.stringContaining('SQLite'),
  })
})
