/** What a turned dial of the cookie lane changes about the differences. Measured, each row. */
import type { LaneEffect } from '../../differences'

export const COOKIE_EFFECTS: readonly LaneEffect[] = [
  { turn: { crossSite: 'none' }, difference: 'writeFromElsewhere', becomes: 'accepted' },
  { turn: { sameSite: 'None' }, difference: 'sameSite', becomes: 'None' },
  { turn: { sameSite: 'absent' }, difference: 'sameSite', becomes: 'absent' },
  { turn: { sameSite: 'Strict' }, difference: 'sameSite', becomes: 'Strict' },
  { turn: { lifetime: 'session' }, difference: 'outlivesBrowser', becomes: false },
  { turn: { httpOnly: false }, difference: 'readableByPageScript', becomes: true },
  { turn: { protection: 'signed' }, difference: 'readableByHolder', becomes: true },
  { turn: { protection: 'signed' }, difference: 'alterableByHolder', becomes: false },
  { turn: { protection: 'plain' }, difference: 'readableByHolder', becomes: true },
  { turn: { protection: 'plain' }, difference: 'alterableByHolder', becomes: true },
  { turn: { cartFormat: 'full' }, difference: 'fiftyLines', becomes: 'cart_full' },
  { turn: { sizeCheck: 'none' }, difference: 'wholeCatalogue', becomes: 'acknowledged, then lost' },
  { turn: { generation: true }, difference: 'copyAfterSignOut', becomes: 'refused' },
  { turn: { generation: true }, difference: 'copyAfterForcedSignOut', becomes: 'refused' },
  { turn: { generation: true }, difference: 'copyOneAccessLifeLater', becomes: 'refused' },
  { turn: { generation: true }, difference: 'copyAfterPasswordChange', becomes: 'refused' },
  { turn: { generation: true }, difference: 'costOfMe', becomes: [1, 0] },
  { turn: { generation: true }, difference: 'costOfCartRead', becomes: [1, 0] },
  { turn: { generation: true }, difference: 'costOfCartWrite', becomes: [1, 0] },
]
