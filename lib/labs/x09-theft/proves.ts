import type { Proof } from '../lab'

export const proves: readonly Proof[] = [{ reader: 'next-person', because: ['holder'] }]
