/** What a shop should begin with, where this lane leaves it a choice. */
import type { CookieLaneChoices } from './ports'

export const STRONG = {
  httpOnly: true,
  sameSite: 'Lax',
  lifetime: 'max-age',
  cartFormat: 'ids',
  generation: false,
} as const satisfies CookieLaneChoices
