/** Server keys as artifacts: their names only. A key itself never enters the trace. */
import { decodeProtectedHeader } from 'jose'
import type { Dials } from '@/lib/strategies/dials'
import type { StrategyName } from '@/lib/strategies/strategy'
import type { Artifact } from '../model/artifact'

/** Of a sandbox's keys only the generations are read. */
export interface KeyNames {
  /** Another object whenever there are other keys. */
  readonly state: object
  sealPasswords(): Record<string, string>
  signingKeys(): { kid: string }[]
  signingKeyPairs(): { kid: string }[]
}

/**
 * Lists the keys that are good now, and marks what was made with one that is not, or in a form that the dials do not take.
 * Without `keys` it goes by what was seen.
 */
export function checkKeys(
  strategy: StrategyName,
  lane: Map<string, Artifact>,
  dials: Dials,
  keys?: KeyNames,
): void {
  if (strategy === 'session') return
  const made = [...lane.values()].map((artifact) => ({ artifact, key: keyNameIn(strategy, artifact) }))
  const names = new Set(keys ? namesFrom(strategy, dials, keys) : made.flatMap(({ key }) => key ?? []))
  const good = new Map(
    [...names].flatMap((name) => keysOf(strategy, name, dials)).map((key) => [key.id, key]),
  )
  for (const { artifact, key } of made) {
    if (artifact.place === 'key' && !good.has(artifact.id)) lane.delete(artifact.id)
    const refused = (key && !names.has(key)) || (keys && isOfAnotherForm(strategy, artifact, dials))
    if (refused && !artifact.ended) lane.set(artifact.id, { ...artifact, ended: true })
  }
  for (const [id, key] of good) if (!lane.has(id)) lane.set(id, key)
}

/** A plain visit has no key. */
function namesFrom(strategy: 'cookie' | 'jwt', dials: Dials, keys: KeyNames): string[] {
  if (strategy === 'cookie')
    return dials.cookie.protection === 'plain' ? [] : Object.keys(keys.sealPasswords())
  const signing = dials.jwt.algorithm === 'EdDSA' ? keys.signingKeyPairs() : keys.signingKeys()
  return signing.map(({ kid }) => kid)
}

/** A seal and a token both name their key in the open: `Fe26.2*1*…`, and `kid` in the header. A signed visit does not. */
function keyNameIn(strategy: 'cookie' | 'jwt', { side, value }: Artifact): string | null {
  if (side === 'server' || !value) return null
  if (strategy === 'cookie') return /^Fe26\.2\*(\w+)\*/.exec(value)?.[1] ?? null
  try {
    return decodeProtectedHeader(value).kid ?? null
  } catch {
    return null
  }
}

function isOfAnotherForm(strategy: 'cookie' | 'jwt', { side, form }: Artifact, dials: Dials): boolean {
  return strategy === 'cookie' && side === 'browser' && form !== dials.cookie.protection
}

/** Of a pair the public half too: it verifies, and cannot sign. */
function keysOf(strategy: 'cookie' | 'jwt', name: string, { cookie }: Dials): Artifact[] {
  if (strategy === 'cookie')
    return [keyArtifact(strategy, `${cookie.protection === 'signed' ? 'signing' : 'sealing'} key ${name}`)]
  const signing = keyArtifact(strategy, `signing key ${name}`)
  if (!name.endsWith('e')) return [signing]
  return [signing, { ...keyArtifact(strategy, `verification key ${name}`), public: true }]
}

function keyArtifact(strategy: 'cookie' | 'jwt', name: string): Artifact {
  return {
    id: `key/${strategy}/${name}`,
    side: 'server',
    place: 'key',
    device: null,
    name,
    form: 'plain',
    value: null,
    credential: false,
    bytes: 0,
    attributes: null,
    expiresAt: null,
    contents: [],
  }
}
