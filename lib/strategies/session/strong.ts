/** What a shop should begin with, where this lane leaves it a choice. */
import { SESSION_IDLE_LIFE, SESSION_LIFE } from './lifetime'
import type { SessionChoices } from './ports'

export const STRONG = {
  httpOnly: true,
  sameSite: 'Lax',
  lifetime: 'max-age',
  idle: SESSION_IDLE_LIFE,
  absolute: SESSION_LIFE,
  sliding: true,
  deviceLimit: 0,
  whenFull: 'end-oldest',
} as const satisfies SessionChoices
