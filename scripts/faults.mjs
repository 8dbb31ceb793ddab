// npm run faults: what can go wrong with a server is done to it, against the production build, on this machine alone.
// npm run faults -- F7 F13 for some of them, --quick for a few of each. With full counts their lines in docs/faults.md are written anew.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { reportOf } from './faults/report.mjs'
import { load } from './machine.mjs'
import { build, generate } from './prepare.mjs'
import { elapsed, main, root, Stop, say, step } from './say.mjs'
import { setUp } from './setup.mjs'

await main(async () => {
  await setUp(import.meta.url)
  const given = process.argv.slice(2)
  const quick = given.includes('--quick')
  const wanted = given.filter((word) => word !== '--quick').map((word) => word.toUpperCase())
  const faults = (await all()).filter(
    ({ id }) => wanted.length === 0 || id.split(' ').some((one) => wanted.includes(one)),
  )
  if (faults.length === 0) throw new Stop(`There is no ${wanted.join(' ')}.`)
  await generate()
  await build()
  const results = []
  for (const fault of faults) results.push(await one(fault, quick))
  if (!quick) write(results, wanted.length === 0)
  return tell(results)
})

function write(results, isAll) {
  const path = join(root, 'docs/faults.md')
  const text = reportOf(results, isAll ? '' : readFileSync(path, 'utf8'))
  if (text) writeFileSync(path, text)
  else say('docs/faults.md is of another machine and stays as it is: run all of them.')
}

async function all() {
  const folder = join(root, 'scripts/faults')
  const files = readdirSync(folder)
    .filter((name) => /^f\d\d-.*\.mjs$/.test(name))
    .sort()
  return Promise.all(files.map(async (name) => (await import(`./faults/${name}`)).default))
}

/** One that breaks is one that failed. */
async function one({ id, title, goal, run }, quick) {
  const from = performance.now()
  const busy = load()
  return step(`${id}: ${title}`, async () => {
    const result = await run({ quick }).catch((error) => ({
      tried: '',
      lost: '?',
      ok: false,
      note: String(error.message),
    }))
    return { id, title, goal, busy, time: elapsed(from), ...result }
  })
}

function tell(results) {
  say('')
  for (const { id, title, goal, tried, lost, ok, note, time } of results) {
    say(`${id.padEnd(6)}${ok ? 'ok    ' : 'FAILED'}  ${title}`)
    say(`        goal   ${goal}`)
    say(`        tried  ${tried}; lost ${lost}; ${time}${note ? `; ${note}` : ''}`)
  }
  const failed = results.filter(({ ok }) => !ok)
  say(`\n${results.length - failed.length} of ${results.length} as promised.`)
  return failed.length === 0 ? 0 : 1
}
