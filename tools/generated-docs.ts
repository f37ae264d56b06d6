import { z } from 'zod'
import { Reading } from '../src/model/reading.js'
import { actorRulesPage } from './actor-rules-page.js'
import { commandsPage } from './commands-page.js'
import { countRulesPage } from './count-rules-page.js'
import { timeRulesPage } from './time-rules-page.js'

/** Documents that are made from the program. */
export const generatedDocs: Readonly<Record<string, string>> = {
  'docs/actors-rules.md': actorRulesPage(),
  'docs/commands.md': commandsPage(),
  'docs/counts-rules.md': countRulesPage(),
  'docs/record.schema.json': `${JSON.stringify(z.toJSONSchema(Reading), null, 2)}\n`,
  'docs/times-rules.md': timeRulesPage(),
}
