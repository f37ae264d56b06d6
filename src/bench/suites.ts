import type { Suite } from './suite.js'
import { articleExtraction } from './suites/article-extraction.js'
import { case2021 } from './suites/case2021.js'
import { ecbplus } from './suites/ecbplus.js'
import { factMeantime, factUds, factUw } from './suites/factuality.js'
import { geoLgl, geoTrnews } from './suites/geo.js'
import { gum } from './suites/gum.js'
import { gvdb } from './suites/gvdb.js'
import { muc4 } from './suites/muc4/index.js'
import { muc4Grit } from './suites/muc4-grit.js'
import { polnear } from './suites/polnear.js'
import { re3d } from './suites/re3d.js'
import { record } from './suites/record.js'
import { speed } from './suites/speed.js'
import { tempeval3, wikiwars } from './suites/timex.js'

/** The battery, in the order in which it is run and shown. What costs is measured first, before others fill the memory. */
export const suites: readonly Suite[] = [
  speed,
  record,
  muc4,
  muc4Grit,
  gvdb,
  tempeval3,
  wikiwars,
  geoTrnews,
  geoLgl,
  polnear,
  factUw,
  factMeantime,
  factUds,
  re3d,
  case2021,
  gum,
  ecbplus,
  articleExtraction,
]
