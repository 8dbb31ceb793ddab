// @ts-check
// node scripts/run.mjs demo: one of the scripts, with the packages and on the Node that the lock file names. Runs on Node 20.19 or later.
import { main, Stop } from './say.mjs'
import { setUp } from './setup.mjs'

const SCRIPTS = [
  'bench',
  'build',
  'cells',
  'class',
  'demo',
  'dev',
  'engines',
  'faults',
  'link-pictures',
  'pictures',
  'races',
  'soak',
  'test',
]

await main(async () => {
  const [name = '', ...words] = process.argv.slice(2)
  if (!SCRIPTS.includes(name)) throw new Stop(`Which one? node scripts/run.mjs ${SCRIPTS.join('|')}`)
  await setUp(import.meta.url)
  // TypeScript: only the Node that runs from here on takes it as it is.
  const script = await import(`./${name}.ts`)
  return script.default(words)
})
