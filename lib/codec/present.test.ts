/** What a text does when it is sent in the place of a credential: the server's answer, and why, as the panel has it. */
import { describe, expect, it } from 'vitest'
import { setSelf } from '@/lib/client/self'
import { serveApi } from '@/lib/testing/http-api'
import { freshSandbox } from '@/lib/testing/sandbox'
import { timelineOf } from '@/lib/trace/publish/timeline'
import { startWireTap } from '@/lib/trace/record/wiretap'

startWireTap()
const api = await serveApi()
setSelf(api.origin)

type Lane = 'cookie' | 'session' | 'jwt'

/** Mina is signed in, and this is what her browser would send. */
async function signedIn(strategy: Lane) {
  const world = await freshSandbox()
  const client = world.client(strategy)
  await world.signIn(client)
  const credential = client.credential!
  const send = (text: unknown, operation = 'me') =>
    world.desk('POST', 'bench', { strategy, credential: text, operation })
  return { ...world, credential, send }
}

const changed = (text: string, at: number) =>
  text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1)

describe.each(['cookie', 'session', 'jwt'] as const)('%s', (strategy) => {
  it('the very text lets in, as the attacker', async () => {
    const { send, credential } = await signedIn(strategy)
    const { status, body } = await send(credential)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      status: 200,
      exchange: { device: 'attacker', strategy, action: 'me', credential: { status: 'valid' } },
    })
    expect(JSON.parse(body.body).customer.email).toBe('mina@shop.example')
    expect(JSON.stringify(body)).not.toContain(credential)
    expect((await send(credential, 'cart')).body.exchange.action).toBe('cart.read')
  })

  it('another text does not, and the exchange says why', async () => {
    const { send, credential } = await signedIn(strategy)
    const { body } = await send(changed(credential, Math.floor(credential.length / 2)))
    expect(body.status).toBe(401)
    expect(body.exchange.problem).toBe('credential_refused')
    expect(body.exchange.credential.reason).toBe(
      { cookie: 'not_authentic', session: 'unknown', jwt: 'not_authentic' }[strategy],
    )
  })

  it.each(['', ' a', 'a\r\nX-Other: 1', 'a\u0000', 'é', 'a'.repeat(4097), 7, null])(
    '%j is not sent',
    async (text) => {
      const { send, sandbox } = await signedIn(strategy)
      const before = timelineOf(sandbox.id)!.latest
      expect((await send(text)).status).toBe(422)
      expect(timelineOf(sandbox.id)!.latest).toBe(before)
    },
  )
})

describe('the bench', () => {
  it('asks for nothing but who and what is in the cart', async () => {
    const { desk } = await signedIn('session')
    for (const operation of ['checkout', '../../x/me', 'orders', 'cart/items'])
      expect((await desk('POST', 'bench', { strategy: 'session', credential: 'a', operation })).status).toBe(
        422,
      )
  })

  it('sends an access token in the cookie, where the dial says so', async () => {
    const { send, desk } = await signedIn('jwt')
    await desk('PATCH', 'settings', { jwt: { carrier: 'cookie' } })
    const { body } = await send('aaa.bbb.ccc')
    const names = body.exchange.request.headers.map(([name]: [string]) => name)
    expect(names).toContain('Cookie')
    expect(names).not.toContain('Authorization')
  })

  it('two texts in one cookie field are two cookies', async () => {
    const { send, credential } = await signedIn('session')
    const { body } = await send(`${credential}; __Secure-session=${credential}`)
    expect(body.exchange.credential).toMatchObject({ status: 'refused', reason: 'doubled' })
  })
})
