// Compiles src/ to dist/ and puts the data files beside the code that reads them.
import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, rmSync } from 'node:fs'

rmSync('dist', { recursive: true, force: true })
execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], {
  stdio: 'inherit',
})
cpSync('src', 'dist', { recursive: true, filter: path => !/\.ts$/.test(path) })
chmodSync('dist/cli/main.js', 0o755)
