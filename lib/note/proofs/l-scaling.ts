import type { Proofs } from '../proof'

/** Scaling */
export const proofs: Proofs = {
  'S-262': { awaits: null },
  'S-263': { lab: 'x22-load', position: 'default', moment: 'who-reads', lane: 'session' },
  'S-264': { lab: 'x17-cluster', position: 'default', moment: 'next-node', lane: 'session' },
  'S-265': { lab: 'x17-cluster', position: 'sticky', moment: 'next-node', lane: 'session' },
  'S-266': { lab: 'x17-cluster', position: 'default', moment: 'next-node', lane: 'session' },
  'S-267': { lab: 'x17-cluster', position: 'default', moment: 'next-node', lane: 'cookie' },
  'S-268': { lab: 'x17-cluster', position: 'copies', moment: 'copies', lane: 'session' },
  'S-269': { lab: 'x17-cluster', position: 'sticky', moment: 'node-killed', lane: 'session' },
  'S-270': { lab: 'x17-cluster', position: 'copies', moment: 'node-killed', lane: 'session' },
  'S-271': { lab: 'x17-cluster', position: 'copies', moment: 'copies', lane: 'session' },
  'S-272': { lab: 'x17-cluster', position: 'server', moment: 'store-killed', lane: 'session' },
  'S-273': { lab: 'x16-refresh', position: 'default', moment: 'life-over', lane: 'jwt' },
  'S-274': { awaits: null },
}
