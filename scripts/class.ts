// npm run class: a class behind one network address, each with an open panel, acting together; beside the bare handler under the same arrivals.
// Against a server of its own with the limits as they come, or one of this machine (--url). Nothing of it is about other machines.
import { setTimeout as sleep } from 'node:timers/promises'
import { type ClassOptions, readOptions } from './class/options.ts'
import { memoryOf } from './class/processor.ts'
import { type Profile, profileOf } from './class/profile.ts'
import { classTable, memoryWords, PROFILE_HEAD, profileRows, slowerOf, troubles } from './class/report.ts'
import { type OneClass, oneClass, type Run, type Slice } from './class/run.ts'
import { Stage } from './faults/stage.ts'
import { table } from './machine.ts'
import { build, generate } from './prepare.ts'
import { onEnd, say, step } from './say.mjs'
import { freePort } from './serve.ts'

/** Milliseconds from the end of a class to the look at what it has left: streams are gone, and the collector has had a moment. */
const AFTERWARDS = 3000

export default async function klass(words: string[]) {
  const options = readOptions(words)
  const found = await (options.url ? elsewhere(options, options.url) : onOwnServer(options))
  tell(found, options)
  return found.classes.every(({ lanes }) => lanes.every(({ seen }) => seen.answers.length > 0)) ? 0 : 1
}

export interface Classes {
  classes: OneClass[]
  profile?: Profile
}

const elsewhere = (options: ClassOptions, origin: string) =>
  inARow({ origin, options, watched: { pids: options.pid } })

async function onOwnServer(options: ClassOptions): Promise<Classes> {
  await generate()
  await build()
  return classesOf(options)
}

/** On a server that is started for it, with the limits as they come, and ends with it. */
export async function classesOf(options: ClassOptions): Promise<Classes> {
  const inspector = await freePort()
  const stage = new Stage({
    RATE_LIMIT_SCALE: '1',
    LOG_LEVEL: 'warn',
    ...(!options['no-profile'] && { NODE_OPTIONS: `--inspect=127.0.0.1:${inspector}` }),
  })
  onEnd(() => void stage.end().finally(() => process.exit(1)))
  try {
    await stage.start()
    const watched = { pids: [stage.server.pid] }
    return await inARow({ origin: stage.origin, options, watched }, options['no-profile'] ? null : inspector)
  } finally {
    await stage.end()
  }
}

async function inARow(run: Run, inspector: number | null = null): Promise<Classes> {
  const found: Classes = { classes: [] }
  const { classes } = run.options
  for (let nth = 0; nth < classes; nth++) {
    const isLast = nth === classes - 1
    const profile = async (work: () => Promise<Slice>) => {
      if (inspector)
        found.profile = await profileOf(inspector, async () => (await work()).seen.answers.length)
    }
    const name = `Class ${nth + 1} of ${classes}: ${run.options.visitors} visitors`
    const one = await step(name, () => oneClass(run, nth, isLast ? profile : undefined))
    await sleep(AFTERWARDS)
    one.memory.after = memoryOf(run.watched)
    found.classes.push(one)
  }
  return found
}

function tell({ classes, profile }: Classes, { functions }: ClassOptions) {
  say(`\n${classTable(classes)}\n`)
  for (const [nth, one] of classes.entries()) {
    const slower =
      one.bare.length > 0 ? `; answers at 95 % ${slowerOf(one).toFixed(1)} times the bare handler's` : ''
    say(`Class ${nth + 1}: this client was late by ${one.ownDelay.toFixed(1)} ms itself (95 %)${slower}`)
  }
  for (const line of [...memoryWords(classes), ...troubles(classes)]) say(line)
  if (!profile) return
  say(`\n${table(PROFILE_HEAD, profileRows(profile))}`)
  if (!functions) return
  const { requests } = profile
  say(
    `\n${table(
      ['function', 'µs a watched request'],
      profile.functions.map(([name, ms]) => [name, ((1000 * ms) / requests).toFixed(1)]),
    )}`,
  )
}
