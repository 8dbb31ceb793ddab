/** What the owner does from outside of the lanes is on the timeline; what could not be done is not. */
import { describe, expect, it } from 'vitest'
import { freshSandbox } from '@/lib/testing/sandbox'

async function worldWithActs() {
  const world = await freshSandbox()
  const acts = async () => (await world.desk('GET', 'exchanges')).body.acts
  const act = (body: object) => world.desk('POST', 'acts', body)
  return { ...world, acts, act }
}

describe('acts of the owner', () => {
  it('are told in order, with what they concern', async () => {
    const { acts, act, desk } = await worldWithActs()
    await act({ act: 'rotate-keys', strategy: 'jwt', keepPrevious: true })
    await act({ act: 'set-discount', email: 'mina@shop.example', discount: 25 })
    await act({ act: 'force-sign-out-everyone', strategy: 'session' })
    await desk('PATCH', 'settings', { session: { idle: 60 }, jwt: { accessLife: 10 } })
    await desk('POST', 'clock', { advanceSeconds: 900 })
    expect(await acts()).toMatchObject([
      { act: 'rotate-keys', strategy: 'jwt', keepPrevious: true },
      { act: 'set-discount', strategy: null, email: 'mina@shop.example', discount: 25 },
      { act: 'force-sign-out-everyone', strategy: 'session' },
      {
        act: 'dials',
        strategy: null,
        dials: [
          { strategy: 'session', name: 'idle', value: 60 },
          { strategy: 'jwt', name: 'accessLife', value: 10 },
        ],
      },
      { act: 'clock', offsetSeconds: 900 },
    ])
    const [first, second] = await acts()
    expect(first.id).toMatch(/-act-1$/)
    expect(second.id).toMatch(/-act-2$/)
    expect(first.at <= second.at).toBe(true)
  })

  it('name the device whose sign-in was ended', async () => {
    const { acts, act, client, signIn, desk } = await worldWithActs()
    for (const strategy of ['session', 'jwt'] as const) {
      await signIn(client(strategy, 'phone'))
      const [row] = (await desk('GET', 'stored')).body[strategy]
      await act({ act: 'force-sign-out-device', strategy, id: row.handle ?? row.id })
    }
    expect(await acts()).toMatchObject([
      { act: 'force-sign-out-device', strategy: 'session', device: 'phone' },
      { act: 'force-sign-out-device', strategy: 'jwt', device: 'phone' },
    ])
  })

  it('that were refused, or moved nothing, leave no trace', async () => {
    const { acts, act, desk } = await worldWithActs()
    await act({ act: 'rotate-keys', strategy: 'session', keepPrevious: false })
    await act({ act: 'promote', email: 'nobody@shop.example' })
    await act({ act: 'force-sign-out-device', strategy: 'jwt', id: 'none' })
    await desk('PATCH', 'settings', { session: { idle: 1800 } })
    await desk('POST', 'clock', { advanceSeconds: -1 })
    expect(await acts()).toEqual([])
  })
})
