import { type Html, html } from './html.js'
import { pagePolicy, sheet } from './sheet.js'

/** What made a page, and when. */
export interface Made {
  /** The program and its version. */
  readonly by: string
  /** ISO 8601 instant. */
  readonly at: string
}

/** A whole page: one file that opens from a disk, asks for nothing and runs nothing. */
export function documentOf(title: string, content: readonly Html[], { by, at }: Made): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${pagePolicy}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="${by}">
<title>${title}</title>
<style>${{ markup: sheet }}</style>
</head>
<body>
<main>
${content}
</main>
<footer><p>Made by ${by}, <time datetime="${at}">${at.slice(0, 16).replace('T', ' ')} UTC</time>. It records what is told, and by whom; not whether it is true. The texts are their publishers’.</p></footer>
</body>
</html>
`.markup
}
