import { describe, expect, it, test } from 'vitest'
import { createAccessTokens } from '@/lib/strategies/jwt/credential'
import type { Exchange, PortCall } from '@/lib/trace/model/exchange'
import { exchange } from '../testing'
import { JWT_CHECKS, type JwtCheck, jwtChecks, type TickState } from './jwt-checks'

const tokens = createAccessTokens([{ kid: 'k', key: new Uint8Array(32) }], 'box')
const token = await tokens.sign({ sub: 'u', sid: 's', jti: 'j', iat: 1, exp: 61 })

const step = (port: string, operation: string, facts: PortCall['facts'] = {}): PortCall => ({
  port,
  operation,
  facts,
  source: { file: '', symbol: '' },
  startMicros: 0,
  micros: 0,
  reads: 0,
  writes: 0,
  ok: true,
})
const verified = (status: string) => step('accessTokens', 'verify', { status })

function seen(steps: PortCall[], reason: Exchange['credential']['reason'] = null): Exchange {
  const one = exchange(1, { lane: 'jwt' })
  return { ...one, steps, credential: { ...one.credential, reason } }
}

/** Checks by what became of them, in order. */
function ticks(one: Exchange, text = token, oldTokens: 'accepted' | 'refused' = 'accepted') {
  const groups: Partial<Record<TickState, JwtCheck[]>> = {}
  for (const { check, ticked } of jwtChecks(one, text, oldTokens) ?? [])
    groups[ticked] = [...(groups[ticked] ?? []), check]
  return groups
}

describe('the checks of a token', () => {
  test('all passed; two are switched off by default', () => {
    expect(ticks(seen([verified('valid')]))).toEqual({
      passed: JWT_CHECKS.slice(0, 12),
      off: ['password', 'denylist'],
    })
  })

  test('those that a dial switches on', () => {
    const on = seen([verified('valid'), step('denied', 'has')])
    expect(ticks(on, token, 'refused')).toEqual({ passed: [...JWT_CHECKS] })
  })

  it.each([
    ['no_such_user', 'user'],
    ['outdated', 'password'],
    ['denied', 'denylist'],
  ] as const)('%s: %s failed', (reason, check) => {
    const told = ticks(seen([verified('valid'), step('denied', 'has')], reason), token, 'refused')
    expect(told.failed).toEqual([check])
    expect(told['not-reached'] ?? []).toEqual(JWT_CHECKS.slice(JWT_CHECKS.indexOf(check) + 1))
  })

  test('expired: the signature was checked, the customer not looked at', () => {
    const told = ticks(seen([verified('expired')]))
    expect(told.failed).toEqual(['exp'])
    expect(told.passed).toContain('signature')
    expect(told['not-reached']).toEqual(['user', 'password', 'denylist'])
  })

  test('not authentic: the record says one of several', () => {
    const told = ticks(seen([verified('refused')], 'not_authentic'))
    expect(told['one-of']).toEqual(['alg', 'key', 'signature', 'typ', 'required', 'iss', 'aud'])
    expect(told.passed).toEqual(['carrier', 'canonical'])
  })

  test('in another spelling of the same octets, with a part missing, or with claims of another type', () => {
    expect(ticks(seen([verified('refused')], 'malformed'), `${token}=`).failed).toEqual(['canonical'])
    expect(ticks(seen([verified('refused')], 'malformed'), 'a.b').failed).toEqual(['canonical'])
    expect(ticks(seen([verified('refused')], 'malformed')).failed).toEqual(['shape'])
  })

  test('sent twice, or not as the carrier has it: nothing else was looked at', () => {
    expect(ticks(seen([], 'doubled'))).toEqual({ failed: ['carrier'], 'not-reached': JWT_CHECKS.slice(1) })
  })

  test('not looked at: no tick at all', () => expect(jwtChecks(seen([]), token, 'accepted')).toBeNull())
})
