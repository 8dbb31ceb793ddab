import { describe, expect, it } from 'vitest'
import { aCookie } from '@/lib/testing/exchanges'
import { exposureOf, READERS, REASONS } from '@/lib/trace/model/exposure'
import { LABS } from './index'
import { PROOFS, proofOf } from './proofs'

const PLAIN = { tls: false, at: '2026-11-23T04:00:00.000Z' }

describe('the proofs', () => {
  it('name readers and reasons that there are', () => {
    expect(PROOFS.length).toBeGreaterThan(0)
    for (const { reader, because } of PROOFS) {
      expect(READERS).toContain(reader)
      for (const reason of because) expect(REASONS).toContain(reason)
    }
  })

  it('name labs by their slugs', () => {
    const slugs = LABS.map(({ slug }) => slug)
    for (const { lab } of PROOFS) expect(slugs).toContain(lab)
  })

  it('are one a cell', () => {
    const cells = PROOFS.flatMap(({ reader, because }) => because.map((reason) => `${reader} ${reason}`))
    expect(cells.filter((cell, index) => cells.indexOf(cell) !== index)).toEqual([])
  })

  it('are found by what a cell says', () => {
    const { cells } = exposureOf(aCookie({}), PLAIN)
    expect(proofOf('page-script', cells['page-script'])).toBe('x10-xss')
    expect(proofOf('next-person', cells['next-person'])).toBe('x09-theft')
    expect(proofOf('database-copy', cells['database-copy'])).toBeNull()
    const ended = exposureOf(aCookie({ ended: true }), PLAIN).cells['next-person']
    expect(proofOf('next-person', ended)).toBe('x13-forced-sign-out')
  })
})
