/**
 * Servers of this process that are not this shop: a lab opens them for a run. What is done to every server here (the door, the wire tap)
 * is not done to them.
 */
import type { Server } from 'node:http'
import { perProcess } from '@/lib/process/once'

const outside = () => perProcess('outside-servers', () => new WeakSet<object>())

/** Before it listens. */
export function noteOutside<S extends Server>(server: S): S {
  outside().add(server)
  return server
}

export const isOutside = (server: unknown): boolean =>
  typeof server === 'object' && server !== null && outside().has(server)
