/**
 * An exchange as an event carries it: JSON, masked. Most of it says what the one before said: each thing that is stored is written once, and
 * so is what it exposes, else a panel that is open would cost more than the request that it shows.
 */

import { BoundedMap } from '@/lib/process/bounded-map'
import { carriedAsTold } from '../export/guest-text'
import { maskArtifact, maskLine, maskRequest, toldRequest, withoutStatements } from '../export/mask'
import type { Artifact } from '../model/artifact'
import type { Exchange, HeaderLine, RequestHead, ResponseHead } from '../model/exchange'
import type { Exposure } from '../model/exposure'
import { derivedOf, MOST_DERIVED } from './derived'

const lines = new BoundedMap<HeaderLine[], string>(64)
const exposed = new BoundedMap<Exposure, string>(MOST_DERIVED)

export function exchangeText(exchange: Exchange): string {
  const { request, response, steps, stored, exposures, ...rest } = exchange
  const carried = carriedAsTold(exchange)
  const sent = rest.guestText?.body ? null : rest.sent
  const parts = [
    JSON.stringify({ ...rest, carried, sent, steps: steps.map(withoutStatements) }).slice(0, -1),
    `"request":${rest.guestText ? guestHeadText(exchange) : headText(request)}`,
    `"response":${response ? headText(response) : null}`,
    storedText(stored),
    `"exposures":[${exposures.map(exposureText).join()}]`,
  ]
  return `${parts.join(',')}}`
}

function headText({ headers, ...head }: RequestHead | ResponseHead): string {
  return `${JSON.stringify(head).slice(0, -1)},"headers":${linesText(headers)}}`
}

/** Told anew each time: what is held back is not a matter of the lines alone. */
const guestHeadText = (exchange: Exchange) =>
  JSON.stringify({ ...toldRequest(exchange), headers: maskRequest(exchange) })

const linesText = (headers: HeaderLine[]): string =>
  lines.get(headers) ?? lines.keep(headers, JSON.stringify(headers.map(maskLine)))

function storedText({ before, after }: Exchange['stored']): string {
  const earlier = snapshotText(before)
  return `"stored":{"before":${earlier},"after":${after === before ? earlier : snapshotText(after)}}`
}

const snapshotText = (snapshot: Artifact[]): string => `[${snapshot.map(artifactText).join()}]`

function artifactText(artifact: Artifact): string {
  const own = derivedOf(artifact)
  own.text ??= JSON.stringify(maskArtifact(artifact))
  return own.text
}

const exposureText = (exposure: Exposure): string =>
  exposed.get(exposure) ?? exposed.keep(exposure, JSON.stringify(exposure))
