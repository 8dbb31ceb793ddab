// Classes in a row, on a server that is started for them or one that is there; and what is looked at besides.
import { setTimeout as sleep } from 'node:timers/promises'
import { Stage } from '../faults/stage.ts'
import { onEnd, step } from '../say.mjs'
import { freePort } from '../serve.ts'
import { type LineSeen, signInAtOnce } from './line.ts'
import type { ClassOptions } from './options.ts'
import { type Painted, Spectator } from './painted.ts'
import { memoryOf } from './processor.ts'
import { type Profile, profileOf } from './profile.ts'
import { type Afterwards, type OneClass, oneClass, type Run } from './run.ts'

/** Milliseconds from the end of a class to the look at what it has left: streams are gone, and the collector has had a moment. */
const AFTERWARDS = 3000
/** In the browser, alone and with the class besides. */
const ACTS = 20

export interface Classes {
  options: ClassOptions
  classes: OneClass[]
  /** Of the last class, after it was measured. */
  profile?: Profile
  line?: LineSeen
  painted?: { alone: Painted; besides: Painted }
}

export const elsewhere = (options: ClassOptions, origin: string): Promise<Classes> =>
  inARow({ origin, options, watched: { pids: options.pid } })

/** On a server with the limits as they come, which ends with it. */
export async function onOwnServer(options: ClassOptions): Promise<Classes> {
  const inspector = options['no-profile'] ? null : await freePort()
  const stage = new Stage({
    RATE_LIMIT_SCALE: '1',
    LOG_LEVEL: 'warn',
    ...(inspector && { NODE_OPTIONS: `--inspect=127.0.0.1:${inspector}` }),
  })
  onEnd(() => void stage.end().finally(() => process.exit(1)))
  try {
    await stage.start()
    const watched = { pids: [stage.server.pid] }
    return await inARow({ origin: stage.origin, options, watched }, inspector)
  } finally {
    await stage.end()
  }
}

async function inARow(run: Run, inspector: number | null = null): Promise<Classes> {
  const { options, origin, watched } = run
  const found: Classes = { options, classes: [] }
  const spectator = options.browser ? await Spectator.come(origin) : null
  try {
    const alone = await spectator?.acts(ACTS)
    const last = async (afterwards: Afterwards) => {
      if (inspector) found.profile = await profileOf(inspector, () => answersIn(afterwards))
      if (spectator && alone) found.painted = { alone, besides: await besides(spectator, afterwards) }
      if (options.passwords) found.line = await signInAtOnce(afterwards.visitors)
    }
    for (let nth = 0; nth < options.classes; nth++) {
      const name = `Class ${nth + 1} of ${options.classes}: ${options.visitors} visitors`
      const then = nth === options.classes - 1 ? last : undefined
      const one = await step(name, () => oneClass(run, nth, then))
      await sleep(AFTERWARDS)
      one.memory.after = memoryOf(watched)
      found.classes.push(one)
    }
    return found
  } finally {
    await spectator?.end()
  }
}

const answersIn = async ({ goOn }: Afterwards) => (await goOn()).seen.answers.length

/** The class acts on for as long as the page does. */
async function besides(spectator: Spectator, { goOn }: Afterwards): Promise<Painted> {
  let isOver = false
  const acts = spectator.acts(ACTS).finally(() => {
    isOver = true
  })
  while (!isOver) await goOn()
  return acts
}
