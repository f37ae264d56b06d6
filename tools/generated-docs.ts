import { z } from 'zod'
import { Explanation } from '../src/explain/explanation.js'
import { Reading } from '../src/model/reading.js'
import { actorRulesPage } from './actor-rules-page.js'
import { commandsPage } from './commands-page.js'
import { countRulesPage } from './count-rules-page.js'
import { exportColumnsPage } from './export-columns-page.js'
import { importKindsPage } from './import-kinds-page.js'
import { placeRulesPage } from './place-rules-page.js'
import { readmeWithSample } from './readme-sample.js'
import { timeRulesPage } from './time-rules-page.js'

/** Documents that are made from the program. */
export const generatedDocs: Readonly<Record<string, string>> = {
  'docs/actors-rules.md': actorRulesPage(),
  'README.md': await readmeWithSample(),
  'docs/commands.md': commandsPage(),
  'docs/counts-rules.md': countRulesPage(),
  'docs/explanation.schema.json': `${JSON.stringify(z.toJSONSchema(Explanation), null, 2)}\n`,
  'docs/export/columns.md': exportColumnsPage(),
  'docs/import-kinds.md': importKindsPage(),
  'docs/places-rules.md': placeRulesPage(),
  'docs/record.schema.json': `${JSON.stringify(z.toJSONSchema(Reading), null, 2)}\n`,
  'docs/times-rules.md': timeRulesPage(),
}
