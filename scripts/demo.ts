// npm run demo: from a fresh clone to the site in the browser. With CELLS=2 two servers behind a proxy (cells.ts).
import { join, resolve } from 'node:path'
import { holdDatabase } from '../lib/db/hold-database.ts'
import { absoluteUrl, addressOf } from '../lib/process/database-url.ts'
import { build, type Environment, generate, migrate } from './prepare.ts'
import { onEnd, root, Stop, say } from './say.mjs'
import { freePort, isFree, serve } from './serve.ts'
import { tlsFront } from './tls.ts'

export default async function demo() {
  if (process.env.CELLS) return (await import('./cells.ts')).default()
  const port = Number(process.env.PORT || 3000)
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new Stop(`PORT=${process.env.PORT} is not a port.`)
  const env = { ...process.env, DATA_DIR: resolve(root, process.env.DATA_DIR || 'data') }
  // Before anything is built: the other one may run on what a build would replace.
  if (!(await mayRunOn(env))) throw new Stop(inUse(env.DATA_DIR, port))
  if (!(await isFree(port))) throw new Stop(taken(port))
  await generate()
  await migrate(env)
  await build()
  if (process.env.HTTPS === '1') return overTls(port, env)
  const server = await serve({ port, host: process.env.HOST, env })
  say(`\nRemember Me is on http://localhost:${port}\n\nCtrl-C ends it.`)
  onEnd(server.stop)
  return server.ended
}

/** For a browser that keeps no Secure cookie on http://localhost. */
async function overTls(port: number, env: Environment) {
  const [behind, second] = [await freePort(), await freePort()]
  const fronts = [await tlsFront(port, behind), await tlsFront(second, behind)]
  const origins = {
    APP_ORIGIN: `https://localhost:${port}`,
    ATTACKER_ORIGIN: `https://127.0.0.1:${port}`,
    FRONT_ORIGIN: `https://localhost:${second}`,
  }
  const server = await serve({ port: behind, env: { ...env, ...origins } })
  say(
    `\nRemember Me is on ${origins.APP_ORIGIN}, with a certificate that no browser knows: let it through once.`,
  )
  say(
    `For the labs with a second site do the same once on ${origins.ATTACKER_ORIGIN}/attacker/en and on ${origins.FRONT_ORIGIN}/attacker/en\n\nCtrl-C ends it.`,
  )
  onEnd(server.stop)
  const code = await server.ended
  for (const front of fronts) front.stop()
  return code
}

async function mayRunOn({ DATABASE_URL, DATA_DIR, SHARE_DATA_DIR }: Environment & { DATA_DIR: string }) {
  if (['1', 'true'].includes(SHARE_DATA_DIR ?? '')) return true
  const url = DATABASE_URL ? absoluteUrl(DATABASE_URL, root) : addressOf(join(DATA_DIR, 'shop.db'))
  const held = await holdDatabase(url, { share: false, wait: 0 })
  held?.release()
  return held !== null
}

function inUse(folder: string, port: number) {
  const own = command({ DATA_DIR: join('data', 'second'), PORT: next(port) })
  return `Another process runs on the data in ${folder}. End it, or give this one data and a port of its own:\n  ${own}`
}

function taken(port: number) {
  return `Port ${port} is in use. End what runs there, or take another port:\n  ${command({ PORT: next(port) })}`
}

function next(port: number) {
  return port === 65535 ? 3000 : port + 1
}

/** As it is typed here. */
function command(settings: Record<string, string | number>) {
  const isWindows = process.platform === 'win32'
  const all = Object.entries(settings).map(([name, value]) =>
    isWindows ? `set ${name}=${value}&&` : `${name}=${value}`,
  )
  return [...all, 'npm run demo'].join(' ')
}
