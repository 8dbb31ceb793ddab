import type { Proofs } from '../proof'

/** What a JWT is, stores, libraries */
export const proofs: Proofs = {
  'S-140': { awaits: null },
  'S-141': { lab: 'x17-cluster', position: 'shared', moment: 'copies', lane: 'session' },
  'S-142': { lab: 'x18-single-sign-on', position: 'default', moment: 'second-sign-in', lane: 'session' },
  'S-143': {
    scene: [{ do: 'sign-in', user: 'mina' }, { do: 'orders' }],
    lane: 'jwt',
    reading: 'known-by',
    is: 'signature',
    view: 'steps',
  },
  'S-144': { lab: 'x06-tamper', position: 'default', moment: 'read', lane: 'jwt' },
  'S-145': {
    scene: [{ do: 'sign-in', user: 'mina' }, { do: 'orders' }],
    lane: 'jwt',
    reading: 'carrier',
    is: 'authorization',
    view: 'wire',
  },
  'S-146': { awaits: null },
  'S-147': { awaits: null },
  'S-148': { awaits: null },
  'S-149': {
    scene: [{ do: 'sign-in', user: 'mina' }],
    lane: 'jwt',
    reading: 'kept-as-hash',
    is: 'tokenHash',
    view: 'stored',
  },
  'S-150': {
    scene: [{ do: 'sign-in', user: 'mina' }],
    lane: 'jwt',
    reading: 'usable-on-server',
    is: '0',
    view: 'stored',
  },
  'S-151': { lab: 'x16-refresh', position: 'default', moment: 'life-over', lane: 'jwt' },
  'S-152': { lab: 'x17-cluster', position: 'shared', moment: 'next-node', lane: 'session' },
  'S-153': {
    scene: [{ do: 'sign-in', user: 'mina' }],
    lane: 'jwt',
    reading: 'kept-as-hash',
    is: 'tokenHash',
    view: 'stored',
  },
  'S-154': { awaits: null },
}
