/** What of a lane follows from the rest of it: a held value means what its row means. */
import { hash } from 'node:crypto'
import type { Artifact } from '../model/artifact'

/** By id, the row that was seen last at the end. */
export type LaneArtifacts = Map<string, Artifact>

export const isRow = ({ place }: Artifact) => place === 'row'

/** The old one when nothing differs: then two snapshots hold the same object. */
export function same(old: Artifact | undefined, next: Artifact): Artifact | null {
  if (old === next) return next
  return old && isAlike(old, next) ? old : null
}

/** As their JSON would be, without writing it: a field that is undefined is none. */
function isAlike(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const [old, next] = [a as Record<string, unknown>, b as Record<string, unknown>]
  for (const name in old) if (!isAlike(old[name], next[name])) return false
  for (const name in next) if (next[name] !== undefined && old[name] === undefined) return false
  return true
}

/** A random value means what its row means: found by its hash, or where the row has it raw by itself, as the server does it. */
export function relink(lane: LaneArtifacts) {
  const rows = [...lane.values()].filter(isRow)
  for (const held of lane.values()) {
    if (held.side !== 'browser' || held.form !== 'random' || held.value === null) continue
    const stored = { hashed: sha256(held.value), random: held.value }
    const row = rows.find(({ contents }) =>
      contents.some(({ form, value }) => (form === 'hashed' || form === 'random') && value === stored[form]),
    )
    const linked = row ? linkedTo(held, row) : unlinked(held)
    if (!same(held, linked)) lane.set(held.id, linked)
  }
}

const sha256 = (value: string) => hash('sha256', value, 'base64url')

const linkedTo = (held: Artifact, row: Artifact): Artifact => ({
  ...held,
  backedBy: row.id,
  ended: row.ended ?? false,
  expiresAt: row.expiresAt,
})

/** It had a row, and has none now. Without ever having had one, nothing is known of it. */
function unlinked({ backedBy, ...held }: Artifact): Artifact {
  return backedBy ? { ...held, ended: true, expiresAt: null } : held
}
