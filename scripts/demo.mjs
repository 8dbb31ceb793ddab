// npm run demo: from a fresh clone to the site in the browser.
import { resolve } from 'node:path'
import { build, generate, migrate } from './prepare.mjs'
import { main, onEnd, root, Stop, say } from './say.mjs'
import { isFree, serve } from './serve.mjs'
import { setUp } from './setup.mjs'

await main(async () => {
  await setUp(import.meta.url)
  const port = Number(process.env.PORT || 3000)
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new Stop(`PORT=${process.env.PORT} is not a port.`)
  if (!(await isFree(port))) throw new Stop(taken(port))
  const env = { ...process.env, DATA_DIR: resolve(root, process.env.DATA_DIR || 'data') }
  await generate()
  await migrate(env)
  await build()
  const server = await serve({ port, host: process.env.HOST, env })
  say(`\nRemember Me is on http://localhost:${port}\n\nCtrl-C ends it.`)
  onEnd(server.stop)
  return server.ended
})

function taken(port) {
  const other = port === 65535 ? 3000 : port + 1
  const command =
    process.platform === 'win32' ? `set PORT=${other}&& npm run demo` : `PORT=${other} npm run demo`
  return `Port ${port} is in use. End what runs there, or take another port:\n  ${command}`
}
