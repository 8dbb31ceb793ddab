// npm run faults: what can go wrong with a server is done to it, against the production build, on this machine alone.
// npm run faults -- F7 F13 for some of them, --quick for a few of each. With full counts their lines in docs/faults.md are written anew.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Fault, Result } from './faults/fault.ts'
import { reportOf } from './faults/report.ts'
import { load } from './machine.ts'
import { build, generate } from './prepare.ts'
import { elapsed, root, Stop, say, step } from './say.mjs'

export default async function faults(given: string[]) {
  const quick = given.includes('--quick')
  const wanted = given.filter((word) => word !== '--quick').map((word) => word.toUpperCase())
  const chosen = (await all()).filter(
    ({ id }) => wanted.length === 0 || id.split(' ').some((one) => wanted.includes(one)),
  )
  if (chosen.length === 0) throw new Stop(`There is no ${wanted.join(' ')}.`)
  await generate()
  await build()
  const results: Result[] = []
  for (const fault of chosen) results.push(await one(fault, quick))
  if (!quick) write(results, wanted.length === 0)
  return tell(results)
}

function write(results: Result[], isAll: boolean) {
  const path = join(root, 'docs/faults.md')
  const text = reportOf(results, isAll ? '' : readFileSync(path, 'utf8'))
  if (text) writeFileSync(path, text)
  else say('docs/faults.md is of another machine and stays as it is: run all of them.')
}

async function all(): Promise<Fault[]> {
  const folder = join(root, 'scripts/faults')
  const files = readdirSync(folder)
    .filter((name) => /^f\d\d-.*\.ts$/.test(name))
    .sort()
  return Promise.all(files.map(async (name) => (await import(`./faults/${name}`)).default))
}

/** One that breaks is one that failed. */
async function one({ id, title, goal, run }: Fault, quick: boolean): Promise<Result> {
  const from = performance.now()
  const busy = load()
  return step(`${id}: ${title}`, async () => {
    const result = await run({ quick }).catch((error: Error) => ({
      tried: '',
      lost: '?' as const,
      ok: false,
      note: String(error.message),
    }))
    return { id, title, goal, busy, time: elapsed(from), ...result }
  })
}

function tell(results: Result[]) {
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
