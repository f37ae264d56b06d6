import { acled } from './acled/index.js'
import { brat } from './brat.js'
import { cameo } from './cameo.js'
import { codingFolder } from './coding-folder.js'
import type { Format } from './format.js'
import { ged } from './ged/index.js'
import { geojson } from './geojson.js'
import { plover } from './plover.js'
import { tableCsv, tableJsonl, tableParquet } from './table.js'
import { webAnnotation } from './web-annotation.js'

/** Every format that the record goes out in, in the order in which help lists them. */
export const formats: readonly Format[] = [
  acled,
  ged,
  tableCsv,
  tableJsonl,
  tableParquet,
  plover,
  cameo,
  geojson,
  webAnnotation,
  brat,
  codingFolder,
]

/** The format of a name, as `--format` gives it. */
export const formatOf = (name: string): Format | null => formats.find(format => format.name === name) ?? null
