// Remakes the files that are derived from others: `npm run generate`.
import { writeFileSync } from 'node:fs'

const write = (files: Readonly<Record<string, string>>): void => {
  for (const [path, content] of Object.entries(files)) writeFileSync(path, content)
}

// The documents are made from the program, which must not be loaded before its generated code is new.
write((await import('./generated-code.js')).generatedCode)
write((await import('./generated-docs.js')).generatedDocs)
