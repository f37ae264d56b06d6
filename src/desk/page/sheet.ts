import { createHash } from 'node:crypto'

/** Of a table of sources, a card a field: where there is no room for a column each. */
const cards = (
  table: string,
): string => `${table}, ${table} tbody, ${table} tr, ${table} th, ${table} td { display: block }
  ${table} thead, ${table} .untold { display: none }
  ${table} tr { margin-block-end: .75rem; border: 1px solid var(--line) }
  ${table} tbody th, ${table} td { min-width: 0; border: 0 }
  ${table} td { border-block-start: 1px solid var(--line) }
  ${table} .card-source { display: block; color: var(--dim); font-size: .8125rem }
  ${table} .card-source small { display: inline }`

/** How a page to send looks, on a screen and on paper. */
export const sheet = `
:root { color-scheme: light dark; --ink: #1d1b18; --dim: #5d5850; --paper: #fff; --line: #cfc8bd; --link: #6d2a1a; --agree: #1f6b3a; --clash: #a3221a; --doubt: #7a5200; --mark: #f6e7b8 }
@media screen and (prefers-color-scheme: dark) { :root { --ink: #ece7df; --dim: #b1a99c; --paper: #191714; --line: #443f37; --link: #f0a58f; --agree: #7fd49c; --clash: #ff9a8f; --doubt: #ecc06a; --mark: #4a3d17 } }
* { box-sizing: border-box }
body { max-width: 76rem; margin: 0 auto; padding: 1.5rem; color: var(--ink); background: var(--paper); font: 1rem/1.5 system-ui, "Segoe UI", "Noto Sans", "Noto Sans Arabic", sans-serif; overflow-wrap: anywhere }
a { color: var(--link); text-underline-offset: .15em }
h1 { margin: 0 0 .75rem; font-size: 1.75rem; line-height: 1.2 }
h2 { margin: 2.25rem 0 .5rem; font-size: 1.2rem; border-block-end: 1px solid var(--line) }
h3 { margin: 1.25rem 0 .25rem; font-size: 1.05rem }
p, dl, ul { margin-block: .25rem .5rem }
.eyebrow { margin: 0; color: var(--dim); font-size: .8125rem }
.about, .dim { color: var(--dim) }
.about { display: flex; flex-wrap: wrap; gap: 0 1.25rem; margin: .25rem 0 }
.standing { padding: .5rem .75rem; border-inline-start: 4px solid var(--doubt) }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .125rem 1rem }
dt { color: var(--dim) }
dd { margin: 0 }
.glance { padding: .75rem 1rem; border: 1px solid var(--line); border-inline-start: 4px solid var(--link) }
.clash-text { color: var(--clash) }
.wide { overflow-x: auto }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums }
th, td { padding: .375rem .625rem; border: 1px solid var(--line); text-align: start; vertical-align: top }
th, .estimate { min-width: 6.5rem; overflow-wrap: break-word }
td { min-width: 9rem }
.card-source { display: none }
td > div + div { margin-block-start: .25rem }
td b, .estimate b { font-weight: 700 }
small { display: block; color: var(--dim); font-size: .8125rem; font-weight: 400 }
h3 small { display: inline }
small.denied, .clash > th .agreement, h3.clash .agreement { color: var(--clash) }
.agree > th .agreement { color: var(--agree) }
.differ > th .agreement, h3.differ .agreement { color: var(--doubt) }
.clashes { padding: 0; list-style: none }
.clashes li { padding-block: .375rem; border-block-end: 1px solid var(--line); break-inside: avoid }
.clashes .account { display: block }
.clashes b { margin-inline-end: .25rem }
blockquote { margin: .125rem 0; padding-inline-start: .75rem; border-inline-start: 3px solid var(--line); font-family: Georgia, "Noto Serif", "Noto Naskh Arabic", serif }
mark { color: inherit; background: var(--mark); text-decoration: underline; text-underline-offset: .2em }
.text { max-width: 46rem; font: 1.0625rem/1.7 Georgia, "Noto Serif", "Noto Naskh Arabic", serif }
.text p { margin: 0 0 .75rem }
.text .headline { font-size: 1.25rem; font-weight: 700 }
.text .furniture, .text .byline, .text .date, .text .dateline { color: var(--dim); font-size: .875em }
.text u { text-decoration: underline 1.5px; text-decoration-color: var(--link); text-underline-offset: .2em }
sup { font: .6875rem/1 system-ui, sans-serif; margin-inline-start: .1em }
sup + sup { margin-inline-start: .4em }
.notes { margin: .5rem 0; padding: 0; list-style: none; columns: 22rem auto; column-gap: 2rem; font-size: .875rem }
.notes li { break-inside: avoid; margin-block-end: .25rem }
.notes .value { color: var(--dim) }
.notes .value + .value::before { content: "· " }
:target { outline: 2px solid var(--doubt); outline-offset: 2px }
ul.chain, ul.chain ul { margin: 0; padding-inline-start: 1.25rem }
.decisions { padding: 0; list-style: none }
.decisions li { padding-block: .25rem; border-block-end: 1px solid var(--line) }
.undone .what { text-decoration: line-through }
code { font: .875em/1.4 ui-monospace, "DejaVu Sans Mono", monospace }
footer { margin-block-start: 2rem; padding-block-start: .5rem; border-block-start: 1px solid var(--line); color: var(--dim); font-size: .875rem }
@media screen and (max-width: 44rem) {
  body { padding: 1rem }
  ${cards('.matrix')}
  dl { grid-template-columns: minmax(0, 1fr) }
  dt { margin-block-start: .375rem }
}
@media print {
  @page { size: A4; margin: 16mm }
  :root { color-scheme: light }
  body { max-width: none; padding: 0; font-size: 9.5pt; line-height: 1.4 }
  h1 { font-size: 16pt }
  h2, h3 { break-after: avoid }
  tr, .decisions li, .glance { break-inside: avoid }
  thead { display: table-header-group }
  .wide { overflow: visible }
  th, td { min-width: 0; padding: 1mm 1.5mm; overflow-wrap: break-word }
  .text { font-size: 10.5pt; line-height: 1.5 }
  mark { background: none; font-weight: 700 }
  .report > :is(h2, h3), .report > .about { break-after: avoid }
  .notes { columns: 18rem auto }
  a { color: inherit; text-decoration: none }
  ${cards('.crowded')}
}
`

/** Of the page, no script and nothing from elsewhere: its own sheet alone counts. */
export const pagePolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(sheet).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')
