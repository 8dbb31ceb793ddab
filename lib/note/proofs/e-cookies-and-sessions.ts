import type { Proofs } from '../proof'

/** Cookie versus session, cache */
export const proofs: Proofs = {
  'S-100': { awaits: 'L06' },
  'S-101': { awaits: null },
  'S-102': { awaits: 'X22' },
  'S-103': { awaits: 'X09' },
  'S-104': { awaits: 'X06' },
  'S-105': { awaits: 'X08' },
  'S-106': { awaits: 'X08' },
  'S-107': { awaits: 'X06' },
  'S-108': { awaits: 'X22' },
  'S-109': { awaits: 'X04' },
  'S-110': { awaits: null },
  'S-111': { awaits: 'X07' },
  'S-112': { awaits: 'X08' },
  'S-113': { awaits: 'L16' },
  'S-114': { awaits: 'X20' },
  'S-115': { awaits: 'X20' },
  'S-116': { awaits: 'X20' },
  'S-117': { awaits: 'X20' },
  'S-118': { awaits: 'L15' },
  'S-119': { awaits: 'X20' },
  'S-120': { awaits: 'X20' },
  'S-121': { awaits: 'X20' },
  'S-122': { awaits: 'X20' },
  'S-123': { awaits: 'X20' },
}
