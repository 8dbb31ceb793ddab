import type { Proofs } from '../proof'

/** What a JWT is, stores, libraries */
export const proofs: Proofs = {
  'S-140': { awaits: 'L06' },
  'S-141': { awaits: 'X17' },
  'S-142': { awaits: 'X18' },
  'S-143': { awaits: null },
  'S-144': { awaits: 'X06' },
  'S-145': { awaits: null },
  'S-146': { awaits: 'L09' },
  'S-147': { awaits: 'X06' },
  'S-148': { awaits: 'L09' },
  'S-149': { awaits: null },
  'S-150': { awaits: 'L10' },
  'S-151': { awaits: 'X16' },
  'S-152': { awaits: 'X17' },
  'S-153': { awaits: 'X16' },
  'S-154': { awaits: null },
}
