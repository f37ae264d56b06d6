// Remakes the files that are derived from others: `npm run generate`.
import { writeFileSync } from 'node:fs'
import { generatedFiles } from './generated.js'

for (const [path, content] of Object.entries(generatedFiles)) writeFileSync(path, content)
