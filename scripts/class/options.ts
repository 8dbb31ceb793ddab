// What is asked of a run, read strictly: anything else ends it before anything begins.
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { Stop } from '../say.mjs'

const number = (least: number, most: number, given: number) =>
  z.coerce.number().min(least).max(most).default(given)
const whole = (least: number, most: number, given: number) => number(least, most, given).pipe(z.int())

const Options = z.strictObject({
  /** Of each class, with an open event stream each. */
  visitors: whole(1, 1000, 150),
  /** That all of a class act together. */
  seconds: number(1, 600, 24),
  /** Seconds from one act of a visitor to the next. */
  every: number(0.2, 60, 3),
  /** The part of a period over which the acts of one beat are spread; 0: all in the same moment. */
  jitter: number(0, 1, 1),
  /** Seconds within which all of a class begin; 0: five in a second. */
  begin: number(0, 600, 0),
  /** In a row, each behind an address of its own. */
  classes: whole(1, 40, 1),
  /** A server, or a proxy before some, that runs already; none: one is started. */
  url: z
    .url({ protocol: /^https?$/ })
    .transform(loopback)
    .optional(),
  /** Processes whose processor time and memory count, where `url` names a server: 123,124 */
  pid: z
    .string()
    .regex(/^\d+(,\d+)*$/)
    .transform((text) => text.split(',').map(Number))
    .default([]),
  /** Everybody changes the password, and then all sign in at once: each costs a hash. */
  passwords: z.boolean().default(false),
  /** From the click to the painted panel, in a browser: alone, and with the class besides. */
  browser: z.boolean().default(false),
  'no-bare': z.boolean().default(false),
  'no-profile': z.boolean().default(false),
  /** Names the functions, too, that took the most. */
  functions: z.boolean().default(false),
  /** Writes its part of docs/benchmarks.md. */
  write: z.boolean().default(false),
})

export type ClassOptions = z.infer<typeof Options>

const FLAGS = ['passwords', 'browser', 'no-bare', 'no-profile', 'functions', 'write']

export function readOptions(words: readonly string[]): ClassOptions {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: Object.fromEntries(
        Object.keys(Options.shape).map((name) => [
          name,
          { type: FLAGS.includes(name) ? 'boolean' : 'string' } as const,
        ]),
      ),
    })
    return Options.parse(values)
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : (error as Error).message
    throw new Stop(`${why}\nnpm run class -- [--${Object.keys(Options.shape).join('] [--')}]`)
  }
}

/** Load is for one's own machine. */
function loopback(url: string, context: z.RefinementCtx): string {
  const { hostname, origin } = new URL(url)
  if (/^(?:(?:[\w-]+\.)*localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname)) return origin
  context.addIssue({ code: 'custom', message: 'only an address of this machine' })
  return z.NEVER
}
