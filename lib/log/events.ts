/**
 * Everything that is worth a line (OWASP ASVS 5.0 section 16.3, OWASP Logging Cheat Sheet). A closed list of closed shapes: no field
 * takes a text that came with a request, so that neither a credential nor a line break can get in.
 */

import type { RefusalReason, StrategyName } from '@/lib/strategies/strategy'
import type { Unfit } from '@/prisma/examine'

export type LogLevel = 'debug' | 'info' | 'warn' | 'error'

/** `sandbox`, `user`, `address`: as ids.ts makes them. */
interface Where {
  sandbox?: string
  strategy?: StrategyName
  device?: string
  address?: string
}

interface Events {
  sign_in: Where & { ok: boolean }
  sign_out: Where
  password_changed: Where & { ok: boolean }
  credential_refused: Where & { reason: RefusalReason | 'unknown' }
  /** A refresh token came twice: somebody else may have it. */
  reuse_alarm: Where
  cross_site: Where
  /** `suppressed`: lines like this one that were left out before it. */
  rate_limited: Where & { suppressed: number }
  /** Somebody was told to come again later, since too many are in line for a password hash or a lab. */
  line_full: Where & { suppressed: number }
  /** A client was hung up on that did not read what it had asked for. */
  slow_reader: Where & { suppressed: number }
  sandbox_full: Where
  /** Asked for what another cell has: whoever stands in front does not know where it belongs. */
  other_cell: Where & { suppressed: number }
  forced_sign_out: Where & { ended: number; reached: boolean }
  sandbox_created: Where
  sandbox_ended: Where & { because: 'owner' | 'expired' | 'surplus' }
  keys_rotated: Where & { generation: number; keepPrevious: boolean }
  /** A protection was taken away, in one sandbox. */
  weak_dial: Where & { dial: string; position: string | number | boolean }
  rows_purged: Where
  database_unavailable: { reason: string; suppressed: number }
  /** Left as it is until its owner does something. `names`: of migrations, or of what is missing in it. */
  database_unfit: { because: Unfit; names: string[] }
  server_started: { migrations: number; database: boolean }
  /** It ended at once: another process is on the same data, or a kept secret is none. */
  start_refused: { because: 'held' | 'secrets' }
  /** Another process is on the same data, and both were told that they may. */
  data_shared: object
  /** The database was not there when the server started, and is now. */
  database_prepared: { migrations: number }
  /** The disk was read-only when the server started and takes writes now: it ends with 75, to be started again. */
  restart_wanted: object
  server_ending: object
  /** Nobody reads the figures: their port is taken. */
  metrics_failed: object
  /** No new sandboxes from now on. */
  drain_begun: object
  drain_over: object
  sweep_failed: { reason: string }
  trace_failed: { reason: string; at: string }
  /** A run of a lab broke down; `name`, `at` as of a bug. */
  lab_failed: { lab: string; name: string; at: string }
  /** An exception that nobody expected: a bug. `at`: the innermost place in our own code. */
  bug: { name: string; at: string; route: string }
  /** Something that is not ours printed a line. `name`, `at` as of a bug; its words are not kept. */
  printed: { printer: string; name: string; at: string; suppressed: number }
}

export type EventName = keyof Events
export type EventOf<Name extends EventName> = Events[Name]

export const LEVELS: Record<EventName, LogLevel> = {
  sign_in: 'info',
  sign_out: 'info',
  password_changed: 'info',
  credential_refused: 'info',
  reuse_alarm: 'warn',
  cross_site: 'warn',
  rate_limited: 'warn',
  line_full: 'warn',
  slow_reader: 'warn',
  sandbox_full: 'warn',
  other_cell: 'warn',
  metrics_failed: 'error',
  drain_begun: 'warn',
  drain_over: 'warn',
  forced_sign_out: 'info',
  sandbox_created: 'info',
  sandbox_ended: 'info',
  keys_rotated: 'info',
  weak_dial: 'info',
  rows_purged: 'info',
  database_unavailable: 'error',
  database_unfit: 'error',
  server_started: 'info',
  start_refused: 'error',
  data_shared: 'warn',
  database_prepared: 'warn',
  restart_wanted: 'error',
  server_ending: 'info',
  sweep_failed: 'error',
  trace_failed: 'error',
  lab_failed: 'error',
  bug: 'error',
  printed: 'warn',
}
