/** What a turned dial of the cookie lane changes about the differences. Measured, each row. */
import { AMBIENT_EFFECTS, cookieEffects, effect, type LaneEffect } from '../../site/effect'

export const COOKIE_EFFECTS: readonly LaneEffect[] = [
  ...cookieEffects('Strict'),
  ...AMBIENT_EFFECTS,
  effect({ protection: 'signed' }, 'readableByHolder', true),
  effect({ protection: 'signed' }, 'alterableByHolder', false),
  effect({ protection: 'plain' }, 'readableByHolder', true),
  effect({ protection: 'plain' }, 'alterableByHolder', true),
  effect({ cartFormat: 'full' }, 'fiftyLines', 'cart_full'),
  effect({ sizeCheck: 'none' }, 'wholeCatalogue', 'acknowledged, then lost'),
  effect({ generation: true }, 'copyAfterSignOut', 'refused'),
  effect({ generation: true }, 'copyAfterForcedSignOut', 'refused'),
  effect({ generation: true }, 'copyOneAccessLifeLater', 'refused'),
  effect({ generation: true }, 'copyAfterPasswordChange', 'refused'),
  effect({ generation: true }, 'costOfMe', [1, 0]),
  effect({ generation: true }, 'costOfCartRead', [1, 0]),
  effect({ generation: true }, 'costOfCartWrite', [1, 0]),
]
