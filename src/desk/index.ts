/** The local web desk on a record. */
import { buildApp } from './server/app.js'
import { loadAssets } from './server/assets.js'
import { makeGuard } from './server/guard.js'
import type { DeskRecord } from './server/record.js'
import { listen } from './server/serve.js'

export type { DeskRecord } from './server/record.js'

export interface Desk {
  /** A link that opens the desk once; each is another. `at`: the view, `/events` if not given. */
  link(at?: string): string
  close(): Promise<void>
}

/**
 * Opens the desk on a record, on 127.0.0.1 alone.
 * @param port 0 for any that is free
 * @param pages the folder with the built pages; beside this file, if not given
 * @throws Error with the code EADDRINUSE where another program has the port
 */
export async function openDesk(
  record: DeskRecord,
  port: number,
  pages = new URL('./app/', import.meta.url),
): Promise<Desk> {
  let hosts: readonly string[] = []
  const guard = makeGuard(() => hosts)
  const listening = await listen(buildApp(record, guard, loadAssets(pages)), port)
  hosts = [`127.0.0.1:${listening.port}`, `localhost:${listening.port}`]
  return {
    link: (at = '/events') => {
      const url = new URL(at, `http://127.0.0.1:${listening.port}`)
      url.searchParams.set('token', guard.token())
      return url.href
    },
    close: () => listening.close(),
  }
}
