/** Cookies of a client that is no browser: kept by name and Path (RFC 6265bis section 5.7), and nothing else is looked at. */
import { MAX_COOKIE } from '../strategies/strategy'

export interface KeptCookie {
  name: string
  value: string
  path: string
}

export class CookieJar {
  cookies: KeptCookie[] = []

  /** The Cookie field value for this path, or null. */
  fieldFor(path: string): string | null {
    const sent = this.cookies.filter((cookie) => path === cookie.path || path.startsWith(`${cookie.path}/`))
    return sent.length > 0 ? sent.map(({ name, value }) => `${name}=${value}`).join('; ') : null
  }

  /** @param line a Set-Cookie field value of this shop: its Path comes first */
  store(line: string): void {
    const [, name = '', value = '', path = ''] = /^([^=]+)=([^;]*); Path=([^;]+)/.exec(line) ?? []
    // As a browser does, without a word (RFC 6265bis section 5.6 step 5).
    if (name === '' || name.length + value.length > MAX_COOKIE) return
    this.cookies = this.cookies.filter((cookie) => cookie.name !== name || cookie.path !== path)
    if (!line.includes('; Max-Age=0;')) this.cookies.push({ name, value, path })
  }

  copy(): CookieJar {
    const other = new CookieJar()
    other.cookies = this.cookies.map((cookie) => ({ ...cookie }))
    return other
  }
}
