import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { beforeEach, describe, expect, it } from 'vitest'
import { makeProof, newKey, ProofChecks, type ProvedRequest } from './proof'

const ASKED: ProvedRequest = { method: 'GET', url: 'http://127.0.0.1/me', token: 'a.b.c' }
let now = new Date('2026-01-01')
beforeEach(() => {
  now = new Date('2026-01-01')
})
const checks = () => new ProofChecks(() => now)
const ahead = (seconds: number) => new Date(now.getTime() + seconds * 1000)

it('is good for its request, once', async () => {
  const key = await newKey()
  const server = checks()
  const proof = await makeProof(key, ASKED, now)
  expect(await server.check(proof, ASKED)).toEqual({ thumbprint: expect.stringMatching(/^[\w-]{43}$/) })
  expect(await server.check(proof, ASKED)).toEqual({ fault: 'seen' })
  const again = await makeProof(key, ASKED, now)
  expect(await server.check(again, ASKED)).toHaveProperty('thumbprint')
})

it('each key has a thumbprint of its own', async () => {
  const server = checks()
  const prints = await Promise.all(
    [await newKey(), await newKey()].map(async (key) =>
      server.check(await makeProof(key, ASKED, now), ASKED),
    ),
  )
  expect(prints[0]).not.toEqual(prints[1])
})

it.each([
  ['another method', { ...ASKED, method: 'POST' }, 'request'],
  ['another address', { ...ASKED, url: 'http://127.0.0.1/cart' }, 'request'],
  ['another token', { ...ASKED, token: 'd.e.f' }, 'token'],
  ['no token', { method: 'GET', url: ASKED.url }, 'token'],
])('made for %s it is refused', async (_, made, fault) => {
  const proof = await makeProof(await newKey(), made, now)
  expect(await checks().check(proof, ASKED)).toEqual({ fault })
})

it.each([
  [-60, true],
  [-61, false],
  [5, true],
  [6, false],
])('made %d seconds from now: taken %s', async (seconds, taken) => {
  const proof = await makeProof(await newKey(), ASKED, ahead(seconds))
  expect('thumbprint' in (await checks().check(proof, ASKED))).toBe(taken)
})

describe('what is no proof', () => {
  const claims = { htm: 'GET', htu: ASKED.url, jti: 'x', iat: Math.floor(now.getTime() / 1000) }

  it.each([undefined, '', 'x', 'a.b.c'])('%j', async (text) => {
    expect(await checks().check(text, ASKED)).toEqual({ fault: text === undefined ? 'none' : 'form' })
  })

  it('another type, a shared secret, a private key in it, a claim that is missing', async () => {
    const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true })
    const jwk = await exportJWK(publicKey)
    const signed = (header: object, payload: object = claims) =>
      new SignJWT({ ...payload })
        .setProtectedHeader({ alg: 'ES256', typ: 'dpop+jwt', jwk, ...header })
        .sign(privateKey)
    const secret = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256', typ: 'dpop+jwt', jwk: { kty: 'oct', k: 'c2VjcmV0' } as object })
      .sign(new TextEncoder().encode('secret'))
    const texts = [
      await signed({ typ: 'JWT' }),
      secret,
      await signed({ jwk: await exportJWK(privateKey) }),
      await signed({}, { ...claims, jti: undefined }),
    ]
    for (const text of texts) expect(await checks().check(text, ASKED)).toEqual({ fault: 'form' })
  })
})
