import { createRequire } from 'node:module'

/** The program's version, as in package.json. */
export const programVersion: string = createRequire(import.meta.url)('../package.json').version
