/**
 * Work that no request waits for, done together: the first at once, and what comes within a frame of a screen after that in one go.
 * Lines that run again and again find themselves in the processor's caches; one by one, between two requests, they took ten times
 * as long.
 */
import { quietly } from '@/lib/log/shielded'
import { perProcess } from '@/lib/process/once'

/** Milliseconds. */
const FRAME = 16

interface Queue {
  works: (() => void)[]
  /** When works were done last. */
  settled: number
}

const queue = () => perProcess<Queue>('soon', () => ({ works: [], settled: Number.NEGATIVE_INFINITY }))

export function soon(work: () => void): void {
  const { works, settled } = queue()
  works.push(work)
  if (works.length > 1) return
  if (performance.now() - settled < FRAME) setTimeout(settle, FRAME)
  else setImmediate(settle)
}

/** For whoever asks for what the works make: they are done now, in order. */
export function settle(): void {
  const own = queue()
  if (own.works.length === 0) return
  const works = own.works
  own.works = []
  for (const work of works) quietly(work)
  own.settled = performance.now()
}
