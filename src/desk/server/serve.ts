import { createServer, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { Hono } from 'hono'

/** A desk that listens on this machine alone. */
export interface Listening {
  readonly port: number
  close(): Promise<void>
}

/**
 * Listens on 127.0.0.1.
 * @param port 0 for any that is free
 * @throws Error with the code EADDRINUSE where another program has the port
 */
export async function listen(app: Hono, port: number): Promise<Listening> {
  const server: Server = createServer(getRequestListener(app.fetch))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ port, host: '127.0.0.1' }, resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string')
    throw new Error('invariant broken: a server without a port')
  return {
    port: address.port,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
