import type { Proofs } from '../proof'

/** Cookie: definition, create, delete, scope */
export const proofs: Proofs = {
  'S-015': { awaits: null },
  'S-016': { awaits: 'X03' },
  'S-017': { awaits: 'X03' },
  'S-018': { awaits: 'X03' },
  'S-019': { awaits: 'X06' },
  'S-020': { awaits: null },
  'S-021': { awaits: 'X05' },
  'S-022': { awaits: 'X05' },
  'S-023': { awaits: 'X04' },
  'S-024': { awaits: null },
  'S-025': { awaits: 'X03' },
  'S-026': { awaits: 'X03' },
  'S-027': { awaits: 'L02' },
  'S-028': { awaits: 'X11' },
  'S-029': { awaits: 'X07' },
  'S-030': { awaits: 'X03' },
  'S-031': { awaits: 'X03' },
  'S-032': { awaits: 'X03' },
  'S-033': { awaits: 'X03' },
  'S-034': { awaits: 'X11' },
  'S-035': { awaits: 'X03' },
  'S-036': { awaits: 'X09' },
  'S-037': { awaits: 'X18' },
  'S-038': { awaits: 'X03' },
}
