import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { faultAnswer } from './fault-page.js'

/** Who may speak to the desk: the browser that opened the printed link, from this machine, from the desk's own pages. */
export interface Guard {
  /** A token for one more link; each opens one session, once. */
  token(): string
  readonly check: MiddlewareHandler
}

const cookie = 'herodotus-desk'

/** Nothing but the desk's own files runs or loads, whatever a report holds. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ')

/** @param hosts the names, with port, under which the desk may be asked (`127.0.0.1:4280`) */
export function makeGuard(hosts: () => readonly string[]): Guard {
  const tokens = new Set<string>()
  const session = secret()
  const check: MiddlewareHandler = async (c, next) => {
    harden(c)
    const host = c.req.header('host') ?? ''
    // A page elsewhere whose name was made to lead to this machine asks under its own name.
    if (!hosts().includes(host)) return refuse(c, 'wrong-host')
    if (isForeign(c, host)) return refuse(c, 'wrong-origin')
    const token = c.req.query('token')
    if (token !== undefined && c.req.method === 'GET') return admit(c, token)
    if (!equal(getCookie(c, cookie) ?? '', session)) return refuse(c, 'no-session')
    await next()
  }
  function admit(c: Context, token: string): Response {
    // Somebody who reloads the link that they came by is in already.
    if (!tokens.delete(token) && !equal(getCookie(c, cookie) ?? '', session)) return refuse(c, 'used-token')
    setCookie(c, cookie, session, { httpOnly: true, sameSite: 'Strict', path: '/' })
    const url = new URL(c.req.url)
    url.searchParams.delete('token')
    return c.redirect(`${url.pathname}${url.search}`, 303)
  }
  return {
    token() {
      const token = secret()
      tokens.add(token)
      return token
    },
    check,
  }
}

const secret = (): string => randomBytes(32).toString('base64url')

function harden(c: Context): void {
  c.header('Content-Security-Policy', policy)
  c.header('X-Content-Type-Options', 'nosniff')
  c.header('Referrer-Policy', 'no-referrer')
  c.header('Cross-Origin-Opener-Policy', 'same-origin')
  c.header('Cross-Origin-Resource-Policy', 'same-origin')
  c.header('Cache-Control', 'no-store')
}

/** Whether another site's page asks. Browsers say so; what changes something must say that it does not. */
function isForeign(c: Context, host: string): boolean {
  const origin = c.req.header('origin')
  if (origin !== undefined) return origin !== `http://${host}`
  const site = c.req.header('sec-fetch-site')
  const isSafe = c.req.method === 'GET' || c.req.method === 'HEAD'
  if (isSafe) return site === 'cross-site' && c.req.header('sec-fetch-mode') !== 'navigate'
  return true
}

function equal(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}

const refusals = {
  'wrong-host': {
    status: 421,
    message: 'The desk answers only under the address that it printed.',
    help: 'Open the link that herodotus desk printed in its terminal.',
  },
  'wrong-origin': {
    status: 403,
    message: 'This was asked by a page that is not the desk’s.',
    help: 'Open the link that herodotus desk printed in its terminal.',
  },
  'used-token': {
    status: 401,
    message: 'This link has been used, or is of an earlier desk.',
    help: 'Press Enter in the terminal where the desk runs: it prints a fresh link. If it does not run, start herodotus desk.',
  },
  'no-session': {
    status: 401,
    message: 'This browser has not opened the desk’s link, or the desk was started again since.',
    help: 'Press Enter in the terminal where the desk runs: it prints a fresh link. What you decided is kept.',
  },
} as const

function refuse(c: Context, code: keyof typeof refusals): Response {
  const { status, message, help } = refusals[code]
  return faultAnswer(c, { code, message, help }, status)
}
