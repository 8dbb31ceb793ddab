/** Server keys as artifacts: their names only. A key itself never enters the trace. */
import { decodeProtectedHeader } from 'jose'
import type { StrategyName } from '../strategies/strategy'
import type { Artifact } from './artifact'

/** Of a sandbox's keys only the generations are read. */
export interface KeyNames {
  sealPasswords(): Record<string, string>
  signingKeys(): { kid: string }[]
}

export function keyArtifacts(
  strategy: StrategyName,
  lane: Map<string, Artifact>,
  keys?: KeyNames,
): Artifact[] {
  if (strategy === 'session') return []
  const known = keys ? namesFrom(strategy, keys) : []
  const seen = [...lane.values()].flatMap(({ value }) => keyNameIn(strategy, value) ?? [])
  return [...new Set([...known, ...seen])].map((name) => keyArtifact(strategy, name))
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
