// npm run cells, or CELLS=3 npm run demo: so many servers on this machine, each with data of its own, behind HAProxy.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Cell, type CellSite, cellSite, namesOf } from './cells/site.ts'
import { build, generate } from './prepare.ts'
import { onEnd, root, Stop, say } from './say.mjs'
import { isFree } from './serve.ts'
import { certificate } from './tls.ts'

const MOST = 16

export default async function cells() {
  const count = Number(process.env.CELLS || 2)
  const port = Number(process.env.PORT || 3000)
  if (!Number.isInteger(count) || count < 1 || count > MOST)
    throw new Stop(`CELLS=${process.env.CELLS}: one to ${MOST} on one machine.`)
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new Stop(`PORT=${process.env.PORT} is not a port.`)
  if (!(await isFree(port))) throw new Stop(`Port ${port} is in use. Take another one: PORT=${port + 1}`)
  const folder = join(resolve(root, process.env.DATA_DIR || 'data'), 'cells')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const tls = process.env.HTTPS === '1'
  const { DATABASE_URL: _, ...env } = process.env
  const site = await cellSite({
    ...{ port, folder, env, host: process.env.HOST, names: namesOf(count) },
    certificate: tls ? await certificateIn(folder) : null,
  })
  await generate()
  await build()
  await site.start()
  tell(site, tls)
  return untilEnd(site)
}

async function certificateIn(folder: string) {
  const { key, cert } = await certificate()
  const file = join(folder, 'proxy.crt')
  writeFileSync(file, cert, { mode: 0o600 })
  writeFileSync(join(folder, 'proxy.key'), key, { mode: 0o600 })
  return file
}

function tell({ origin, cells }: CellSite, tls: boolean) {
  const names = cells.map(({ name, port }) => `${name} (port ${port}, data in ${join('cells', name)})`)
  say(`\nRemember Me is on ${origin}, with cells ${names.join(', ')}.`)
  if (tls) say('No browser knows the certificate: let it through once, also on the second address.')
  say('DATA_DIR=… npm run drain takes a cell out; docs/cells.md says how.\n\nCtrl-C ends all.')
}

/** What dies is started again, as whatever supervises it elsewhere does. */
async function untilEnd(site: CellSite): Promise<number> {
  let over = false
  const { promise, resolve } = Promise.withResolvers<number>()
  onEnd(() => {
    if (over) return
    over = true
    site.stop().then(() => resolve(0))
  })
  const keep = async (name: string, ended: () => Promise<unknown>, start: () => Promise<void>) => {
    for (;;) {
      await ended()
      if (over) return
      say(`${name} has ended and is started again.`)
      await sleep(200)
      if (!over) await start().catch(({ message }: Error) => say(message))
    }
  }
  const alive = (cell: Cell) => cell.server?.ended ?? sleep(1000)
  for (const cell of site.cells)
    void keep(
      `Cell ${cell.name}`,
      () => alive(cell),
      () => cell.start(),
    )
  void keep(
    'The proxy',
    () => site.proxy.ended,
    () => site.proxy.start(),
  )
  return promise
}
