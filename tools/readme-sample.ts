import { readFileSync } from 'node:fs'
import { chronicle, chronicleEntry } from '../src/cli/chronicle.js'
import { plain } from '../src/cli/terminal.js'
import { loadTools } from '../src/load-tools.js'
import { readReport } from '../src/read-report.js'

const path = 'test/reports/voices/report.txt'

/** README with its sample made anew: what `herodotus read` prints of a report of our own. */
export async function readmeWithSample(): Promise<string> {
  const { reading } = await readReport(
    {
      bytes: readFileSync(path),
      source: path,
      mediaType: 'text/plain',
      charset: null,
      capturedAt: '2031-05-07T00:00:00Z',
      given: { name: 'report', published: null, outlet: null, headline: null },
    },
    // The rules give the same on every machine; a model's answer near a threshold may turn on the processor.
    await loadTools({ reader: 'lexicon' }),
  )
  const entries = reading.events.map(event => chronicleEntry(event, reading.report, plain))
  const id = reading.events[0]?.id ?? ''
  return readFileSync('README.md', 'utf8')
    .replace(
      /(<!-- sample -->\n)[\s\S]*?(<!-- end -->)/,
      (_, start, end) => `${start}\`\`\`\n${chronicle(entries).trimEnd()}\n\`\`\`\n${end}`,
    )
    .replace(/show event:\S+ */, `show ${id.slice(0, 12)}`.padEnd(31))
}
