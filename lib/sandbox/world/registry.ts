/**
 * The sandboxes in memory: the most recently used ones, each only once, however many requests ask for it at the same
 * time. Shared by all bundles of the process.
 */

import { perProcess } from '@/lib/process/once'
import { FairShare } from '@/lib/shares/fair-share'
import { closeTimeline, openTimeline } from '@/lib/trace/publish/timeline'
import type { OwnedSandbox } from './owned-sandbox'

/**
 * A class of 300 never gets there. Whoever is left out is read from the database again; what the panel had is gone, as after a restart:
 * so the network address with the most loses its longest idle, first of all of those in which nothing was ever done.
 */
const MOST_IN_MEMORY = 4000

interface Registry {
  byId: FairShare<OwnedSandbox>
  byOwner: Map<string, OwnedSandbox>
  loading: Map<string, Promise<OwnedSandbox | null>>
  /** Destroyed while something was loading: what is being read may be what has just been deleted. */
  destroyed: Set<string>
  /** Where each came from that this process has seen and that has not been destroyed. */
  whose: Map<string, string>
  /** Of these the ones that left memory before anything was done in them. */
  untouched: Set<string>
}

const registry = () =>
  perProcess<Registry>('sandboxes', () => ({
    byId: new FairShare(),
    byOwner: new Map(),
    loading: new Map(),
    destroyed: new Set(),
    whose: new Map(),
    untouched: new Set(),
  }))

export function known(id: string): OwnedSandbox | null {
  return registry().byId.use(id) ?? null
}

export function knownByOwner(ownerHash: string): OwnedSandbox | null {
  const sandbox = registry().byOwner.get(ownerHash)
  return sandbox ? known(sandbox.id) : null
}

export function knownIds(): string[] {
  return registry().byId.keys()
}

/** undefined: this process has never had it in memory. */
export const whoseIs = (id: string): string | undefined => registry().whose.get(id)

/** As far as this process knows. */
export const isUntouched = (id: string): boolean => registry().untouched.has(id)

/** Returns the one that is in memory already, if there is one: its clock and keys are being used. */
export function keep(sandbox: OwnedSandbox, most = MOST_IN_MEMORY): OwnedSandbox {
  const { byId, byOwner, whose, untouched } = registry()
  const there = byId.get(sandbox.id)
  if (there) return there
  byId.set(sandbox.id, sandbox.whose, sandbox)
  whose.set(sandbox.id, sandbox.whose)
  untouched.delete(sandbox.id)
  byOwner.set(sandbox.ownerHash, sandbox)
  openTimeline(sandbox.id, sandbox.clock, sandbox)
  const surplus = () => byId.surplus(most, ({ acted }) => !acted)
  for (let id = surplus(); id !== null; id = surplus()) drop(id)
  return sandbox
}

/** For a sandbox that has been destroyed. */
export function forget(id: string): void {
  const { loading, destroyed, whose, untouched } = registry()
  if (loading.size > 0) destroyed.add(id)
  drop(id)
  whose.delete(id)
  untouched.delete(id)
}

function drop(id: string): void {
  const { byId, byOwner, untouched } = registry()
  const sandbox = byId.get(id)
  byId.delete(id)
  if (sandbox) byOwner.delete(sandbox.ownerHash)
  if (sandbox && !sandbox.acted) untouched.add(id)
  closeTimeline(id)
}

/** Reads once, however many ask. `key`: an id or an owner hash. */
export function load(key: string, read: () => Promise<OwnedSandbox | null>): Promise<OwnedSandbox | null> {
  const { loading, destroyed } = registry()
  const running = loading.get(key)
  if (running) return running
  const started = read()
    .then((sandbox) => (sandbox && !sandbox.ended && !destroyed.has(sandbox.id) ? keep(sandbox) : null))
    .finally(() => {
      loading.delete(key)
      if (loading.size === 0) destroyed.clear()
    })
  loading.set(key, started)
  return started
}
