import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Context } from 'hono'

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  json: 'application/json',
}

/** The desk's built pages, held in memory: what is served is what was built, and no path leads out of it. */
export function loadAssets(folder: URL): (c: Context) => Response {
  const files = new Map<string, Uint8Array<ArrayBuffer>>(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => {
        const path = join(entry.parentPath, entry.name)
        const name = relative(fileURLToPath(folder), path).replaceAll(sep, '/')
        return [`/${name}`, new Uint8Array(readFileSync(path))] as const
      }),
  )
  const page = files.get('/index.html')
  if (!page) throw new Error(`the desk’s pages are not built: npm run build (${folder.pathname})`)
  return c => {
    const file = files.get(c.req.path)
    // Every other path is a view's: the page finds it by the URL.
    const [body, name] = file ? [file, c.req.path] : [page, '/index.html']
    const type = types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream'
    return c.body(body, 200, { 'content-type': type })
  }
}
