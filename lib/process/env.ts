import 'server-only'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { CELL_NAME } from './cell-name'
import { absoluteUrl, addressOf } from './database-url'
import { perProcess } from './once'
import { keptSecrets } from './secrets'

const url = z.url({ protocol: /^https?$/ }).transform((text) => new URL(text).origin)
const list = z.string().transform((text) => text.split(',').map((part) => part.trim()))
const secrets = list.pipe(z.array(z.string().min(32, 'each needs 32 characters or more')).min(1))
const flag = z.enum(['0', '1', 'false', 'true']).transform((text) => text === '1' || text === 'true')

const schema = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().optional(),
  HOSTNAME: z
    .string()
    .refine(
      (name) => name !== '127.0.0.1' && name !== '::1',
      'write localhost: the framework takes an address for another server',
    )
    .optional(),
  SECURITY_CONTACT: z.union([z.email(), z.url({ protocol: /^https$/ })]).optional(),
  DATA_DIR: z.string().optional(),
  CELL: z.string().regex(CELL_NAME, 'is one to four of a-z and 0-9').default(''),
  METRICS_PORT: z.coerce.number().int().min(1).max(65535).optional(),
  DATABASE_URL: z
    .string()
    .regex(/^(file:|libsql:|https?:|wss?:)/, 'starts with file:, libsql: or https:')
    .optional(),
  APP_ORIGIN: url.optional(),
  ATTACKER_ORIGIN: url.optional(),
  FRONT_ORIGIN: url.optional(),
  FRONT_PORT: z.coerce.number().int().min(0).max(65535).default(0),
  SESSION_PASSWORDS: secrets.optional(),
  JWT_KEYS: secrets.optional(),
  RATE_LIMIT_SCALE: z.coerce.number().positive().default(1),
  TRUSTED_PROXY_HOPS: z.coerce.number().int().min(0).max(10).default(0),
  SHARE_DATA_DIR: flag.default(false),
  INSECURE_HTTP: flag.default(false),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  CLUSTERS: z.coerce.number().int().min(1).max(8).default(1),
  TRACE: flag.default(true),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
})

/** What the process was told by its environment, with defaults filled in. The README has the table. */
export interface Env {
  PORT: number
  HOST: string | undefined
  /** An e-mail address or an https address; undefined: there is no security.txt. */
  SECURITY_CONTACT: string | undefined
  /** Absolute. Database and secrets lie here unless the environment says otherwise. */
  DATA_DIR: string
  /** The name of this process among others that each have data of their own (cell-name.ts); '': it is alone. */
  CELL: string
  /** Where it tells its figures, on 127.0.0.1; undefined: nowhere. */
  METRICS_PORT: number | undefined
  /** `file:` with an absolute path, or the address of a libSQL server. */
  DATABASE_URL: string
  /** Scheme, host and port, nothing behind; undefined: only localhost, 127.0.0.1 and [::1] are served. */
  APP_ORIGIN: string | undefined
  ATTACKER_ORIGIN: string | undefined
  /** Another origin of the shop's own site that leads here; undefined: without APP_ORIGIN a second port of this machine is one. */
  FRONT_ORIGIN: string | undefined
  /** Of that second port; 0: a free one. */
  FRONT_PORT: number
  /** The first seals, all open. At least one, each 32 characters or more; made and kept when not given. */
  readonly SESSION_PASSWORDS: string[]
  /** The first signs, all verify. Likewise. */
  readonly JWT_KEYS: string[]
  /** Multiplies every rate limit. */
  RATE_LIMIT_SCALE: number
  /** How many proxies in front may be believed for X-Forwarded-For and X-Forwarded-Proto. */
  TRUSTED_PROXY_HOPS: number
  /** true: starts although another process is on the same data, and lets another one start. */
  SHARE_DATA_DIR: boolean
  /** true: cookies without `Secure` and without the prefix, for plain http on a trusted network. */
  INSECURE_HTTP: boolean
  /** How many runs of labs may have processes of their own at a time. */
  CLUSTERS: number
  /** The shared store of such a run; undefined: a file of the run. */
  REDIS_URL: string | undefined
  /** false: nothing is recorded and the panel stays empty, to measure what recording costs. */
  TRACE: boolean
  /** From which level on events are written to the standard output. */
  LOG_LEVEL: 'debug' | 'info' | 'warn' | 'error' | 'silent'
}

/** @throws when a variable is set to something it cannot be; the message names it. */
export function readEnv(source: Record<string, string | undefined>, cwd: string): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const parsed = schema.safeParse(given)
  if (!parsed.success) throw new Error(`Environment: ${z.prettifyError(parsed.error)}`)
  const { SESSION_PASSWORDS, JWT_KEYS, DATA_DIR, DATABASE_URL, ...rest } = parsed.data
  const home = projectFolder(cwd)
  // Without the remark the build would take the data folder for a part of the program and copy it.
  const dataDir = resolve(/* turbopackIgnore: true */ home, DATA_DIR ?? 'data')
  return {
    ...rest,
    HOST: rest.HOST,
    SECURITY_CONTACT: rest.SECURITY_CONTACT,
    REDIS_URL: rest.REDIS_URL,
    METRICS_PORT: rest.METRICS_PORT,
    APP_ORIGIN: rest.APP_ORIGIN,
    ATTACKER_ORIGIN: rest.ATTACKER_ORIGIN,
    FRONT_ORIGIN: rest.FRONT_ORIGIN,
    DATA_DIR: dataDir,
    DATABASE_URL: DATABASE_URL
      ? absoluteUrl(DATABASE_URL, home)
      : addressOf(join(/* turbopackIgnore: true */ dataDir, 'shop.db')),
    // Getters: a build and a type check must not write secrets to the disk.
    get SESSION_PASSWORDS() {
      return SESSION_PASSWORDS ?? keptSecrets(dataDir, 'session-passwords')
    },
    get JWT_KEYS() {
      return JWT_KEYS ?? keptSecrets(dataDir, 'jwt-keys')
    },
  }
}

/** The standalone server changes into its own folder, which the next build replaces: data lies above it. */
function projectFolder(cwd: string): string {
  return cwd.replace(/[\\/]\.next[^\\/]*[\\/]standalone$/, '')
}

export const env: Env = readEnv(process.env, process.cwd())

/** By which names and port this server goes (lib/http/host.ts). */
export const names = () => ({
  appOrigin: env.APP_ORIGIN,
  attackerOrigin: env.ATTACKER_ORIGIN,
  get frontOrigin() {
    return env.FRONT_ORIGIN ?? ownSecondPort()
  },
  port: env.PORT,
})

/** Known once it listens (lib/http/second-port.ts). */
const ownSecondPort = () =>
  perProcess('second-port', () => ({ origin: undefined as string | undefined })).origin
