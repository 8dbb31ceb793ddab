/** The house rules that a compiler does not know: which way the arrows point, and that the three lanes are alike. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { STRATEGIES, type StrategyName } from '@/lib/strategies/strategy'

const root = resolve(import.meta.dirname, '..')

const filesUnder = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))

/** What a file imports: paths from the root for own files, names for packages. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8')
  const named = [...text.matchAll(/(?:from|import) '([^']+)'/g)].map(([, name]) => name!)
  return named.map((name) => {
    if (name.startsWith('@/')) return name.slice(2)
    return name.startsWith('.') ? relative(root, resolve(root, dirname(file), name)) : name
  })
}

/** What a core may have of lib/strategies is what it can be pasted with. */
const OF_THE_SITE =
  /^lib\/strategies\/((.*\/)?site\/|(?!(cookie|session|jwt)\/(?!lane$)|(strategy|opaque|base64url|time|expected)$))/

const exportsOf = (file: string) =>
  [
    ...readFileSync(join(root, file), 'utf8').matchAll(
      /^export (?:default )?(?:async )?(?:const|let|function|class|interface|type) (\w+)/gm,
    ),
  ].map(([, name]) => name!)

describe('arrows', () => {
  const forbidden: [folder: string, imports: RegExp][] = [
    // A strategy knows a visit and a cart, and nothing else of the shop; no framework, no witness.
    [
      'lib/strategies',
      /^(app|next|react|lib\/(trace|sandbox|log|labs|lessons|db|env)|lib\/shop\/(?!visit$|cart$))/,
    ],
    ['lib/shop', /^(app|react|next|lib\/(labs|lessons))/],
    ['lib/trace', /^(app|react|next|lib\/(labs|lessons|shop\/(?!visit$|cart$|operations$|answers$)))/],
    ['lib/http', /^(app|react|next|lib\/(labs|lessons|shop|serve|sandbox|trace|db))/],
    ['lib', /^app\//],
  ]
  it.each(forbidden)('from %s never reach %s', (folder, imports) => {
    const wrong = filesUnder(folder)
      .filter((file) => !file.startsWith('lib/testing'))
      .flatMap((file) =>
        importsOf(file)
          .filter((name) => imports.test(name))
          .map((name) => `${file} → ${name}`),
      )
    expect(wrong).toEqual([])
  })

  it('look over all sandboxes only where nobody is served', () => {
    const users = [...filesUnder('lib'), ...filesUnder('app')].filter(
      (file) =>
        !file.startsWith('lib/testing') && readFileSync(join(root, file), 'utf8').includes('allSandboxes('),
    )
    expect(users.toSorted()).toEqual([
      'lib/db/takes-writes.ts',
      'lib/sandbox/world/drain.ts',
      'lib/sandbox/world/sweeper.ts',
      'lib/serve/metrics/figures.ts',
    ])
  })

  it('take nothing off what comes in but SP and HTAB: `trim` takes off more', () => {
    const readers = ['http', 'strategies', 'shop', 'serve', 'sandbox', 'trace', 'labs', 'codec', 'cookies']
    const wrong = readers
      .flatMap((folder) => filesUnder(`lib/${folder}`))
      .filter((file) => /\.trim(Start|End)?\(/.test(readFileSync(join(root, file), 'utf8')))
    expect(wrong).toEqual([])
  })

  it('cut a field of cookies in one place, and where octets or places in the line are what matters', () => {
    const cutters = [...filesUnder('lib'), ...filesUnder('app')].filter(
      (file) =>
        !file.startsWith('lib/testing') && /split\(['/(]*;/.test(readFileSync(join(root, file), 'utf8')),
    )
    expect(cutters.toSorted()).toEqual([
      'lib/http/field.ts',
      'lib/reading/wire/credential-bytes.ts',
      'lib/reading/wire/wire-parts.ts',
    ])
  })

  it('let the workbench of attacks into no place but a run of a lab', () => {
    const users = [...filesUnder('lib'), ...filesUnder('app')].filter(
      (file) =>
        !file.startsWith('lib/labs/workbench/') &&
        importsOf(file).some((name) => name.startsWith('lib/labs/workbench')),
    )
    const typesOnly = ['lib/labs/stage/server-stage.ts', 'lib/labs/x06-tamper/lab.ts']
    expect(users.toSorted()).toEqual(['lib/labs/run/run.ts', ...typesOnly])
  })

  it('touch the tables of a lane in the folder of that lane, and nowhere else', () => {
    const tables: Record<StrategyName, string> = {
      cookie: 'visitGeneration',
      session: 'session',
      jwt: 'refreshFamily|spentRefreshToken|cart|deniedToken',
    }
    const files = [...filesUnder('lib'), ...filesUnder('app')].filter(
      (file) => !file.startsWith('lib/testing'),
    )
    for (const strategy of STRATEGIES) {
      const calls = new RegExp(
        `\\.(${tables[strategy]})\\.(find|create|update|upsert|delete|count|group|aggregate)`,
      )
      const users = files.filter((file) => calls.test(readFileSync(join(root, file), 'utf8')))
      const own = `lib/strategies/${strategy}/`
      expect(users.filter((file) => !file.startsWith(own))).toEqual([])
      expect(users).toContain(`${own}store.ts`)
    }
  })

  it('let the database client into no strategy but its stores', () => {
    const users = filesUnder('lib/strategies').filter((file) =>
      importsOf(file).some((name) => name.startsWith('generated/prisma')),
    )
    expect(users.toSorted()).toEqual([
      'lib/strategies/cookie/site/artifacts.ts',
      'lib/strategies/cookie/store.ts',
      'lib/strategies/expected.ts',
      'lib/strategies/jwt/carts.ts',
      'lib/strategies/jwt/denied.ts',
      'lib/strategies/jwt/site/artifacts.ts',
      'lib/strategies/jwt/site/rows.ts',
      'lib/strategies/jwt/store.ts',
      'lib/strategies/jwt/user-keys.ts',
      'lib/strategies/session/site/artifacts.ts',
      'lib/strategies/session/site/rows.ts',
      'lib/strategies/session/store.ts',
      'lib/strategies/site/desk.ts',
      'lib/strategies/site/known-lanes.ts',
      'lib/strategies/site/lane-rows.ts',
      'lib/strategies/site/wires.ts',
    ])
  })
})

describe('the three lanes', () => {
  const neutral = (strategy: string, text: string) => text.replaceAll(strategy, 'lane')
  const routes = (strategy: string) => {
    const folder = `app/api/${strategy}`
    return filesUnder(folder).map((file) => [
      file.slice(folder.length),
      neutral(strategy, readFileSync(join(root, file), 'utf8')),
    ])
  }

  it('have the same route files, word for word but for the name', () => {
    const onlyInJwt = ([file]: string[]) => !file!.endsWith('/refresh/route.ts')
    expect(routes('session').toSorted()).toEqual(routes('cookie').toSorted())
    expect(routes('jwt').filter(onlyInJwt).toSorted()).toEqual(routes('cookie').toSorted())
  })

  it('have the same page files', () => {
    const pages = STRATEGIES.map((strategy) => {
      const folder = `app/[locale]/(${strategy})/${strategy}`
      return filesUnder(folder).map((file) => [
        file.slice(folder.length),
        neutral(strategy, readFileSync(join(root, file), 'utf8')),
      ])
    })
    expect(pages[0]!.length).toBeGreaterThan(0)
    expect(pages[1]).toEqual(pages[0])
    expect(pages[2]).toEqual(pages[0])
  })

  it('know nothing of each other: each can be pasted without the other two', () => {
    const lanes = STRATEGIES.join('|')
    const isOfALane = new RegExp(`^lib/strategies/(${lanes})/`)
    const wrong = [
      ...STRATEGIES.flatMap((own) => filesUnder(`lib/strategies/${own}`)),
      'lib/strategies/strategy.ts',
    ]
      .flatMap((file) => importsOf(file).map((name) => [file, name] as const))
      .filter(
        ([file, name]) => isOfALane.test(name) && isOfALane.exec(name)?.[1] !== isOfALane.exec(file)?.[1],
      )
    expect(wrong).toEqual([])
  })

  /** Beside the core: what the site needs of it, and the manifest that names this. */
  const coreOf = (strategy: string) =>
    filesUnder(`lib/strategies/${strategy}`).filter(
      (file) => !file.includes('/site/') && !file.endsWith('/lane.ts'),
    )

  it('are named by their cookies in their own folders, and nowhere else', () => {
    const named = /['"`]__Secure-(visit|session|access|refresh)['"`]/
    const users = [...filesUnder('lib'), ...filesUnder('app')].filter(
      (file) => !file.startsWith('lib/testing') && named.test(readFileSync(join(root, file), 'utf8')),
    )
    // The client also runs where nothing is bundled; client/shop-client.test.ts holds it to the manifest.
    const own = STRATEGIES.map((strategy) => `lib/strategies/${strategy}/cookies.ts`)
    expect(users.toSorted()).toEqual(['lib/client/shop-client.ts', ...own].toSorted())
  })

  it('have a core of the same files, and say which are more or fewer', () => {
    const core = ['cookies', 'credential', 'devices', 'lifetime', 'ports', 'store', 'strategy', 'strong']
    const more: Record<StrategyName, string[]> = {
      cookie: ['cart-format', 'generation'],
      session: ['issue'],
      jwt: [
        'carrier',
        'cart-place',
        'carts',
        'denied',
        'end',
        'grace',
        'issue',
        'refresh',
        'refresh-tokens',
        'user-keys',
        'whose-key',
      ],
    }
    const fewer: Partial<Record<StrategyName, string>> = { cookie: 'devices' }
    for (const strategy of STRATEGIES) {
      const expected = [...core, ...more[strategy]].filter((name) => name !== fewer[strategy])
      const names = expected.map((name) => `lib/strategies/${strategy}/${name}.ts`)
      expect(coreOf(strategy).toSorted()).toEqual(names.toSorted())
    }
  })

  it('have a core that knows nothing of this site, of its dials, and of a weak position', () => {
    const wrong = STRATEGIES.flatMap(coreOf).flatMap((file) => {
      const outside = importsOf(file).filter((name) => OF_THE_SITE.test(name))
      const weak = exportsOf(file).filter((name) => /^weak/i.test(name))
      return [...outside, ...weak].map((name) => `${file}: ${name}`)
    })
    expect(wrong).toEqual([])
  })

  it('have strategies that are read at once: 140 lines at most, and none twice as long as another', () => {
    const lines = STRATEGIES.map(
      (strategy) =>
        readFileSync(join(root, `lib/strategies/${strategy}/strategy.ts`), 'utf8').split('\n').length,
    )
    expect(Math.max(...lines)).toBeLessThanOrEqual(140)
    expect(Math.max(...lines)).toBeLessThan(2 * Math.min(...lines))
  })
})
