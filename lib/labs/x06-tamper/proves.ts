import type { Proof } from '../lab'

export const proves: readonly Proof[] = [{ reader: 'device-holder', because: ['sealed', 'onDevice'] }]
