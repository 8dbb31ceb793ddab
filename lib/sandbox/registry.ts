/**
 * The sandboxes in memory: the most recently used ones, each only once, however many requests ask for it at the same
 * time. Shared by all bundles of the process.
 */
import { closeTimeline, openTimeline } from '../trace/timeline'
import { perProcess } from './per-process'
import type { OwnedSandbox } from './sandbox'

/** A class of 300 never gets there. Whoever is left out is read from the database again; what the panel had is gone, as after a restart. */
const MOST_IN_MEMORY = 4000

interface Registry {
  /** Insertion order is order of use: the first one has been idle the longest. */
  byId: Map<string, OwnedSandbox>
  byOwner: Map<string, OwnedSandbox>
  loading: Map<string, Promise<OwnedSandbox | null>>
  /** Destroyed while something was loading: what is being read may be what has just been deleted. */
  destroyed: Set<string>
}

const registry = () =>
  perProcess<Registry>('sandboxes', () => ({
    byId: new Map(),
    byOwner: new Map(),
    loading: new Map(),
    destroyed: new Set(),
  }))

export function known(id: string): OwnedSandbox | null {
  return used(registry().byId.get(id))
}

export function knownByOwner(ownerHash: string): OwnedSandbox | null {
  return used(registry().byOwner.get(ownerHash))
}

export function knownIds(): string[] {
  return [...registry().byId.keys()]
}

/** Returns the one that is in memory already, if there is one: its clock and keys are being used. */
export function keep(sandbox: OwnedSandbox, most = MOST_IN_MEMORY): OwnedSandbox {
  const { byId, byOwner } = registry()
  const there = byId.get(sandbox.id)
  if (there) return there
  byId.set(sandbox.id, sandbox)
  byOwner.set(sandbox.ownerHash, sandbox)
  openTimeline(sandbox.id, sandbox.clock, sandbox)
  for (const id of byId.keys()) {
    if (byId.size <= most) break
    drop(id)
  }
  return sandbox
}

/** For a sandbox that has been destroyed. */
export function forget(id: string): void {
  const { loading, destroyed } = registry()
  if (loading.size > 0) destroyed.add(id)
  drop(id)
}

function drop(id: string): void {
  const { byId, byOwner } = registry()
  const sandbox = byId.get(id)
  byId.delete(id)
  if (sandbox) byOwner.delete(sandbox.ownerHash)
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

function used(sandbox: OwnedSandbox | undefined): OwnedSandbox | null {
  if (!sandbox) return null
  const { byId } = registry()
  byId.delete(sandbox.id)
  byId.set(sandbox.id, sandbox)
  return sandbox
}
