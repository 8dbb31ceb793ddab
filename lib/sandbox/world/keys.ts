/**
 * The keys of one sandbox. Nothing here is stored: each key is derived (HKDF, RFC 5869) from a master
 * secret of the environment, the sandbox id, the lane and the generation. So a credential of another
 * sandbox, or of a generation that was dropped, fails by construction.
 *
 * Each generation remembers under which master it was made (by fingerprint). When the operator puts a new
 * master in front, that is one more generation; when he takes an old one away, its generations are gone.
 */
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  type webcrypto,
} from 'node:crypto'
import { z } from 'zod'
import { env } from '@/lib/process/env'

export interface SandboxKeys {
  /** What a demo user's password is until it is changed; null when its master secret is no longer there. */
  firstPassword(userId: string): string | null
  /** iron-session's password map `{ "<generation>": "<43 chars>" }`; the highest seals. */
  sealPasswords(): Record<string, string>
  /** The first signs, all verify. `kid` is the generation. */
  signingKeys(): { kid: string; key: webcrypto.CryptoKey }[]
  /** The same for Ed25519: the private halves sign, the public ones verify. `kid` is the generation and an "e". */
  signingKeyPairs(): { kid: string; key: KeyObject; publicKey: KeyObject }[]
  /** From which the successor of a refresh token is derived; the newest first. */
  refreshKeys(): Uint8Array[]
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
  private readonly cache = new WeakMap<KeyState[KeyedLane], Map<string, unknown>>()

  constructor(
    private readonly sandboxId: string,
    public state: KeyState,
  ) {}

  sealPasswords(): Record<string, string> {
    return this.once('cookie', 'passwords', () => {
      const keys = this.derived('cookie', 'cookie')
      return Object.fromEntries(keys.map(({ generation, key }) => [generation, key.toString('base64url')]))
    })
  }

  signingKeys(): { kid: string; key: webcrypto.CryptoKey }[] {
    return this.once('jwt', 'secrets', () => this.derived('jwt', 'jwt').map(hmacKey).toReversed())
  }

  signingKeyPairs(): { kid: string; key: KeyObject; publicKey: KeyObject }[] {
    return this.once('jwt', 'pairs', () => this.derived('jwt', 'ed25519').map(keyPair).toReversed())
  }

  refreshKeys(): Uint8Array[] {
    return this.derived('jwt', 'refresh')
      .map(({ key }) => key)
      .toReversed()
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

  private derived(lane: KeyedLane, purpose: string): DerivedKey[] {
    return this.once(lane, purpose, () =>
      this.state[lane].flatMap(({ generation, master }) => {
        const secret = masterOf(lane, master)
        if (!secret) return []
        return [{ generation, key: derive(secret, this.sandboxId, `${purpose}/${generation}`, 32) }]
      }),
    )
  }

  /** Until the generations of the lane change. */
  private once<T>(lane: KeyedLane, name: string, make: () => T): T {
    const generations = this.state[lane]
    const made = this.cache.get(generations) ?? new Map<string, unknown>()
    this.cache.set(generations, made)
    if (!made.has(name)) made.set(name, make())
    return made.get(name) as T
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

/** Imported once: from bytes, jose would import it at each request. */
function hmacKey({ generation, key }: DerivedKey) {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  return {
    kid: String(generation),
    key: createSecretKey(key).toCryptoKey(algorithm, false, ['sign', 'verify']),
  }
}

/** RFC 8410 section 7: what stands before the 32 octets of an Ed25519 private key in PKCS #8. */
const PKCS8_ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex')

function keyPair({ generation, key: seed }: DerivedKey) {
  const der = Buffer.concat([PKCS8_ED25519, seed])
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  return { kid: `${generation}e`, key, publicKey: createPublicKey(key) }
}

function derive(master: string, sandboxId: string, purpose: string, bytes: number): Buffer {
  return Buffer.from(hkdfSync('sha256', master, sandboxId, `remember-me/1/${purpose}`, bytes))
}
