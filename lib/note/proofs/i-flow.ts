import type { Proofs } from '../proof'

/** JWT flow, pros, cons */
export const proofs: Proofs = {
  'S-187': { awaits: null },
  'S-188': { awaits: 'L10' },
  'S-189': { awaits: 'L10' },
  'S-190': { awaits: 'X10' },
  'S-191': { awaits: null },
  'S-192': { awaits: 'L10' },
  'S-193': { awaits: null },
  'S-194': { awaits: 'X22' },
  'S-195': { awaits: 'X17' },
  'S-196': { awaits: 'X16' },
  'S-197': { awaits: 'X22' },
  'S-198': { awaits: 'X22' },
  'S-199': { awaits: 'X06' },
  'S-200': { awaits: 'X18' },
  'S-201': { awaits: 'X19' },
  'S-202': { awaits: 'X22' },
  'S-203': { awaits: 'X13' },
  'S-204': { awaits: 'X14' },
  'S-205': { awaits: 'X06' },
  'S-206': { awaits: 'X09' },
}
