/** What became of the sandbox on screen when the server finds none: only what was seen is said. */
import { useLive } from '../state/store'
import type { Phase } from '../state/types'

/** A problem answer `no_sandbox` of the control plane: what came of this browser's key (lib/sandbox/owner/ownership.ts). */
export type NoSandboxBody = { because?: 'absent' | 'unknown' | 'ended' | 'doubled' } | null

/** No key, or one that is not of this sandbox: that says nothing of the sandbox itself. */
export function phaseOf(body: NoSandboxBody): Phase {
  const because = body?.because ?? 'unknown'
  return because === 'ended' ? 'ended' : `key-${because}`
}

/** The shop itself was asked for this very sandbox. Before there was one it means that there is none yet. */
export function noteEnded(): void {
  useLive.setState(({ sandbox }) => (sandbox ? { phase: 'ended' } : {}))
}
