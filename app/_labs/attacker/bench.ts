/** What cookie attributes do, tried out on this host. */
import { BY_SCRIPT, HTTP_PREFIXED_BY_SCRIPT } from '@/lib/labs/attacker/by-script'
import type { Errand, Report } from '@/lib/labs/attacker/errand'
import { Jar } from './jar-client'

const SHELF = '/attacker/jar/cart'

export async function bench({ ticket }: Errand): Promise<Report> {
  const jar = new Jar(ticket)
  await jar.set('attributes')
  const attributes = await attributesOf(jar)
  const paths = await pathsOf(jar)
  await jar.set('clear-bench')
  return { ...attributes, ...paths, left: (await jar.echo(SHELF)).ours.length }
}

async function attributesOf(jar: Jar): Promise<Report> {
  const inScript = (name: string) => document.cookie.includes(`${name}=`)
  return {
    httpOnlyInScript: inScript('bench-http-only'),
    httpOnlySent: await jar.has('bench-http-only'),
    secureInScript: document.cookie.includes('bench-secure=value'),
    secureSent: await jar.has('bench-secure'),
    noneWithoutSecure: inScript('bench-none'),
    securePrefixBare: inScript('__Secure-bench-bare'),
    hostPrefixWithPath: inScript('__Host-bench-path'),
    byScriptSent: await isKeptFromScript(jar, BY_SCRIPT),
    httpPrefixByScript: await isKeptFromScript(jar, HTTP_PREFIXED_BY_SCRIPT),
    daysOf999: await daysLeft('bench-long'),
  }
}

/** Set by the page itself, without the server. */
async function isKeptFromScript(jar: Jar, line: string): Promise<boolean> {
  // biome-ignore lint/suspicious/noDocumentCookie: this is what is tried out
  document.cookie = line
  return jar.has(line.slice(0, line.indexOf('=')))
}

/** -1: this browser tells no page when a cookie ends. */
async function daysLeft(name: string): Promise<number> {
  const { cookieStore } = window as { cookieStore?: CookieStoreLike }
  const expires = (await cookieStore?.get(name))?.expires
  return expires ? Math.round((expires - Date.now()) / 86_400_000) : -1
}

/** https://cookiestore.spec.whatwg.org: what `expires` says, Chromium tells and not every browser does. */
interface CookieStoreLike {
  get(name: string): Promise<{ expires?: number | null } | null>
}

async function pathsOf(jar: Jar): Promise<Report> {
  await jar.set('shelf')
  const sentAbove = await jar.has('bench-shelf')
  const shelfSent = await jar.has('bench-shelf', SHELF)
  await jar.set('null-there')
  const afterNullValue = await jar.has('bench-shelf', SHELF)
  await jar.set('delete-elsewhere')
  const afterWrongPath = await jar.has('bench-shelf', SHELF)
  await jar.set('delete-there')
  const afterRightPath = await jar.has('bench-shelf', SHELF)
  await jar.set('twice')
  const { ours } = await jar.echo(SHELF)
  const doubled = ours.filter(([name]) => name === 'bench-twice').map(([, value]) => value)
  return { sentAbove, shelfSent, afterNullValue, afterWrongPath, afterRightPath, doubled: doubled.join(' ') }
}
