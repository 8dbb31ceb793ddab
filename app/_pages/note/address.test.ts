/** The address of a proof is read by the pages that it leads to as it was meant. */
import { expect, it } from 'vitest'
import { placeOf } from '@/app/_live/connection/links'
import { turnsIn } from '@/app/_live/dials/dial-links'
import { ROWS } from '@/lib/note'
import { addressOf } from '@/lib/note/address'
import { isProved } from '@/lib/note/proof'
import { askedIn } from '@/lib/scenario/acts'
import { parseScenario } from '@/lib/scenario/parse'

const proofs = ROWS.map(({ proof }) => proof).filter(isProved)

it('a scene: lane, view, dials and acts', () => {
  for (const proof of proofs) {
    if (!('scene' in proof)) continue
    const { pathname, searchParams, hash } = new URL(addressOf(proof), 'http://localhost')
    expect(pathname).toBe(`/${proof.lane ?? ''}`)
    expect(placeOf(searchParams).view).toBe(proof.view)
    expect(parseScenario(askedIn(hash)!)).toEqual({ ok: true, acts: proof.scene })
    const turned = Object.entries(proof.dials ?? {}).flatMap(([strategy, dials]) =>
      Object.entries(dials).map(([name, value]) => ({ strategy, name, value })),
    )
    expect(turnsIn(searchParams)).toEqual(turned)
  }
})

it('a cell: its lab, its position and its place in the table', () => {
  expect(addressOf({ lab: 'x09-theft', position: 'default', moment: 'at-once', lane: 'jwt' })).toBe(
    '/labs/x09-theft#jwt.at-once',
  )
  expect(addressOf({ lab: 'x06-tamper', position: 'plain', moment: 'read', lane: 'cookie' })).toBe(
    '/labs/x06-tamper?position=plain#cookie.read',
  )
  expect(addressOf({ lesson: 'l08-forced-sign-out', step: 'force' })).toBe(
    '/learn/l08-forced-sign-out?step=force',
  )
})
