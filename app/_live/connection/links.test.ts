import { describe, expect, test } from 'vitest'
import { linkTo, placeOf } from './links'

describe('links', () => {
  test('at first sight the link is bare', () => {
    expect(linkTo(null, { device: 'laptop', view: 'evidence', cursor: null })).toBe('/')
    expect(linkTo('jwt', { device: 'laptop', view: 'evidence', cursor: null })).toBe('/jwt')
  })

  test('what a link says is what it leads to', () => {
    const place = { device: 'phone', view: 'stored', cursor: 3 } as const
    const link = linkTo('session', place)
    expect(link).toBe('/session?device=phone&view=stored&step=4')
    expect(placeOf(new URL(link, 'http://localhost').searchParams)).toMatchObject(place)
  })

  test.each(['device=attacker', 'view=', 'step=0', 'step=-1', 'step=x', 'step=1.5', 'lane=none', ''])(
    '%s is as at first sight',
    (query) => {
      const first = { device: 'laptop', view: 'evidence', lane: 'cookie', cursor: null }
      expect(placeOf(new URLSearchParams(query))).toEqual(first)
    },
  )
})
