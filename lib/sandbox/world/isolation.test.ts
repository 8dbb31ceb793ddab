import { beforeAll, describe, expect, it } from 'vitest'
import { allSandboxes, db } from '@/lib/db/client'
import { createSeals } from '@/lib/strategies/cookie/credential'
import { createAccessTokens } from '@/lib/strategies/jwt/credential'
import { createSandbox, destroySandbox, findOwnedSandbox, findSandbox, type OwnedSandbox } from './sandbox'

const MANY = 12

describe('many sandboxes', () => {
  const all: { sandbox: OwnedSandbox; ownerToken: string }[] = []
  beforeAll(async () => {
    for (let i = 0; i < MANY; i++) all.push(await createSandbox())
  }, 60_000)

  const pairs = () =>
    all.flatMap((one) => all.filter((other) => other !== one).map((other) => [one, other] as const))

  it('have ids of 11 and owner tokens of 43 base64url characters, all different', () => {
    for (const { sandbox, ownerToken } of all) {
      expect(sandbox.id).toMatch(/^[\w-]{11}$/)
      expect(ownerToken).toMatch(/^[\w-]{43}$/)
    }
    expect(new Set(all.flatMap(({ sandbox, ownerToken }) => [sandbox.id, ownerToken])).size).toBe(2 * MANY)
  })

  it('are found by their own owner token only, and only its hash is stored', async () => {
    for (const { sandbox, ownerToken } of all) {
      expect((await findOwnedSandbox(ownerToken))?.id).toBe(sandbox.id)
      const row = await db().sandbox.findFirstOrThrow({ where: { id: sandbox.id } })
      expect(JSON.stringify(row)).not.toContain(ownerToken)
    }
  })

  it("do not open each other's seals", async () => {
    for (const [one, other] of pairs()) {
      const seal = await createSeals(one.sandbox.keys.sealPasswords()).seal({
        customer: null,
        cart: {},
        exp: 2e9,
      })
      expect(await createSeals(other.sandbox.keys.sealPasswords()).unseal(seal)).toBeNull()
    }
  })

  it("do not verify each other's tokens, even for the same audience", async () => {
    const claims = { sub: 'mina', sid: 's', jti: 'j', iat: 1, exp: 2e9 }
    for (const [one, other] of pairs()) {
      const token = await createAccessTokens(one.sandbox.keys.signingKeys(), 'same').sign(claims)
      const verified = await createAccessTokens(other.sandbox.keys.signingKeys(), 'same').verify(
        token,
        new Date(),
      )
      expect(verified).toEqual({ status: 'refused', reason: 'not_authentic' })
    }
  })

  it('have different passwords for the same demo users', () => {
    const passwords = all.flatMap(({ sandbox }) =>
      ['mina', 'sam'].map((id) => sandbox.keys.firstPassword(id)),
    )
    expect(new Set(passwords).size).toBe(2 * MANY)
  })

  it('end one at a time', async () => {
    const [first, second] = all as [(typeof all)[0], (typeof all)[0]]
    await destroySandbox(first.sandbox.id)
    expect(await findSandbox(first.sandbox.id)).toBeNull()
    expect(await findOwnedSandbox(first.ownerToken)).toBeNull()
    expect((await findSandbox(second.sandbox.id))?.users.all()).toHaveLength(2)
    expect(await allSandboxes().user.count()).toBe(2 * (MANY - 1))
  })
})
