import { describe, expect, it } from 'vitest'
import { decoyHash, hashPassword, verifyPassword } from './password'

const turn = { whose: 'address', sandbox: 'sandbox' }

describe('passwords', () => {
  it('verify against their own hash and no other', async () => {
    const hash = await hashPassword('correct horse', turn)
    expect(hash).toMatch(/^\$scrypt\$ln=14,r=8,p=5\$[\w-]{22}\$[\w-]{43}$/)
    expect(await verifyPassword('correct horse', hash, turn)).toBe(true)
    expect(await verifyPassword('correct Horse', hash, turn)).toBe(false)
    expect(await hashPassword('correct horse', turn)).not.toBe(hash)
  })

  it('are compared as text, not as code points', async () => {
    expect(await verifyPassword('caf\u00e9', await hashPassword('cafe\u0301', turn), turn)).toBe(true)
  })

  it('of nobody verify nothing, and take as long', async () => {
    expect(decoyHash()).toMatch(/^\$scrypt\$ln=14,r=8,p=5\$[\w-]{22}\$[\w-]{43}$/)
    expect(await verifyPassword('', decoyHash(), turn)).toBe(false)
  })

  it.each(['', 'x', '$scrypt$ln=14,r=8,p=5$short$short', '$argon2id$v=19$m=1'])(
    'refuse the hash %j',
    async (hash) => {
      expect(await verifyPassword('', hash, turn)).toBe(false)
    },
  )
})
