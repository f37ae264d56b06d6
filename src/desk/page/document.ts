import { plainTitle } from '../../text/plain-title.js'
import { directionOf, type Language } from '../messages/catalogue.js'
import { type Html, html, told } from './html.js'
import { instant, sayIn } from './say.js'
import { pagePolicy, sheet } from './sheet.js'

/** What made a page, when, and in which language it speaks for itself. */
export interface Made {
  /** The program and its version. */
  readonly by: string
  /** ISO 8601 instant. */
  readonly at: string
  readonly language: Language
}

/** A whole page: one file that opens from a disk, asks for nothing and runs nothing. */
export function documentOf(title: string, content: readonly Html[], { by, at, language }: Made): string {
  const say = sayIn(language)
  return html`<!doctype html>
<html lang="${language}" dir="${directionOf(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${pagePolicy}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="${by}">
<title>${plainTitle(title)}</title>
<style>${{ markup: sheet }}</style>
</head>
<body>
<main>
${content}
</main>
<footer><p>${say('page.foot', { by: told(by), at: instant(at) })}</p></footer>
</body>
</html>
`.markup
}
