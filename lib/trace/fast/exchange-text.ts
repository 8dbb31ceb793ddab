/**
 * An exchange as an event carries it: JSON, masked. Most requests say what the one before said and change nothing that is stored, so
 * those parts are written once for all of them: else a panel that is open would cost more than the request that it shows.
 */

import { BoundedMap } from '@/lib/process/bounded-map'
import { carriedAsTold } from '../export/guest-text'
import { maskArtifact, maskLine, maskRequest, toldRequest, withoutStatements } from '../export/mask'
import type { Artifact } from '../model/artifact'
import type { Exchange, HeaderLine, RequestHead, ResponseHead } from '../model/exchange'
import type { Exposure } from '../model/exposure'

const lines = new BoundedMap<HeaderLine[], string>(64)
const snapshots = new BoundedMap<Artifact[], string>(64)
const exposed = new BoundedMap<Exposure[], string>(64)

export function exchangeText(exchange: Exchange): string {
  const { request, response, steps, stored, exposures, ...rest } = exchange
  const carried = carriedAsTold(exchange)
  const sent = rest.guestText?.body ? null : rest.sent
  const parts = [
    JSON.stringify({ ...rest, carried, sent, steps: steps.map(withoutStatements) }).slice(0, -1),
    `"request":${rest.guestText ? guestHeadText(exchange) : headText(request)}`,
    `"response":${response ? headText(response) : null}`,
    `"stored":{"before":${snapshotText(stored.before)},"after":${snapshotText(stored.after)}}`,
    `"exposures":${exposed.get(exposures) ?? exposed.keep(exposures, JSON.stringify(exposures))}`,
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

const snapshotText = (snapshot: Artifact[]): string =>
  snapshots.get(snapshot) ?? snapshots.keep(snapshot, JSON.stringify(snapshot.map(maskArtifact)))
