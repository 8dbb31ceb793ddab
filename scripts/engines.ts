// npm run engines [-- <engine> …] [--pictures <folder>]: the forced sign-out, every lab and the lines of the workbench in each engine that this
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
  const at = words.indexOf('--pictures')
  const folder = at >= 0 ? resolve(words[at + 1] ?? 'pictures') : null
  const asked = words.slice(0, at >= 0 ? at : words.length)
  const chosen = ENGINES.filter(({ name }) => asked.length === 0 || asked.includes(name))
  if (chosen.length === 0) throw new Stop(`Which one? ${ENGINES.map(({ name }) => name).join(', ')}`)
  onEnd(() => process.exit(130))
  await generate()
  await build()
  const told: string[] = []
  let failed = false
  for (const engine of chosen)
    try {
      await inOne(engine, folder)
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

/** With a server and a database of its own. @param folder pictures only, and nothing is written down */
async function inOne({ open, tls }: (typeof ENGINES)[number], folder: string | null) {
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

/** In place of what was seen in this engine before. */
function write({ engine, version }: Seat, seen: object) {
  const date = new Date().toISOString().slice(0, 10)
  const before: { engine: string }[] = existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : []
  const all = [...before.filter((one) => one.engine !== engine), { engine, version, date, ...seen }]
  const sorted = all.toSorted((one, other) => one.engine.localeCompare(other.engine))
  writeFileSync(FILE, `${JSON.stringify(sorted, null, 2)}\n`)
}
