import type { Myth } from '../lab'

/** What everybody has heard of JWT, put to the one act that tells the lanes apart. */
export const BELIEFS_OF_JWT = [
  {
    id: 'jwt-is-better',
    verdict: 'depends',
    rows: ['S-307'],
    position: 'default',
    lanes: ['session', 'jwt'],
    moments: ['next-request', 'minute-later'],
  },
  {
    id: 'jwt-scales',
    verdict: 'partly',
    rows: ['S-255'],
    position: 'denylist',
    lanes: ['jwt'],
    moments: ['next-request'],
  },
] as const satisfies readonly Myth[]
