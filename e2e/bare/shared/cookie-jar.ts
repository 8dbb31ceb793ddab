/** The cookies of a request, as the framework has them. */
import 'server-only'
import { cookies, headers } from 'next/headers'
import type { CookieJar, SameSite } from '@/lib/strategies/strategy'

/**
 * Writing throws while a page is rendered, for its head has gone out by then: only a Server Action or a Route Handler can set a cookie.
 * Where pages are rendered, only `open` and `touch` are called, and they write none.
 */
export async function cookieJar(): Promise<CookieJar> {
  const store = await cookies()
  const sent = ((await headers()).get('cookie') ?? '').split(/; */)
  // One that was written by this very answer is in the store and not in the field.
  const times = (name: string) => Math.max(1, sent.filter((pair) => pair.startsWith(`${name}=`)).length)
  return {
    // `cookies()` keeps one of two cookies of a name. The core refuses them, if it hears that there are two.
    read: (name) => store.getAll(name).flatMap(({ value }) => Array<string>(times(name)).fill(value)),
    write: ({ name, value, path, maxAge, httpOnly, sameSite }) => {
      store.set(name, value, {
        path: path || '/',
        maxAge: maxAge ?? undefined,
        httpOnly,
        sameSite: ATTRIBUTE[sameSite],
        secure: true,
      })
    },
  }
}

const ATTRIBUTE = { Strict: 'strict', Lax: 'lax', None: 'none', absent: undefined } as const satisfies Record<
  SameSite,
  string | undefined
>
