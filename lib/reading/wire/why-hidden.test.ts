import { expect, it } from 'vitest'
import { aCookie } from '@/lib/testing/exchanges'
import type { Artifact } from '@/lib/trace/model/artifact'
import { type WhyHidden, whyHidden } from './why-hidden'

const open = { ...aCookie({}).attributes!, httpOnly: false }

it.each<[WhyHidden | null, Partial<Artifact>]>([
  ['httpOnly', {}],
  ['path', { attributes: open }],
  [null, { attributes: { ...open, path: '/' } }],
  ['memory', { place: 'memory', attributes: null }],
  ['localStorage', { place: 'localStorage', attributes: null }],
  ['attacker', { device: 'attacker', place: 'memory', attributes: null }],
  ['server', { side: 'server', place: 'row' }],
])('%s: %o', (why, differing) => expect(whyHidden(aCookie(differing), '/session')).toBe(why))
