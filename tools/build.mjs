// Compiles src/ to dist/, puts the data files beside the code that reads them, and builds the desk's pages.
import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, rmSync } from 'node:fs'

rmSync('dist', { recursive: true, force: true })
execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], {
  stdio: 'inherit',
})
cpSync('src', 'dist', { recursive: true, filter: path => !/\.ts$|^src\/desk\/app/.test(path) })
execFileSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'], {
  stdio: 'inherit',
})
chmodSync('dist/cli/main.js', 0o755)
