import type { Myth } from '../lab'

export const NATIVE_MYTHS = [
  {
    id: 'apps-have-no-cookies',
    verdict: 'false',
    rows: ['S-242', 'S-260', 'S-299'],
    position: 'on-disk',
    lanes: ['cookie', 'session'],
    moments: ['next', 'restarted'],
  },
] as const satisfies readonly Myth[]
