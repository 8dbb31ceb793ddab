// Visitors over real connections: what a tab holds, and nothing else.
import { Stop } from './say.mjs'

let turn = 0

/** A visitor with a sandbox of his own. */
export async function newOwner(origins) {
  const [origin] = origins
  const made = await ask('POST', `${origin}/api/sandbox`, { headers: { Origin: origin } })
  const headers = { Origin: origin, Cookie: made.setCookie[0]?.split(';')[0] ?? '' }
  const control = async (method, path, body) => {
    const answer = await ask(method, `${origin}/api/sandbox/${path}`, { headers, body })
    if (answer.status !== 200) throw new Stop(`${method} ${path} answered ${answer.status}`)
    return answer.body
  }
  return {
    origins,
    sandbox: made.body.sandbox.id,
    users: made.body.users,
    headers,
    control,
    products: async () => (await ask('GET', `${origin}/api/catalogue`)).body.products.map(({ sku }) => sku),
    families: async () => (await control('GET', 'stored')).jwt.filter((row) => row.table === 'RefreshFamily'),
    turn: (dials) => control('PATCH', 'settings', dials),
  }
}

/** A guest with one thing in the cart: that gives him a credential. */
export async function guest({ origins, sandbox }, lane = 'jwt') {
  const jar = new Jar(origins, `/api/${lane}/${sandbox}/laptop`)
  const { status } = await jar.add('apple')
  if (status !== 200) throw new Stop(`The first add of a guest answered ${status}`)
  return jar
}

/** Somebody who has nothing yet. */
export const newcomer = ({ origins, sandbox }, lane) => new Jar(origins, `/api/${lane}/${sandbox}/laptop`)

/** What one tab holds. A copy is another tab, which does not yet know what this one is told. */
class Jar {
  cookies = {}
  token = null

  constructor(origins, base) {
    this.origins = origins
    this.base = base
  }

  get refresh() {
    return this.cookies['__Secure-refresh']
  }

  copy() {
    const other = new Jar(this.origins, this.base)
    other.cookies = { ...this.cookies }
    other.token = this.token
    return other
  }

  get = (path) => this.send('GET', path)
  post = (path, body = {}) => this.send('POST', path, body)
  signIn = ({ users: [{ email, password }] }) => this.post('sign-in', { email, password })
  add = (sku) => this.post('cart/items', { sku, quantity: 1 })

  async send(method, path, body) {
    const Cookie = Object.entries(this.cookies)
      .map((pair) => pair.join('='))
      .join('; ')
    const headers = { Cookie, ...(this.token && { Authorization: `Bearer ${this.token}` }) }
    // Each request goes to the next server.
    const origin = this.origins[turn++ % this.origins.length]
    const answer = await ask(method, `${origin}${this.base}/${path}`, { headers, body })
    if (answer.status >= 500) return { ...answer, jar: this }
    for (const line of answer.setCookie) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)
      this.cookies[name] = value
    }
    this.token = answer.body?.accessToken ?? this.token
    return { ...answer, jar: this }
  }
}

export async function ask(method, url, { headers = {}, body } = {}) {
  const response = await fetch(url, {
    method,
    headers: { ...headers, ...(body && { 'Content-Type': 'application/json' }) },
    body: body && JSON.stringify(body),
  })
  const text = await response.text()
  return {
    status: response.status,
    retryAfter: response.headers.get('retry-after'),
    setCookie: response.headers.getSetCookie(),
    body: parsed(text),
  }
}

/** null: nothing, or not JSON. */
function parsed(text) {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
