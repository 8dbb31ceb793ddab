import { describe, expect, it } from 'vitest'
import { decoyHash, hashPassword, verifyPassword } from './password'
import { createQueue } from './queue'

describe('passwords', () => {
  it('verify against their own hash and no other', async () => {
    const hash = await hashPassword('correct horse')
    expect(hash).toMatch(/^\$scrypt\$ln=14,r=8,p=5\$[\w-]{22}\$[\w-]{43}$/)
    expect(await verifyPassword('correct horse', hash)).toBe(true)
    expect(await verifyPassword('correct Horse', hash)).toBe(false)
    expect(await hashPassword('correct horse')).not.toBe(hash)
  })

  it('are compared as text, not as code points', async () => {
    expect(await verifyPassword('caf\u00e9', await hashPassword('cafe\u0301'))).toBe(true)
  })

  it('of nobody verify nothing, and take as long', async () => {
    expect(decoyHash()).toMatch(/^\$scrypt\$ln=14,r=8,p=5\$[\w-]{22}\$[\w-]{43}$/)
    expect(await verifyPassword('', decoyHash())).toBe(false)
  })

  it.each(['', 'x', '$scrypt$ln=14,r=8,p=5$short$short', '$argon2id$v=19$m=1'])(
    'refuse the hash %j',
    async (hash) => {
      expect(await verifyPassword('', hash)).toBe(false)
    },
  )
})

describe('the queue', () => {
  it('runs two at a time, in order, and goes on after a failure', async () => {
    const queued = createQueue(2)
    let running = 0
    let most = 0
    const order: number[] = []
    const task = (n: number) => async () => {
      most = Math.max(most, ++running)
      await new Promise((resolve) => setImmediate(resolve))
      running--
      order.push(n)
      if (n === 2) throw new Error('second')
    }
    const results = await Promise.allSettled([1, 2, 3, 4, 5].map((n) => queued(task(n))))
    expect(most).toBe(2)
    expect(order).toEqual([1, 2, 3, 4, 5])
    expect(results.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'fulfilled',
      'fulfilled',
    ])
  })
})
