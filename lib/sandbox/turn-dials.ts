/** The dials over HTTP: read, turned, and told to every tab. A refusal names the field and the positions that it has. */
import { z } from 'zod'
import { json, problem } from '../http/problem'
import type { Position } from '../strategies/dials'
import type { OwnerCall } from './control'
import type { OwnedSandbox } from './sandbox'
import { describeDials, SettingsChange } from './settings'
import { publishStored } from './stored'

/** Looked at below: what is wrong with it is said in more words than of other bodies. */
export const AnySettings = z.unknown()

export const answerSettings = ({ dials }: OwnedSandbox) => json({ settings: describeDials(dials) })

export async function turnDials({ sandbox, timeline, body }: OwnerCall<unknown>): Promise<Response> {
  const change = SettingsChange.safeParse(body)
  if (!change.success) return problem('invalid', { errors: change.error.issues.flatMap(errorsOf) })
  await sandbox.turnDials(change.data as SettingsChange)
  timeline.publish({ type: 'settings', settings: sandbox.dials })
  await publishStored(sandbox.id, timeline)
  return answerSettings(sandbox)
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
