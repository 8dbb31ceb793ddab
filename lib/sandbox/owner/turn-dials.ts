/** The dials over HTTP: read, turned, and told to every tab. A refusal names the field and the positions that it has. */
import { z } from 'zod'
import { json, problem } from '@/lib/http/problem'
import type { Position } from '@/lib/strategies/dials'
import type { StrategyName } from '@/lib/strategies/strategy'
import { tellWeakDials } from '../desk/audit'
import { movedDials, noteAct } from '../desk/note-act'
import { watchStores } from '../desk/watch-stores'
import type { OwnedSandbox } from '../world/sandbox'
import { describeDials, SettingsChange } from '../world/settings'
import { readStored } from '../world/stored'
import type { OwnerCall } from './control'

/** Looked at below: what is wrong with it is said in more words than of other bodies. */
export const AnySettings = z.unknown()

export const answerSettings = ({ dials }: OwnedSandbox) => json({ settings: describeDials(dials) })

export async function turnDials({ sandbox, timeline, body }: OwnerCall<unknown>): Promise<Response> {
  const change = SettingsChange.safeParse(body)
  if (!change.success) return problem('invalid', { errors: change.error.issues.flatMap(errorsOf) })
  const changed = await watchStores(sandbox, timeline)
  const [before, began] = [sandbox.dials, new Date()]
  await sandbox.turnDials(change.data as SettingsChange)
  tellWeakDials(sandbox.id, before, sandbox.dials)
  const moved = movedDials(before, sandbox.dials)
  const stored = await readStored(sandbox.id, timeline)
  if (moved.length > 0) {
    const said = { act: 'dials', strategy: laneOf(moved), dials: moved, changed: changed() } as const
    noteAct(sandbox, timeline, said, began)
  }
  timeline.publish({ type: 'settings', settings: sandbox.dials })
  for (const lane of stored) timeline.publish(lane)
  return answerSettings(sandbox)
}

function laneOf(moved: { strategy: StrategyName }[]): StrategyName | null {
  const lanes = new Set(moved.map(({ strategy }) => strategy))
  return lanes.size === 1 ? [...lanes][0]! : null
}

interface FieldError {
  path: string
  code: string
  allowed?: readonly Position[]
}

function errorsOf(issue: z.core.$ZodIssue): FieldError[] {
  const { code } = issue
  const at = (...more: PropertyKey[]) => [...issue.path, ...more].join('.')
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ path: at(key), code }))
  if (issue.code === 'invalid_value') return [{ path: at(), code, allowed: issue.values as Position[] }]
  return [{ path: at(), code }]
}
