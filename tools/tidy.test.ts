// The house rules (CONTRIBUTING.md), as tests.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { diagnosticCodes } from '../src/model/diagnostic-code.generated.js'
import { generatedCode } from './generated-code.js'
import { generatedDocs } from './generated-docs.js'

const root = join(import.meta.dirname, '..')
const listed = (folder: string, ending: RegExp): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && ending.test(entry.name))
    .map(entry => relative(root, join(entry.parentPath, entry.name)))
    .sort()
const read = (path: string): string => readFileSync(join(root, path), 'utf8')

const sources = listed('src', /\.tsx?$/).filter(path => !path.endsWith('.test.ts'))
/** The file that an import's `.js` is made of. */
const sourceOf = (path: string): string => {
  const [ts, tsx] = [path.replace(/\.js$/, '.ts'), path.replace(/\.js$/, '.tsx')]
  return sources.includes(tsx) ? tsx : ts
}

interface Import {
  readonly from: string
  /** A path within the repository, or a package's name. */
  readonly to: string
}

const imports: Import[] = sources.flatMap(from =>
  // A package may also be asked for a file of its own: `resolve('name/file')`.
  [
    ...read(from).matchAll(
      /^(?:import|export)\s[^'"]*?from '([^']+)'|^import '([^']+)'|\.resolve\('([a-z@][^']+)'\)/gm,
    ),
  ].map(match => {
    const to = match[1] ?? match[2] ?? match[3] ?? ''
    return { from, to: to.startsWith('.') ? sourceOf(normalize(join(dirname(from), to))) : to }
  }),
)

/** The part of the program that a path belongs to: `src/stages/5-resolve`, `src/model`, `src/read-report.ts`. */
const partOf = (path: string): string =>
  path
    .split('/')
    .slice(0, path.startsWith('src/stages/') ? 3 : 2)
    .join('/')

const stages = [...new Set(sources.map(partOf).filter(part => part.startsWith('src/stages/')))]
const middle = ['src/model', 'src/text', 'src/codebook']
const ports = ['src/ports.ts', 'src/ports']
// What each part may import besides itself. A part that is not named here may import everything: it puts parts together.
const allowed: Record<string, readonly string[]> = {
  'src/model': [],
  'src/text': ['src/model'],
  'src/codebook': ['src/model'],
  'src/ports.ts': ['src/ports'],
  'src/ports': ['src/model'],
  ...Object.fromEntries(stages.map(stage => [stage, [...middle, ...ports]])),
  'src/explain': middle,
  'src/link': [...middle, ...ports],
  'src/review': [...middle, ...ports],
  'src/export': middle,
  // Export's tables of codes and columns, so that there is one of each.
  'src/import': [...middle, 'src/export'],
  'src/reader': [...middle, ...ports],
  'src/gazetteer': [...middle, ...ports],
  'src/store': [...middle, ...ports],
}
const pure = [
  'src/model',
  'src/text',
  'src/codebook',
  'src/explain',
  'src/link',
  'src/review',
  'src/export',
  'src/import',
  ...stages,
]

// The only place that may import each of these; a parser of HTML is of use to one stage alone.
const doors: Record<string, string> = {
  'better-sqlite3': 'src/store/',
  kysely: 'src/store/',
  pg: 'src/store/',
  'pg-boss': 'src/store/jobs/',
  'wink-nlp': 'src/reader/lexicon/tag.ts',
  'wink-eng-lite-web-model': 'src/reader/lexicon/tag.ts',
  'onnxruntime-node': 'src/reader/',
  'onnxruntime-web': 'src/reader/',
  ai: 'src/reader/llm/',
  '@ai-sdk/anthropic': 'src/reader/llm/',
  '@ai-sdk/openai-compatible': 'src/reader/llm/',
  'franc-min': 'src/stages/4-read/',
  parse5: 'src/stages/2-extract/',
  linkedom: 'src/stages/2-extract/',
  defuddle: 'src/stages/2-extract/',
  '@mozilla/readability': 'src/stages/2-extract/',
  commander: 'src/cli/',
  'hyparquet-writer': 'src/export/parquet.ts',
}

describe('imports', () => {
  it('keep to the parts that a part may know', () => {
    const crossed = imports.filter(({ from, to }) => {
      const may = allowed[partOf(from)]
      return may && to.startsWith('src/') && partOf(to) !== partOf(from) && !may.includes(partOf(to))
    })
    expect(crossed).toEqual([])
  })

  it('make no cycle', () => {
    const next = new Map(
      sources.map(path => [path, imports.filter(({ from }) => from === path).map(({ to }) => to)]),
    )
    const done = new Set<string>()
    const visit = (path: string, above: readonly string[]): string[] | null => {
      if (above.includes(path)) return [...above.slice(above.indexOf(path)), path]
      if (done.has(path)) return null
      for (const to of next.get(path) ?? []) {
        const cycle = visit(to, [...above, path])
        if (cycle) return cycle
      }
      done.add(path)
      return null
    }
    expect(sources.map(path => visit(path, [])).find(cycle => cycle !== null)).toBeUndefined()
  })

  it('go through one door for each outside library', () => {
    const packageOf = (to: string): string =>
      to
        .split('/')
        .slice(0, to.startsWith('@') ? 2 : 1)
        .join('/')
    const wrong = imports.filter(({ from, to }) => {
      const door = doors[packageOf(to)]
      return door !== undefined && !from.startsWith(door)
    })
    expect(wrong).toEqual([])
  })

  it('of npm packages are of packages that package.json names', () => {
    const packages = JSON.parse(read('package.json')) as Record<string, Record<string, string>>
    const { dependencies = {}, devDependencies = {} } = packages
    const named = (of: readonly Import[]): string[] => [
      ...new Set(
        of
          .map(({ to }) => to)
          .filter(to => !to.startsWith('src/') && !to.startsWith('node:'))
          .map(to =>
            to
              .split('/')
              .slice(0, to.startsWith('@') ? 2 : 1)
              .join('/'),
          ),
      ),
    ]
    // What the desk's pages are built of goes into the package as built, and is installed by nobody.
    const isPage = ({ from }: Import): boolean => from.startsWith('src/desk/app/')
    const installed = named(imports.filter(one => !isPage(one)))
    expect(installed.filter(name => !(name in dependencies))).toEqual([])
    expect(Object.keys(dependencies).filter(name => !installed.includes(name))).toEqual([])
    const built = named(imports.filter(isPage))
    const isThere = (name: string): boolean =>
      [name, `@types/${name}`].some(one => one in devDependencies || one in dependencies)
    expect(built.filter(name => !isThere(name))).toEqual([])
  })
})

describe('the middle of the program', () => {
  const within = sources.filter(path => pure.includes(partOf(path)))

  it('has no clock, network, file system or chance', () => {
    // Hashing is arithmetic: node:crypto serves text/ids.ts for that alone.
    const reached = imports.filter(({ from, to }) => within.includes(from) && to.startsWith('node:'))
    expect(reached).toEqual([{ from: 'src/text/ids.ts', to: 'node:crypto' }])
    const calls = /\b(Date\.now|new Date\(\)|Math\.random|fetch\(|process\.|setTimeout|performance\.)/
    expect(within.filter(path => calls.test(read(path)))).toEqual([])
  })

  it('keeps no state between reports', () => {
    expect(within.filter(path => /^(export )?let /m.test(read(path)))).toEqual([])
  })
})

describe('files', () => {
  it('are short', () => {
    const long = sources
      .filter(path => !path.endsWith('.generated.ts'))
      .map(path => ({ path, lines: read(path).split('\n').length }))
      .filter(({ lines }) => lines > 300)
    expect(long).toEqual([])
  })

  it('of the core path can be read in ten minutes', () => {
    const path = [
      'src/read-report.ts',
      // What people decide afterwards is off this path.
      ...listed('src/model', /(?<!recorded|recorded-fields|review)\.ts$/),
      ...stages.map(stage => `${stage}/index.ts`),
    ]
    const lines = path
      .filter(file => !/\.(generated|test)\.ts$/.test(file))
      .map(file => read(file).split('\n').length)
    expect(lines.reduce((a, b) => a + b)).toBeLessThan(1000)
  })

  it('leave nothing undone and name no grab bag', () => {
    expect(sources.filter(path => /\b(TODO|FIXME|HACK)\b/.test(read(path)))).toEqual([])
    expect(sources.filter(path => /\b(utils?|helpers?|manager|misc|common)\b/.test(path))).toEqual([])
  })
})

describe('documents', () => {
  const pages = [...listed('docs', /\.md$/), ...readdirSync(root).filter(name => name.endsWith('.md'))]

  it('hold no place-holders', () => {
    expect(pages.filter(page => /@@|TODO|TBD|lorem ipsum/i.test(read(page)))).toEqual([])
  })

  it('point at files that are there', () => {
    const links = pages.flatMap(page =>
      [...read(page).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map(([, to = '']) => ({ page, to })),
    )
    expect(links.filter(({ page, to }) => !existsSync(join(root, dirname(page), to)))).toEqual([])
  })

  it('name paths of the project that are there', () => {
    const named = pages.flatMap(page =>
      [...read(page).matchAll(/`((?:src|docs|tools|test|bench)\/[\w./-]*)`/g)].map(([, path = '']) => ({
        page,
        path,
      })),
    )
    expect(named.filter(({ path }) => !existsSync(join(root, path)))).toEqual([])
  })

  it.each(Object.entries({ ...generatedCode, ...generatedDocs }))(
    '%s is what npm run generate makes',
    (path, content) => {
      expect(read(path)).toBe(content)
    },
  )

  it('have a page for no diagnostic that is never raised', () => {
    // That each code that is raised has a page is the type checker's to see: the list of codes is made from the pages.
    const text = sources
      .filter(path => !path.endsWith('.generated.ts'))
      .map(read)
      .join('\n')
    expect(diagnosticCodes.filter(code => !text.includes(`'${code}'`))).toEqual([])
  })
})

describe('the repository', () => {
  it('holds no large file but the model and the gazetteer', () => {
    const tracked = listed('src', /./).concat(listed('docs', /./), listed('test', /./))
    const large = tracked.filter(path => statSync(join(root, path)).size > 3_000_000)
    expect(large.filter(path => path !== 'src/gazetteer/geonames.br')).toEqual([])
  })
})
