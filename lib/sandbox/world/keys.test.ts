import { sign, verify, webcrypto } from 'node:crypto'
import { describe, expect, it, vi } from 'vitest'
import { env } from '@/lib/process/env'
import { DerivedKeys, firstKeyState, readKeyState } from './keys'

const OLD = 'old-master-secret-of-at-least-32-characters'
const NEW = 'new-master-secret-of-at-least-32-characters'

function withMasters<T>(masters: string[], run: () => T): T {
  const passwords = vi.spyOn(env, 'SESSION_PASSWORDS', 'get').mockReturnValue(masters)
  const keys = vi.spyOn(env, 'JWT_KEYS', 'get').mockReturnValue(masters)
  try {
    return run()
  } finally {
    passwords.mockRestore()
    keys.mockRestore()
  }
}

/** No key can be taken out: what it makes of one text tells it from another. */
const macs = (keys: DerivedKeys) =>
  Promise.all(
    keys.signingKeys().map(async ({ key }) => {
      const mac = await webcrypto.subtle.sign('HMAC', key, Buffer.from('text'))
      return Buffer.from(mac).toString('hex')
    }),
  )

describe('derived keys', () => {
  it('are the same each time, and long enough for iron-session', async () => {
    const [one, two] = [new DerivedKeys('a', firstKeyState()), new DerivedKeys('a', firstKeyState())]
    expect(one.sealPasswords()).toEqual(two.sealPasswords())
    expect(await macs(one)).toEqual(await macs(two))
    await expect(webcrypto.subtle.exportKey('raw', one.signingKeys()[0]!.key)).rejects.toThrow()
    expect(one.sealPasswords()['1']).toHaveLength(43)
  })

  it('differ by sandbox, lane and generation', async () => {
    const one = new DerivedKeys('a', firstKeyState())
    const two = new DerivedKeys('b', firstKeyState())
    const later = new DerivedKeys('a', one.rotated('jwt', false))
    const sealing = Buffer.from(one.sealPasswords()['1'] as string, 'base64url').toString('hex')
    expect(new Set([...(await macs(one)), ...(await macs(two)), ...(await macs(later)), sealing]).size).toBe(
      4,
    )
  })
})

describe('key pairs and refresh keys', () => {
  const text = Buffer.from('text')
  const signed = (keys: DerivedKeys) => sign(null, text, keys.signingKeyPairs()[0]!.key)

  it('are the same each time, of Ed25519, and the public half cannot sign', () => {
    const [one, two] = [new DerivedKeys('a', firstKeyState()), new DerivedKeys('a', firstKeyState())]
    const [{ kid, key, publicKey } = never()] = two.signingKeyPairs()
    expect({ kid, type: key.asymmetricKeyType, half: publicKey.type }).toEqual({
      kid: '1e',
      type: 'ed25519',
      half: 'public',
    })
    expect(verify(null, text, publicKey, signed(one))).toBe(true)
    expect(() => sign(null, text, publicKey)).toThrow()
    expect(one.refreshKeys()).toEqual(two.refreshKeys())
  })

  it('differ by sandbox, generation and purpose', async () => {
    const one = new DerivedKeys('a', firstKeyState())
    const two = new DerivedKeys('b', firstKeyState())
    const later = new DerivedKeys('a', one.rotated('jwt', false))
    for (const other of [two, later])
      expect(verify(null, text, one.signingKeyPairs()[0]!.publicKey, signed(other))).toBe(false)
    const refresh = [one, two, later].map((keys) => Buffer.from(keys.refreshKeys()[0]!).toString('hex'))
    expect(
      new Set([...refresh, ...(await macs(one)), ...(await macs(two)), ...(await macs(later))]).size,
    ).toBe(6)
  })

  it('rotate with the signing keys', () => {
    const keys = new DerivedKeys('a', firstKeyState())
    const before = keys.refreshKeys()[0]
    keys.state = keys.rotated('jwt', true)
    expect(keys.signingKeyPairs().map(({ kid }) => kid)).toEqual(['2e', '1e'])
    expect(keys.refreshKeys()[1]).toEqual(before)
    keys.state = keys.rotated('jwt', false)
    expect(keys.signingKeyPairs().map(({ kid }) => kid)).toEqual(['3e'])
    expect(keys.refreshKeys()).toHaveLength(1)
  })
})

function never(): never {
  throw new Error('no key')
}

describe('rotation', () => {
  it('keeps the previous generation: the new one seals and signs', () => {
    const keys = new DerivedKeys('a', firstKeyState())
    keys.state = keys.rotated('cookie', true)
    keys.state = keys.rotated('jwt', true)
    expect(Object.keys(keys.sealPasswords())).toEqual(['1', '2'])
    expect(keys.signingKeys().map(({ kid }) => kid)).toEqual(['2', '1'])
  })

  it('drops the previous generation', () => {
    const keys = new DerivedKeys('a', firstKeyState())
    keys.state = keys.rotated('jwt', false)
    expect(keys.signingKeys().map(({ kid }) => kid)).toEqual(['2'])
    expect(Object.keys(keys.sealPasswords())).toEqual(['1'])
  })

  it('stays bounded', () => {
    const keys = new DerivedKeys('a', firstKeyState())
    for (let i = 0; i < 10; i++) keys.state = keys.rotated('jwt', true)
    expect(keys.signingKeys().map(({ kid }) => kid)).toEqual(['11', '10', '9', '8'])
  })
})

describe('a new master secret in front', () => {
  const column = withMasters([OLD], () => JSON.stringify(firstKeyState()))
  const before = withMasters([OLD], () => macs(new DerivedKeys('a', readKeyState(column))))

  it('is one more generation, and what the old one signed still verifies', async () => {
    const now = withMasters([NEW, OLD], () => {
      const keys = new DerivedKeys('a', readKeyState(column))
      expect(keys.signingKeys().map(({ kid }) => kid)).toEqual(['2', '1'])
      expect(keys.firstPassword('mina')).not.toBeNull()
      return macs(keys)
    })
    expect((await now)[1]).toBe((await before)[0])
  })

  it('alone: nothing of the old one is left', async () => {
    const now = withMasters([NEW], () => {
      const keys = new DerivedKeys('a', readKeyState(column))
      expect(keys.signingKeys().map(({ kid }) => kid)).toEqual(['2'])
      expect(keys.firstPassword('mina')).toBeNull()
      return macs(keys)
    })
    expect(await now).not.toContain((await before)[0])
  })

  it('read again from what was stored changes nothing more', () => {
    withMasters([NEW, OLD], () => {
      const stored = JSON.stringify(readKeyState(column))
      expect(JSON.stringify(readKeyState(stored))).toBe(stored)
    })
  })
})
