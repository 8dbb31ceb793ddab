/** A HAR file entry by entry, at the speed of its reader: it never lies in memory whole. */
import type { Exchange } from './exchange'
import { type HarOptions, harOf } from './har'

export function harStream(exchanges: readonly Exchange[], options: HarOptions): ReadableStream<Uint8Array> {
  const parts = partsOf(exchanges, options)
  const encoder = new TextEncoder()
  return new ReadableStream({
    pull(controller) {
      const { value, done } = parts.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
  })
}

function* partsOf(exchanges: readonly Exchange[], options: HarOptions): Generator<string> {
  const [head, tail] = JSON.stringify(harOf([], options)).split('[]') as [string, string]
  yield `${head}[`
  for (const [nth, exchange] of exchanges.entries())
    yield `${nth > 0 ? ',' : ''}${JSON.stringify(harOf([exchange], options).log.entries[0])}`
  yield `]${tail}`
}
