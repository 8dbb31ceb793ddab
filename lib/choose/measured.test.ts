import { expect, it } from 'vitest'
import { evidenceFor } from './measured'

it('counts no position in which another server answers: no dial of the lane brings it', () => {
  const table = evidenceFor([{ asks: { lab: 'x09-theft', moment: 'after-forced' } }])
  const seen = table['x09-theft/after-forced']!.jwt!
  expect(seen.map(({ position }) => position)).toEqual(['default', 'denylist', 'longer-life'])
})
