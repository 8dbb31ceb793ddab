import type { Proofs } from '../proof'

/** HTTP */
export const proofs: Proofs = {
  'S-001': { awaits: 'X01' },
  'S-002': { awaits: 'X01' },
  'S-003': { awaits: 'X02' },
  'S-004': { awaits: 'X01' },
  'S-005': { awaits: 'X02' },
  'S-006': { awaits: 'X01' },
  'S-007': { awaits: null },
  'S-008': { awaits: null },
  'S-009': { awaits: 'X01' },
  'S-010': { awaits: 'L01' },
  'S-011': { awaits: 'X01' },
  'S-012': { awaits: 'X01' },
  'S-013': { awaits: 'X02' },
  'S-014': { awaits: null },
}
