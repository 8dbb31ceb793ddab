import type { Proofs } from '../proof'

/** HTTP */
export const proofs: Proofs = {
  'S-001': {
    scene: [{ do: 'sign-out' }, { do: 'read' }],
    lane: 'cookie',
    reading: 'status',
    is: '200',
    view: 'wire',
  },
  'S-002': {
    scene: [{ do: 'read' }, { do: 'read' }],
    lane: 'cookie',
    reading: 'connection-reused',
    is: 'yes',
    view: 'wire',
  },
  'S-003': { lab: 'x02-amnesia', position: 'default', moment: 'without', lane: 'session' },
  'S-004': { lab: 'x01-connections', position: 'close', moment: 'connections', lane: 'session' },
  'S-005': { lab: 'x02-amnesia', position: 'default', moment: 'without', lane: 'cookie' },
  'S-006': { lab: 'x02-amnesia', position: 'default', moment: 'without', lane: 'jwt' },
  'S-007': { lab: 'x02-amnesia', position: 'default', moment: 'with', lane: 'session' },
  'S-008': {
    scene: [{ do: 'sign-out' }, { do: 'add', sku: 'apple', quantity: 1 }, { do: 'read' }],
    lane: 'session',
    reading: 'cart-lines',
    is: '1',
    view: 'evidence',
  },
  'S-009': { lab: 'x01-connections', position: 'http-1-0-kept', moment: 'said', lane: 'cookie' },
  // HTTP/3 is not shown here.
  'S-010': { lab: 'x01-connections', position: 'no-tcp', moment: 'connections', lane: 'cookie' },
  'S-011': { lab: 'x02-amnesia', position: 'default', moment: 'without', lane: 'cookie' },
  'S-012': { lab: 'x02-amnesia', position: 'default', moment: 'without', lane: 'session' },
  'S-013': { lab: 'x02-amnesia', position: 'default', moment: 'sign-in-needed', lane: 'session' },
  'S-014': { lab: 'x02-amnesia', position: 'default', moment: 'with', lane: 'session' },
}
