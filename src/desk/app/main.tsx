import { render } from 'preact'
import { Desk } from './desk.js'
import { markNames } from './text/blur.js'
import './style/tokens.css'
import './style/page.css'
import './style/filter.css'

markNames()
render(<Desk />, document.body)

import './style/chronicle.css'
import './style/reports.css'
import './style/text.css'
import './style/names.css'
import './style/record.css'
import './style/review.css'
import './style/event.css'
import './style/plots.css'
import './style/forced.css'
