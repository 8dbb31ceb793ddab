/** The site's own API, called in process: the route file is found by its path, as the framework does. */
import { answerOf, type Transport } from '@/lib/client/transport'
import type { Handler } from '@/lib/http/methods'

export const ORIGIN = 'http://localhost:3000'

const files = import.meta.glob<Record<string, Handler>>('/app/api/**/route.ts')

const routes = Object.entries(files).map(([file, load]) => {
  const path = file.slice('/app'.length, -'/route.ts'.length)
  const names = [...path.matchAll(/\[(\w+)\]/g)].map(([, name]) => name!)
  const literal = path.replace(/\[\.{3}\w+\]/, '.+').replace(/\[\w+\]/g, '([^/]+)')
  return { path, pattern: new RegExp(`^${literal}$`), names, load }
})
// The more is fixed, the sooner it is tried; what takes the rest comes last, as in the framework.
const rank = ({ path, names }: (typeof routes)[number]) => (path.includes('[...') ? 99 : names.length)
routes.sort((a, b) => rank(a) - rank(b))

/** Patterns of all API routes, e.g. "/api/jwt/[sandbox]/[device]/cart". */
export const routePaths = routes.map(({ path }) => path)

export async function callApi(path: string, init: RequestInit = {}): Promise<Response> {
  const { pathname } = new URL(path, ORIGIN)
  for (const { pattern, names, load } of routes) {
    const match = pattern.exec(pathname)
    if (!match) continue
    const params = Object.fromEntries(
      names.map((name, index) => [name, decodeURIComponent(match[index + 1]!)]),
    )
    const handlers = await load()
    const request = new Request(new URL(path, ORIGIN), init)
    return handlers[init.method ?? 'GET']!(request, { params: Promise.resolve(params) })
  }
  throw new Error(`no route for ${pathname}`)
}

/** For a ShopClient. */
export const inProcess: Transport = async ({ path, headers, ...init }) => {
  const fields = new Headers(headers)
  if (!fields.has('Host')) fields.set('Host', new URL(ORIGIN).host)
  return answerOf(await callApi(path, { ...init, headers: fields }))
}
