/** A credential has one spelling, also behind the framework: over a bare socket, octet by octet. The whole table is in lib/strategies/spelling.test.ts. */
import { expect, test } from '@playwright/test'
import { type RawRequest, sendRaw } from '@/lib/testing/raw-http'

const { PORT = '3000' } = process.env
const shop = `http://localhost:${PORT}`
const json = ['Content-Type', 'application/json'] as const

/** No-break space as one octet and as UTF-8, zero width space, soft hyphen, next line, quotes. */
const ODD = ['\xa0', '\xc2\xa0', '\xe2\x80\x8b', '\xad', '\x85', '"']

async function visitor() {
  const made = await sendRaw(shop, {
    method: 'POST',
    target: '/api/sandbox',
    fields: [json, ['Origin', shop]],
    body: '{}',
  })
  const [{ email, password }] = made.body.users
  const signIn = async (lane: string) => {
    const base = `/api/${lane}/${made.body.sandbox.id}/laptop`
    const body = JSON.stringify({ email, password })
    const answer = await sendRaw(shop, { method: 'POST', target: `${base}/sign-in`, fields: [json], body })
    return { base, pair: answer.setCookie[0]!.split(';')[0]!, token: answer.body.accessToken }
  }
  return { owner: made.setCookie[0]!.split(';')[0]!, signIn }
}

type Ask = (text: string) => RawRequest
const inCookie =
  (target: string, method = 'GET'): Ask =>
  (text) => ({ method, target, fields: [['Cookie', text]] })

async function places(): Promise<[name: string, text: string, ask: Ask][]> {
  const { owner, signIn } = await visitor()
  const [cookie, session, jwt] = [await signIn('cookie'), await signIn('session'), await signIn('jwt')]
  const me = `${jwt.base}/me`
  return [
    ['cookie', cookie.pair, inCookie(`${cookie.base}/me`)],
    ['session', session.pair, inCookie(`${session.base}/me`)],
    ['Bearer', `Bearer ${jwt.token}`, (text) => ({ target: me, fields: [['Authorization', text]] })],
    ['refresh', jwt.pair, inCookie(`${jwt.base}/refresh`, 'POST')],
    ['owner', owner, inCookie('/api/sandbox')],
  ]
}

test('nothing is taken off a credential on its way to where it is read', async () => {
  for (const [name, text, ask] of await places()) {
    const value = text.search(/[= ]/) + 1
    for (const sign of ODD)
      for (const at of [0, value, text.length]) {
        const { status, body } = await sendRaw(shop, ask(text.slice(0, at) + sign + text.slice(at)))
        const isTaken = status === 200 && body.customer !== null
        expect({ name, sign, at, isTaken }).toEqual({ name, sign, at, isTaken: false })
      }
    const plain = await sendRaw(shop, ask(`\t ${text} \t`))
    expect({ name, status: plain.status, isGuest: plain.body.customer === null }).toEqual({
      name,
      status: 200,
      isGuest: false,
    })
  }
})
