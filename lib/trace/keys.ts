/** Server keys as artifacts: their names only. A key itself never enters the trace. */
import { decodeProtectedHeader } from 'jose'
import type { StrategyName } from '../strategies/strategy'
import type { Artifact } from './artifact'

/** Of a sandbox's keys only the generations are read. */
export interface KeyNames {
  sealPasswords(): Record<string, string>
  signingKeys(): { kid: string }[]
}

/** Lists the keys that are good now, and marks what was made with one that is not. Without `keys` it goes by what was seen. */
export function checkKeys(strategy: StrategyName, lane: Map<string, Artifact>, keys?: KeyNames): void {
  if (strategy === 'session') return
  const made = [...lane.values()].map((artifact) => ({ artifact, key: keyNameIn(strategy, artifact.value) }))
  const names = new Set(keys ? namesFrom(strategy, keys) : made.flatMap(({ key }) => key ?? []))
  for (const { artifact, key } of made) {
    if (artifact.place === 'key' && !names.has(artifact.name.split(' ').at(-1)!)) lane.delete(artifact.id)
    if (key && !names.has(key) && !artifact.ended) lane.set(artifact.id, { ...artifact, ended: true })
  }
  for (const key of [...names].map((name) => keyArtifact(strategy, name)))
    if (!lane.has(key.id)) lane.set(key.id, key)
}

function namesFrom(strategy: 'cookie' | 'jwt', keys: KeyNames): string[] {
  return strategy === 'cookie' ? Object.keys(keys.sealPasswords()) : keys.signingKeys().map(({ kid }) => kid)
}

/** A seal and a token both name their key in the open: `Fe26.2*1*…`, and `kid` in the header. */
function keyNameIn(strategy: 'cookie' | 'jwt', text: string | null): string | null {
  if (!text) return null
  if (strategy === 'cookie') return /^Fe26\.2\*(\w+)\*/.exec(text)?.[1] ?? null
  try {
    return decodeProtectedHeader(text).kid ?? null
  } catch {
    return null
  }
}

function keyArtifact(strategy: 'cookie' | 'jwt', name: string): Artifact {
  return {
    id: `key/${strategy}/${name}`,
    side: 'server',
    place: 'key',
    device: null,
    name: `${strategy === 'cookie' ? 'sealing key' : 'signing key'} ${name}`,
    form: 'plain',
    value: null,
    credential: false,
    bytes: 0,
    attributes: null,
    expiresAt: null,
    contents: [],
  }
}
