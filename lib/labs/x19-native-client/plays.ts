/** The acts of X19, one function each. The app is the phone; the laptop is the site in a browser, with the same rows behind it. */
import type { AppStorage } from '../native/app-storage'
import type { Reply } from '../stage/client'
import { NativeApp } from './app'
import { keepingOf, type NativeOutcome, type NativeStage } from './moments'

type Play = (stage: NativeStage, storage: AppStorage) => Promise<void>

export const PLAYS: Readonly<Record<string, Play>> = {
  'sign-in': signIn,
  cart,
  later,
  beside,
  restart,
  guest,
  forge,
}

const appOf = ({ phone, position }: NativeStage, storage: AppStorage) =>
  new NativeApp(phone, keepingOf(position), storage)

async function signedIn(stage: NativeStage, storage: AppStorage): Promise<NativeApp> {
  const app = appOf(stage, storage)
  await app.forget()
  await app.keep(await stage.desk.signIn(stage.phone))
  return app
}

const whoIs = ({ json }: Reply): NativeOutcome => (json?.customer ? 'known' : 'stranger')

async function signIn(stage: NativeStage, storage: AppStorage): Promise<void> {
  const app = await signedIn(stage, storage)
  const reply = await app.me()
  stage.found('next', whoIs(reply), reply)
}

const SKUS = ['apple', 'pear', 'cheese']

async function cart(stage: NativeStage, storage: AppStorage): Promise<void> {
  const app = await signedIn(stage, storage)
  for (const sku of SKUS) await app.add(sku)
  const reply = await app.get('cart')
  const lines: number = reply.json?.lines?.length ?? 0
  stage.found('cart', lines === SKUS.length ? 'all-there' : 'starts-over', reply, { lines })
}

/** Seconds: twice as long as an access token lives. */
const A_WHILE = 120

async function later(stage: NativeStage, storage: AppStorage): Promise<void> {
  const app = await signedIn(stage, storage)
  await stage.desk.later(A_WHILE)
  const reply = await app.me()
  stage.found('later', whoIs(reply), reply)
}

/** The site in the browser and the app ask the same address of the same server. */
async function beside(stage: NativeStage, storage: AppStorage): Promise<void> {
  const { laptop, desk, found } = stage
  laptop.forget()
  await desk.signIn(laptop)
  const app = await signedIn(stage, storage)
  const site = await laptop.get('orders')
  const reply = await app.get('orders')
  if (site.status !== 200) throw new Error(`the site was answered ${site.status}`)
  found('beside', reply.status === 200 ? 'both' : 'site-only', reply)
}

async function restart(stage: NativeStage, storage: AppStorage): Promise<void> {
  const app = await signedIn(stage, storage)
  stage.found('at-rest', await app.lies(), 'app-file')
  await app.restart()
  const reply = await app.me()
  stage.found('restarted', whoIs(reply), reply)
}

const ADDS = 5

/** Nobody is signed in: what do five requests of one guest leave on the server? */
async function guest(stage: NativeStage, storage: AppStorage): Promise<void> {
  const app = appOf(stage, storage)
  await app.forget()
  const count = async () => {
    const { sessions, families } = await stage.desk.rows()
    return sessions + families
  }
  const before = await count()
  let reply: Reply | null = null
  for (let at = 0; at < ADDS; at++) reply = await app.add('apple')
  const rows = (await count()) - before
  stage.found('rows-left', rows === 0 ? 'none' : rows === 1 ? 'one' : 'each', reply!, {
    requests: ADDS,
    rows,
  })
}

/** Mina opens a link of another site on the same phone, in its browser, which has a jar of its own. */
async function forge(stage: NativeStage, storage: AppStorage): Promise<void> {
  await signedIn(stage, storage)
  const { phone } = stage
  const kept = { jar: phone.jar.copy(), accessToken: phone.accessToken }
  phone.forget()
  const reply = await phone.send('GET', 'me', undefined, [
    ['Sec-Fetch-Site', 'cross-site'],
    ['Sec-Fetch-Mode', 'navigate'],
    ['Sec-Fetch-Dest', 'document'],
  ])
  Object.assign(phone, kept)
  stage.found('forged', whoIs(reply), reply)
}
