/** What a turned dial of the session lane changes about the differences. Measured, each row. */
import { AMBIENT_EFFECTS, cookieEffects, effect, type LaneEffect } from '../../site/effect'
import { MINUTE } from '../../time'
import { SESSION_IDLE_LIFE } from '../lifetime'

export const SESSION_EFFECTS: readonly LaneEffect[] = [
  ...cookieEffects('Strict'),
  ...AMBIENT_EFFECTS,
  effect({ idle: MINUTE }, 'ownEnd', MINUTE),
  effect({ idle: 5 * MINUTE }, 'ownEnd', 5 * MINUTE),
  effect({ idle: 480 * MINUTE }, 'ownEnd', 480 * MINUTE),
  effect({ absolute: 5 * MINUTE }, 'absoluteEnd', 5 * MINUTE),
  effect({ absolute: 5 * MINUTE }, 'ownEnd', 5 * MINUTE),
  effect({ absolute: 60 * MINUTE }, 'absoluteEnd', 60 * MINUTE),
  effect({ sliding: false }, 'absoluteEnd', SESSION_IDLE_LIFE),
  effect({ renewal: false }, 'oldCredentialAfterSignIn', 'accepted'),
  // As any other id: for a guest without a past.
  effect({ unknownIds: 'adopt' }, 'oldCredentialAfterSignIn', 'accepted'),
  effect({ unknownIds: 'adopt' }, 'plantedValueAfterSignIn', 'refused'),
  effect({ unknownIds: 'adopt', renewal: false }, 'plantedValueAfterSignIn', 'accepted'),
  effect({ customer: 'copied' }, 'discountChange', 'next sign-in'),
  effect({ passwordChange: 'keeps-others' }, 'copyAfterPasswordChange', 'accepted'),
  effect({ storedId: 'raw' }, 'databaseCopySignsIn', true),
  effect({ deviceLimit: 1 }, 'secondSignIn', 'first ended'),
  effect({ deviceLimit: 1, whenFull: 'refuse-new' }, 'secondSignIn', 'second refused'),
]
