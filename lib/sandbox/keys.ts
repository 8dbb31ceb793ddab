/**
 * The keys of one sandbox. Nothing here is stored: each key is derived (HKDF, RFC 5869) from a master
 * secret of the environment, the sandbox id, the lane and the generation. So a credential of another
 * sandbox, or of a generation that was dropped, fails by construction.
 *
 * Each generation remembers under which master it was made (by fingerprint). When the operator puts a new
 * master in front, that is one more generation; when he takes an old one away, its generations are gone.
 */
import { createHash, hkdfSync } from 'node:crypto'
import { z } from 'zod'
import { env } from '../env'

export interface SandboxKeys {
  /** What a demo user's password is until it is changed; null when its master secret is no longer there. */
  firstPassword(userId: string): string | null
  /** iron-session's password map `{ "<generation>": "<43 chars>" }`; the highest seals. */
  sealPasswords(): Record<string, string>
  /** The first signs, all verify. `kid` is the generation. */
  signingKeys(): { kid: string; key: Uint8Array }[]
}

export type KeyedLane = 'cookie' | 'jwt'

const Generation = z.object({ generation: z.number().int().positive(), master: z.string() })
const KeyState = z.object({
  cookie: z.array(Generation).min(1),
  jwt: z.array(Generation).min(1),
  /** Fingerprint of the master from which the first passwords of the demo users are derived. */
  passwords: z.string(),
})
export type KeyState = z.infer<typeof KeyState>

const KEEP_GENERATIONS = 4
const MASTERS: Record<KeyedLane, () => string[]> = {
  cookie: () => env.SESSION_PASSWORDS,
  jwt: () => env.JWT_KEYS,
}

export class DerivedKeys implements SandboxKeys {
  private readonly cache = new WeakMap<KeyState[KeyedLane], DerivedKey[]>()

  constructor(
    private readonly sandboxId: string,
    public state: KeyState,
  ) {}

  sealPasswords(): Record<string, string> {
    const keys = this.derived('cookie').map(({ generation, key }) => [generation, key.toString('base64url')])
    return Object.fromEntries(keys)
  }

  signingKeys(): { kid: string; key: Uint8Array }[] {
    const keys = this.derived('jwt').map(({ generation, key }) => ({ kid: String(generation), key }))
    return keys.toReversed()
  }

  /** What a demo user's password is until it is changed; null when its master is no longer there. */
  firstPassword(userId: string): string | null {
    const master = masterOf('cookie', this.state.passwords)
    return master && derive(master, this.sandboxId, `password/${userId}`, 12).toString('base64url')
  }

  /** The state after a rotation. The caller stores it, then sets `state`. */
  rotated(lane: KeyedLane, keepPrevious: boolean): KeyState {
    const next = following(this.state[lane], lane)
    const kept = keepPrevious ? this.state[lane].slice(1 - KEEP_GENERATIONS) : []
    return { ...this.state, [lane]: [...kept, next] }
  }

  private derived(lane: KeyedLane): DerivedKey[] {
    const generations = this.state[lane]
    const keys = this.cache.get(generations) ?? this.deriveAll(lane)
    this.cache.set(generations, keys)
    return keys
  }

  private deriveAll(lane: KeyedLane): DerivedKey[] {
    return this.state[lane].flatMap(({ generation, master }) => {
      const secret = masterOf(lane, master)
      return secret ? [{ generation, key: derive(secret, this.sandboxId, `${lane}/${generation}`, 32) }] : []
    })
  }
}

interface DerivedKey {
  generation: number
  key: Buffer
}

export function firstKeyState(): KeyState {
  const cookie = { generation: 1, master: newest('cookie') }
  return { cookie: [cookie], jwt: [{ generation: 1, master: newest('jwt') }], passwords: cookie.master }
}

/** From the row; with one more generation where the operator has put a new master in front. */
export function readKeyState(column: string): KeyState {
  const parsed = KeyState.safeParse(JSON.parse(column))
  const state = parsed.success ? parsed.data : firstKeyState()
  return { ...state, cookie: upToDate(state.cookie, 'cookie'), jwt: upToDate(state.jwt, 'jwt') }
}

function upToDate(generations: KeyState[KeyedLane], lane: KeyedLane) {
  if (generations.at(-1)?.master === newest(lane)) return generations
  return [...generations.slice(1 - KEEP_GENERATIONS), following(generations, lane)]
}

function following(generations: KeyState[KeyedLane], lane: KeyedLane) {
  return { generation: (generations.at(-1)?.generation ?? 0) + 1, master: newest(lane) }
}

const newest = (lane: KeyedLane) => fingerprint(MASTERS[lane]()[0] as string)

const masterOf = (lane: KeyedLane, print: string) =>
  MASTERS[lane]().find((master) => fingerprint(master) === print) ?? null

function fingerprint(master: string): string {
  return createHash('sha256').update(`remember-me fingerprint ${master}`).digest('hex').slice(0, 8)
}

function derive(master: string, sandboxId: string, purpose: string, bytes: number): Buffer {
  return Buffer.from(hkdfSync('sha256', master, sandboxId, `remember-me/1/${purpose}`, bytes))
}
