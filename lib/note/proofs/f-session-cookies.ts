import type { Proofs } from '../proof'

/** Session-cookie authentication */
export const proofs: Proofs = {
  'S-124': { awaits: 'X06' },
  'S-125': { awaits: 'L05' },
  'S-126': { awaits: null },
  'S-127': { awaits: null },
  'S-128': { awaits: 'X06' },
  'S-129': { awaits: null },
  'S-130': { awaits: 'L06' },
  'S-131': { awaits: 'L06' },
  'S-132': { awaits: null },
  'S-133': { awaits: 'L06' },
  'S-134': { awaits: null },
  'S-135': { awaits: 'X09' },
  'S-136': { awaits: 'X06' },
  'S-137': { awaits: 'X09' },
  'S-138': { awaits: 'X22' },
  'S-139': { awaits: 'X22' },
}
