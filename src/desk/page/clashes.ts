import { wordsAround } from '../../text/words-around.js'
import type { Account, MatrixRow } from '../api.js'
import { type Html, html, told } from './html.js'
import { rowName, type Source, sourceName, voices, wordsOfValue } from './matrix.js'
import type { Say } from './say.js'
import { valueAt } from './values.js'

/** What sources do not agree on, source by source, each value in the sentence that carries it. Null where they agree. */
export function clashList(say: Say, matrix: readonly MatrixRow[], sources: readonly Source[]): Html | null {
  const rows = matrix
    .filter(({ agreement }) => agreement === 'clash' || agreement === 'differ')
    .toSorted((a, b) => Number(b.agreement === 'clash') - Number(a.agreement === 'clash'))
  if (rows.length === 0) return null
  const items = rows.map(row => {
    const lines = sources.flatMap(source => {
      const own = row.accounts.filter(({ event }) => event === source.event.id)
      return own.map((account, i) => line(say, account, source, i === own.length - 1))
    })
    return html`<h3 class="${row.agreement}">${rowName(say, row)} <small class="agreement">${say(`event.agreement.${row.agreement}`)}</small></h3>\n<ul class="clashes">${lines}</ul>\n`
  })
  return html`<h2 id="clashes">${say('page.clashes')}</h2>\n${items}`
}

/** @param isLast whether it is the last of its source: who says so and who denies it is told once, of all of them */
function line(say: Say, account: Account, source: Source, isLast: boolean): Html {
  const { event, report, notes } = source
  const words = valueAt(event, account.path)?.recorded.evidence?.[0] ?? null
  const around = words && wordsAround(report.body, words)
  return html`<li><span class="account"><b>${account.text ? told(account.text) : say('value.untold')}</b>${wordsOfValue(notes, event.id, account.path)} ${told(sourceName(source))} <span class="dim">${report.published?.edtf ?? say('event.undated')}</span></span>${
    words &&
    around &&
    html`<blockquote dir="auto">${around.before}<mark>${words.exact}</mark>${around.after}</blockquote>`
  }${isLast ? voices(say, [account], source) : null}</li>\n`
}
