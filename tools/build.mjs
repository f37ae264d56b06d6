// Compiles src/ to dist/, puts the data files beside the code that reads them, and builds the desk's pages.
import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'

rmSync('dist', { recursive: true, force: true })
execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], {
  stdio: 'inherit',
})
cpSync('src', 'dist', { recursive: true, filter: path => !/\.ts$|^src\/desk\/app/.test(path) })
execFileSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'], {
  stdio: 'inherit',
})
// What the pages are built of is in them: its licences ask to go along.
const bundled = [
  'preact',
  '@preact/signals',
  '@preact/signals-core',
  'd3-geo',
  'd3-array',
  'internmap',
  'topojson-client',
  'world-atlas',
]
writeFileSync(
  'dist/desk/app/licences.txt',
  bundled.map(name => `${name}\n\n${readFileSync(`node_modules/${name}/LICENSE`, 'utf8')}\n`).join('\n'),
)
chmodSync('dist/cli/main.js', 0o755)
