import { createHash } from 'node:crypto'

/** How a page to send looks, on a screen and on paper. */
export const sheet = `
:root { color-scheme: light dark; --ink: #1d1b18; --dim: #5d5850; --paper: #fff; --line: #cfc8bd; --link: #6d2a1a; --agree: #1f6b3a; --clash: #a3221a; --doubt: #7a5200 }
@media screen and (prefers-color-scheme: dark) { :root { --ink: #ece7df; --dim: #b1a99c; --paper: #191714; --line: #443f37; --link: #f0a58f; --agree: #7fd49c; --clash: #ff9a8f; --doubt: #ecc06a } }
* { box-sizing: border-box }
body { max-width: 76rem; margin: 0 auto; padding: 1.5rem; color: var(--ink); background: var(--paper); font: 1rem/1.5 system-ui, "Segoe UI", "Noto Sans", "Noto Sans Arabic", sans-serif; overflow-wrap: anywhere }
a { color: var(--link); text-underline-offset: .15em }
h1 { margin: 0; font-size: 1.5rem }
h2 { margin: 2rem 0 .5rem; font-size: 1.2rem; border-block-end: 1px solid var(--line) }
h3 { margin: 1.25rem 0 .25rem; font-size: 1.05rem }
.about, .dim { color: var(--dim) }
.about { display: flex; flex-wrap: wrap; gap: 0 1.25rem; margin: .25rem 0 }
.standing { padding: .5rem .75rem; border-inline-start: 4px solid var(--doubt) }
.wide { overflow-x: auto }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums }
th, td { padding: .375rem .625rem; border: 1px solid var(--line); text-align: start; vertical-align: top }
th { min-width: 6.5rem; overflow-wrap: break-word }
td { min-width: 9rem }
td > div + div { margin-block-start: .25rem }
td b, .estimate b { font-weight: 700 }
small { display: block; color: var(--dim); font-size: .8125rem }
small.denied, .clash { color: var(--clash) }
.agree { color: var(--agree) }
.differ { color: var(--doubt) }
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
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .125rem 1rem }
dt { color: var(--dim) }
dd { margin: 0 }
footer { margin-block-start: 2rem; padding-block-start: .5rem; border-block-start: 1px solid var(--line); color: var(--dim); font-size: .875rem }
@media print {
  @page { margin: 16mm }
  body { max-width: none; padding: 0; font-size: 10pt }
  h2, h3 { break-after: avoid }
  tr, .decisions li { break-inside: avoid }
  thead { display: table-header-group }
  .wide { overflow: visible }
  th, td { min-width: 0 }
  .report { break-before: page }
  a { color: inherit; text-decoration: none }
}
`

/** Of the page, no script and nothing from elsewhere: its own sheet alone counts. */
export const pagePolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(sheet).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')
