/** What a turned dial of the session lane changes about the differences. Measured, each row. */
import type { LaneEffect } from '../../differences'
import { MINUTE } from '../../time'
import { SESSION_IDLE_LIFE } from '../lifetime'

export const SESSION_EFFECTS: readonly LaneEffect[] = [
  { turn: { crossSite: 'none' }, difference: 'writeFromElsewhere', becomes: 'accepted' },
  { turn: { sameSite: 'None' }, difference: 'sameSite', becomes: 'None' },
  { turn: { sameSite: 'absent' }, difference: 'sameSite', becomes: 'absent' },
  { turn: { sameSite: 'Strict' }, difference: 'sameSite', becomes: 'Strict' },
  { turn: { lifetime: 'session' }, difference: 'outlivesBrowser', becomes: false },
  { turn: { httpOnly: false }, difference: 'readableByPageScript', becomes: true },
  { turn: { idle: MINUTE }, difference: 'ownEnd', becomes: MINUTE },
  { turn: { idle: 5 * MINUTE }, difference: 'ownEnd', becomes: 5 * MINUTE },
  { turn: { idle: 480 * MINUTE }, difference: 'ownEnd', becomes: 480 * MINUTE },
  { turn: { absolute: 5 * MINUTE }, difference: 'absoluteEnd', becomes: 5 * MINUTE },
  { turn: { absolute: 5 * MINUTE }, difference: 'ownEnd', becomes: 5 * MINUTE },
  { turn: { absolute: 60 * MINUTE }, difference: 'absoluteEnd', becomes: 60 * MINUTE },
  { turn: { sliding: false }, difference: 'absoluteEnd', becomes: SESSION_IDLE_LIFE },
  { turn: { renewal: false }, difference: 'oldCredentialAfterSignIn', becomes: 'accepted' },
  // As any other id: for a guest without a past.
  { turn: { unknownIds: 'adopt' }, difference: 'oldCredentialAfterSignIn', becomes: 'accepted' },
  { turn: { unknownIds: 'adopt' }, difference: 'plantedValueAfterSignIn', becomes: 'refused' },
  {
    turn: { unknownIds: 'adopt', renewal: false },
    difference: 'plantedValueAfterSignIn',
    becomes: 'accepted',
  },
  { turn: { customer: 'copied' }, difference: 'discountChange', becomes: 'next sign-in' },
  { turn: { passwordChange: 'keeps-others' }, difference: 'copyAfterPasswordChange', becomes: 'accepted' },
  { turn: { storedId: 'raw' }, difference: 'databaseCopySignsIn', becomes: true },
  { turn: { deviceLimit: 1 }, difference: 'secondSignIn', becomes: 'first ended' },
  { turn: { deviceLimit: 1, whenFull: 'refuse-new' }, difference: 'secondSignIn', becomes: 'second refused' },
]
