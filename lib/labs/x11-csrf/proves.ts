import type { Proof } from '../lab'

export const proves: readonly Proof[] = [
  {
    reader: 'other-site',
    because: ['sameSiteStrict', 'sameSiteLax', 'sameSiteNone', 'sameSiteAbsent', 'sameOrigin'],
  },
]
