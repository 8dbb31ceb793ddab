import type { Proofs } from '../proof'

/** Scaling */
export const proofs: Proofs = {
  'S-262': { awaits: null },
  'S-263': { lab: 'x22-load', position: 'default', moment: 'who-reads', lane: 'session' },
  'S-264': { awaits: 'X17' },
  'S-265': { awaits: 'X17' },
  'S-266': { awaits: 'X17' },
  'S-267': { awaits: 'X17' },
  'S-268': { awaits: 'X17' },
  'S-269': { awaits: 'X17' },
  'S-270': { awaits: 'X17' },
  'S-271': { awaits: 'X17' },
  'S-272': { awaits: 'X17' },
  'S-273': { lab: 'x16-refresh', position: 'default', moment: 'life-over', lane: 'jwt' },
  'S-274': { awaits: null },
}
