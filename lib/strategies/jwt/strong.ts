/** What a shop should begin with, where this lane leaves it a choice. */
import { ACCESS_TOKEN_LIFE } from './lifetime'
import type { JwtChoices } from './ports'

export const STRONG = {
  httpOnly: true,
  sameSite: 'Strict',
  lifetime: 'max-age',
  carrier: 'memory',
  algorithm: 'HS256',
  accessLife: ACCESS_TOKEN_LIFE,
  tolerance: 0,
  refresh: 'rotating',
  grace: 0,
  sendExpired: false,
  sliding: 'off',
  denylist: false,
  userKeys: false,
  cartIn: 'row',
  oldTokens: 'accepted',
  deviceLimit: 0,
  whenFull: 'end-oldest',
} as const satisfies JwtChoices
