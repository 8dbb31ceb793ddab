// npm run engines [-- <engine> …] [--labs <slug>,…] [--pictures <folder>]: the forced sign-out, every lab and the lines of the workbench in each engine that this
// machine has; what was seen is lib/browsers/engines.json, which no hand writes. Not part of npm test.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { benchIn, secureOverHttp } from './engines/bench.ts'
import { chromiumSeat } from './engines/chromium.ts'
import { firefoxSeat } from './engines/firefox.ts'
import { forcedIn } from './engines/forced.ts'
import { labsIn } from './engines/labs.ts'
import { picturesIn } from './engines/pictures.ts'
import { endStarted } from './engines/program.ts'
import { Missing, type Seat } from './engines/seat.ts'
import { webkitSeat } from './engines/webkit.ts'
import { build, generate, migrate } from './prepare.ts'
import { elapsed, onEnd, root, Stop, say } from './say.mjs'
import { freePort, serve } from './serve.ts'
import { tlsFront } from './tls.ts'

const FILE = join(root, 'lib/browsers/engines.json')

const ENGINES = [
  { name: 'chromium', open: chromiumSeat, tls: false },
  { name: 'firefox', open: firefoxSeat, tls: false },
  { name: 'webkitgtk', open: webkitSeat, tls: true },
]

export default async function engines(words: readonly string[]) {
  const given = optionsOf(words)
  const { asked } = given
  const chosen = ENGINES.filter(({ name }) => asked.length === 0 || asked.includes(name))
  if (chosen.length === 0) throw new Stop(`Which one? ${ENGINES.map(({ name }) => name).join(', ')}`)
  onEnd(() => process.exit(130))
  await generate()
  await build()
  const told: string[] = []
  let failed = false
  for (const engine of chosen)
    try {
      await inOne(engine, given)
    } catch (error) {
      if (error instanceof Missing) told.push(`${engine.name} was skipped. It needs ${error.message}.`)
      else {
        failed = true
        told.push(`${engine.name} failed, and nothing of it was written down: ${(error as Error).message}`)
      }
    } finally {
      endStarted()
    }
  for (const line of told) say(line)
  return failed ? 1 : 0
}

interface Options {
  /** Engines; none: all. */
  asked: readonly string[]
  /** Pictures only, and nothing is written down. */
  folder: string | null
  /** Only these, and what was seen of the others stays; none: everything. */
  labs: readonly string[]
}

function optionsOf(words: readonly string[]): Options {
  const at = (name: string) => words.indexOf(name)
  const first = [at('--pictures'), at('--labs')].filter((place) => place >= 0)
  return {
    asked: words.slice(0, Math.min(words.length, ...first)),
    folder: at('--pictures') >= 0 ? resolve(words[at('--pictures') + 1] ?? 'pictures') : null,
    labs: at('--labs') >= 0 ? (words[at('--labs') + 1] ?? '').split(',') : [],
  }
}

/** With a server and a database of its own. */
async function inOne({ open, tls }: (typeof ENGINES)[number], { folder, labs: only }: Options) {
  const from = performance.now()
  const seat = await open()
  const work = mkdtempSync(join(tmpdir(), 'remember-me-'))
  const [port, behind, second] = [await freePort(), await freePort(), await freePort()]
  const of = (host: string) => `http${tls ? 's' : ''}://${host}:${port}`
  const env = {
    ...process.env,
    ...{ DATA_DIR: join(work, 'data'), RATE_LIMIT_SCALE: '1000' },
    ...(tls && {
      APP_ORIGIN: of('localhost'),
      ATTACKER_ORIGIN: of('127.0.0.1'),
      FRONT_ORIGIN: `https://localhost:${second}`,
    }),
  }
  await migrate(env)
  const server = await serve({ port: tls ? behind : port, env, output: false })
  const fronts = tls ? [await tlsFront(port, behind), await tlsFront(second, behind)] : []
  try {
    say(`${seat.engine} ${seat.version}, ${of('localhost')}`)
    if (folder) await picturesIn(seat, of('localhost'), folder)
    else if (only.length > 0) add(seat, await labsIn(seat, of('localhost'), only))
    else {
      const overHttp = await secureOverHttp(seat)
      const forced = await forcedIn(seat, of('localhost'))
      const labs = await labsIn(seat, of('localhost'))
      const bench = await benchIn(seat, { tls })
      const over = tls ? 'https' : 'http'
      write(seat, { over, secureOverHttp: overHttp, forced, labs, bench })
    }
    say(`  done in ${elapsed(from)}`)
  } finally {
    await seat.close()
    for (const front of fronts) front.stop()
    server.stop()
    await server.ended
    rmSync(work, { recursive: true, force: true })
  }
}

interface Written {
  engine: string
  version: string
  labs: object
}

const before = (): Written[] => (existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : [])

/** In place of what was seen in this engine before. */
function write({ engine, version }: Seat, seen: { labs: object; [part: string]: unknown }) {
  const date = new Date().toISOString().slice(0, 10)
  const all = [...before().filter((one) => one.engine !== engine), { engine, version, date, ...seen }]
  const sorted = all.toSorted((one, other) => one.engine.localeCompare(other.engine))
  writeFileSync(FILE, `${JSON.stringify(sorted, null, 2)}\n`)
}

/** Beside what was seen in this very version before. */
function add({ engine, version }: Seat, labs: object) {
  const own = before().find((one) => one.engine === engine && one.version === version)
  if (!own) throw new Error('another version was seen before: everything has to be seen anew')
  const sorted = Object.entries({ ...own.labs, ...labs }).toSorted(([one], [other]) =>
    one.localeCompare(other),
  )
  write({ engine, version } as Seat, { ...own, labs: Object.fromEntries(sorted) })
}
