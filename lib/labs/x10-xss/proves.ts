import type { Proof } from '../lab'

export const proves: readonly Proof[] = [
  { reader: 'page-script', because: ['httpOnly', 'scriptReadable', 'pageMemory', 'localStorage'] },
]
