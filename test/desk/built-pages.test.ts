import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { buildPages } from './tried-desk.js'

it('the pages as they are built hold the words of the record’s fields, and no schemas: zod is the server’s', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'herodotus-pages-'))
  try {
    await buildPages(folder)
    const scripts = readdirSync(join(folder, 'assets')).filter(name => name.endsWith('.js'))
    const code = scripts.map(name => readFileSync(join(folder, 'assets', name), 'utf8')).join('\n')
    expect(code).toContain('terror-group')
    // The code of a fault that zod alone finds.
    expect(code).not.toContain('invalid_union')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}, 60_000)
