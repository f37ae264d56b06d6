import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Fault } from '../api.js'
import { html } from '../page/index.js'

/** What went wrong, as who asked can read it: a page for a person whose browser opened an address, else as the API says it. */
export function faultAnswer(c: Context, fault: Fault, status: ContentfulStatusCode): Response {
  const isPerson = (c.req.header('accept') ?? '').includes('text/html')
  return isPerson ? c.html(faultPage(fault), status) : c.json(fault, status)
}

/** A page for what the desk's own pages cannot say, since they are not let in, or were not asked. */
function faultPage({ message, help }: Fault): string {
  return html`<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Herodotus</title><h1>Herodotus</h1><p>${message}</p><p>${help}</p></html>
`.markup
}
