// Prints, for each set of factuality, the mean that people gave to the predicates of `train` by the status that the program
// gives them: the numbers of src/bench/suites/factuality-scale.ts.
//   npx tsx tools/fit-factuality.ts DATA        DATA as docs/bench.md tells
import { jsonlFiles, openData, readRows } from '../src/bench/data.js'
import { readOrNothing } from '../src/bench/read-parts.js'
import { FactualityRow, judge } from '../src/bench/suites/factuality.js'
import { loadTools } from '../src/load-tools.js'

const data = openData(process.argv[2] ?? process.env.HERODOTUS_DATA ?? '../shared')
const tools = await loadTools()

for (const sets of [['fact_uw', 'fact_meantime'], ['fact_uds_ih2']]) {
  const given = new Map<string, number[]>()
  const train = sets.flatMap(set => jsonlFiles(data, set)).filter(({ split }) => split === 'train')
  for (const row of train.flatMap(file => readRows(file, FactualityRow))) {
    const parts = await readOrNothing({ name: row.id, text: row.text, published: null }, tools, console.error)
    for (const { gold, told } of judge(row, parts)) {
      const status = told ?? 'none'
      given.set(status, [...(given.get(status) ?? []), gold])
    }
  }
  console.log(sets.join(', '))
  for (const [status, golds] of given) {
    const mean = golds.reduce((a, b) => a + b, 0) / golds.length
    console.log(`  ${status}: ${mean.toFixed(2)} of ${golds.length}`)
  }
}
