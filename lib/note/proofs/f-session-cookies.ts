import type { Proofs } from '../proof'

/** Session-cookie authentication */
export const proofs: Proofs = {
  'S-124': { lab: 'x06-tamper', position: 'plain', moment: 'changed', lane: 'cookie' },
  'S-125': { awaits: null },
  'S-126': {
    scene: [{ do: 'sign-out' }, { do: 'sign-in', user: 'mina' }],
    lane: 'session',
    reading: 'passwords-stored',
    is: '0',
    view: 'stored',
  },
  'S-127': {
    scene: [{ do: 'sign-out' }, { do: 'sign-in', user: 'mina' }],
    lane: 'session',
    reading: 'cookie-form',
    is: 'random',
    view: 'stored',
  },
  'S-128': { lab: 'x06-tamper', position: 'default', moment: 'read', lane: 'session' },
  'S-129': {
    scene: [{ do: 'sign-out' }, { do: 'sign-in', user: 'mina' }],
    lane: 'session',
    reading: 'cookie-attributes',
    is: 'path+max-age+httponly+secure+samesite',
    view: 'wire',
  },
  'S-130': { lab: 'x12-fixation', position: 'default', moment: 'own-value', lane: 'session' },
  'S-131': {
    scene: [{ do: 'sign-out' }, { do: 'sign-in', user: 'mina' }],
    lane: 'session',
    reading: 'cookies',
    is: '1',
    view: 'stored',
  },
  'S-132': {
    scene: [{ do: 'sign-in', user: 'mina' }, { do: 'read' }],
    lane: 'session',
    reading: 'carrier',
    is: 'cookie',
    view: 'wire',
  },
  'S-133': { lab: 'x15-password-and-role', position: 'default', moment: 'role-next', lane: 'session' },
  'S-134': {
    scene: [{ do: 'sign-in', user: 'mina' }, { do: 'orders' }],
    lane: 'session',
    reading: 'signed-in-as',
    is: 'mina',
    view: 'steps',
  },
  'S-135': { lab: 'x09-theft', position: 'default', moment: 'after-sign-out', lane: 'session' },
  'S-136': { lab: 'x06-tamper', position: 'default', moment: 'read', lane: 'session' },
  'S-137': { lab: 'x09-theft', position: 'default', moment: 'at-once', lane: 'session' },
  'S-138': {
    scene: [{ do: 'sign-in', user: 'mina' }, { do: 'orders' }],
    lane: 'session',
    reading: 'reads',
    is: '1',
    view: 'steps',
  },
  'S-139': {
    scene: [{ do: 'sign-in', user: 'mina' }, { do: 'orders' }],
    lane: null,
    reading: 'lanes-reading-store',
    is: 'session',
    view: 'steps',
  },
}
