/** Cookies of a client that is no browser: kept by name and Path (RFC 6265bis section 5.7), and what else a line says is not looked at. */
import { pathMatches } from '../cookies/matching.ts'
import { readSetCookie } from '../cookies/set-cookie.ts'
import { endOf } from '../cookies/storage-model.ts'
import { cookieField } from '../http/field.ts'

export interface JarCookie {
  name: string
  value: string
  path: string
}

export class CookieJar {
  cookies: JarCookie[] = []

  /** The Cookie field value for this path, or null. */
  fieldFor(path: string): string | null {
    const sent = this.cookies.filter((cookie) => pathMatches(path, cookie.path))
    return sent.length > 0 ? cookieField(sent.map(({ name, value }) => [name, value])) : null
  }

  /** @param line a Set-Cookie field value of this shop: it always names a Path */
  store(line: string): void {
    const cookie = readSetCookie(line)
    const { name, value, path, broken } = cookie
    // As a browser does, without a word.
    if (broken || name === '' || path === null || path === 'default') return
    this.cookies = this.cookies.filter((one) => one.name !== name || one.path !== path)
    const { keptUntil } = endOf(cookie, Date.now())
    if (keptUntil === null || keptUntil > Date.now()) this.cookies.push({ name, value, path })
  }

  copy(): CookieJar {
    const other = new CookieJar()
    other.cookies = this.cookies.map((cookie) => ({ ...cookie }))
    return other
  }
}
