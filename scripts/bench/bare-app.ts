// The smallest app of this framework, made for the occasion: what does its build take, and its start?
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Stage } from '../faults/stage.ts'
import { build, distDir, tool } from '../prepare.ts'
import { root } from '../say.mjs'
import { freePort, serve } from '../serve.ts'
import { median } from '../statistics.ts'
import type { startOf } from './facts.ts'
import { firstViews } from './first-view.ts'

/** Inside the project, where the packages are; git does not see it (.next*). */
const FOLDER = '.next-bare'
/** One of each kind. */
const VIEWED = ['/', '/session', '/labs']
const FILES = {
  'app/layout.js': 'export default ({ children }) => <html lang="en"><body>{children}</body></html>\n',
  'app/page.js': 'export default () => <p>Bare</p>\n',
  // Of its own: without them the framework takes this site's, which lie above.
  'instrumentation.js': 'export const register = () => {}\n',
  'proxy.js': 'export const proxy = () => undefined\nexport const config = { matcher: [] }\n',
  'app/api/health/route.js':
    "export const dynamic = 'force-dynamic'\nexport const GET = () => Response.json({})\n",
  'next.config.mjs': `const root = ${JSON.stringify(root)}\nexport default { output: 'standalone', outputFileTracingRoot: root, turbopack: { root } }\n`,
}

/** @returns milliseconds: both builds with nothing kept from an earlier one, and half of the starts of each; and first views as ratios */
export async function besideBareApp(
  startsOf: () => ReturnType<typeof startOf>,
  { times, rounds }: { times: number; rounds: number },
) {
  write()
  try {
    const bareBuild = timed(() => buildBare())
    rmSync(join(root, distDir), { recursive: true, force: true })
    const from = performance.now()
    await build()
    const ownBuild = performance.now() - from
    const bareStarts = await startsOfBare(times)
    const start = await startsOf()
    const views = await firstViewsBeside(rounds)
    return { build: ownBuild, bareBuild, start, bareStart: median(bareStarts), views }
  } finally {
    rmSync(join(root, FOLDER), { recursive: true, force: true })
  }
}

function write() {
  rmSync(join(root, FOLDER), { recursive: true, force: true })
  for (const [name, text] of Object.entries(FILES)) {
    const path = join(root, FOLDER, name)
    mkdirSync(join(path, '..'), { recursive: true })
    writeFileSync(path, text)
  }
}

function timed(work: () => void) {
  const from = performance.now()
  work()
  return performance.now() - from
}

function buildBare() {
  const { status, stderr } = spawnSync(process.execPath, [tool('next/dist/bin/next'), 'build'], {
    cwd: join(root, FOLDER),
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' },
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`the bare app does not build: ${stderr.slice(-300)}`)
}

async function startsOfBare(times: number) {
  const starts = []
  for (let nth = 0; nth < times; nth++) {
    const from = performance.now()
    const { server } = await serveBare()
    starts.push(performance.now() - from)
    server.kill()
    await server.ended
  }
  return starts
}

async function serveBare() {
  const port = await freePort()
  const script = `${FOLDER}/.next/standalone/${FOLDER}/server.js`
  return {
    origin: `http://localhost:${port}`,
    server: await serve({ port, env: process.env, output: false, script }),
  }
}

async function firstViewsBeside(rounds: number) {
  const stage = new Stage()
  const bare = await serveBare()
  try {
    await stage.start()
    return await firstViews(bare.origin, stage.origin, VIEWED, rounds)
  } finally {
    bare.server.kill()
    await bare.server.ended
    await stage.end()
  }
}
