import { describe, expect, it } from 'vitest'
import {
  attackerPolicy,
  contentSecurityPolicy,
  framedHeaders,
  framePolicy,
  pageHeaders,
} from './page-headers'

const context = {
  nonce: 'bm9uY2U=',
  shopOrigin: 'http://localhost:3000',
  attackerOrigin: 'http://127.0.0.1:3000',
  development: false,
}

describe('the policy of a page', () => {
  it('is this one, whole', () => {
    expect(contentSecurityPolicy(context)).toBe(
      "default-src 'none'; script-src 'nonce-bm9uY2U=' 'strict-dynamic'; style-src 'self' 'nonce-bm9uY2U='; " +
        "img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; " +
        "frame-src 'self' http://127.0.0.1:3000; form-action 'self'; base-uri 'none'; object-src 'none'; " +
        "frame-ancestors 'none'",
    )
  })

  it('allows eval in development only', () => {
    expect(contentSecurityPolicy(context)).not.toContain('unsafe')
    expect(contentSecurityPolicy({ ...context, development: true })).toContain("'unsafe-eval'")
  })

  it('names no attacker where there is none', () => {
    expect(contentSecurityPolicy({ ...context, attackerOrigin: null })).toContain("frame-src 'self';")
  })

  it('lets the other origin of its own site be framed too', () => {
    const frontOrigin = 'http://localhost:41234'
    expect(contentSecurityPolicy({ ...context, frontOrigin })).toContain(
      "frame-src 'self' http://127.0.0.1:3000 http://localhost:41234;",
    )
  })
})

describe('pages that are framed', () => {
  it('on the attacker’s site speak to the one shop, and only it may frame them', () => {
    expect(attackerPolicy(context)).toBe(
      "default-src 'none'; script-src 'nonce-bm9uY2U=' 'strict-dynamic'; style-src 'self' 'nonce-bm9uY2U='; " +
        "img-src 'self' data:; font-src 'self'; connect-src 'self' http://localhost:3000; " +
        "form-action http://localhost:3000; base-uri 'none'; frame-ancestors http://localhost:3000",
    )
  })

  it('in a lab have an origin of their own and load nothing', () => {
    expect(framePolicy(context)).toBe(
      "default-src 'none'; script-src 'nonce-bm9uY2U='; form-action http://localhost:3000; base-uri 'none'; " +
        "frame-ancestors 'self'; sandbox allow-scripts allow-forms",
    )
    expect(framedHeaders(framePolicy(context))).not.toHaveProperty('X-Frame-Options')
  })
})

describe('the fields of a page', () => {
  it('are not stored and not framed', () => {
    expect(pageHeaders(context)).toMatchObject({ 'Cache-Control': 'no-store', 'X-Frame-Options': 'DENY' })
  })
})
