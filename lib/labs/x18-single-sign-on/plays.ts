/** The acts of X18, one function each. Each begins with a sign-in of its own: a token lives shorter than the acts before took. */
import { HOSTS } from '../sso/names'
import type { Reply } from '../stage/client'
import { judged, known } from './judge'
import type { SsoOutcome, SsoScene } from './moments'
import { signOut } from './sign-out'
import { mint, newKey, removedKey, strangeKids } from './with-keys'

export const PLAYS: Readonly<Record<string, (scene: SsoScene) => Promise<void>>> = {
  'sign-in': signIn,
  'second-site': secondSite,
  replay,
  'other-tokens': otherTokens,
  mint,
  'new-key': newKey,
  'removed-key': removedKey,
  'strange-kids': strangeKids,
  'sign-out': signOut,
}

const carried = ({ exchange }: Reply): SsoOutcome => {
  const names = (exchange?.request.headers ?? []).map(([name]) => name.toLowerCase())
  return names.includes('cookie') || names.includes('authorization') ? 'sent' : 'not-sent'
}

async function signIn({ stage: { found }, sso }: SsoScene): Promise<void> {
  await sso.shop.signIn()
  const below = await sso.visit(HOSTS.help)
  found('sub-host', carried(below), below)
  const elsewhere = await sso.visit(HOSTS.reviews)
  found('other-site', carried(elsewhere), elsewhere)
}

/** Requests, one after the other, by which is seen whether the site asks somebody about each. */
const REQUESTS = 5

async function secondSite({ stage: { found }, sso }: SsoScene): Promise<void> {
  const { asked, last, requests } = await sso.reviews.signIn()
  found('second-sign-in', asked ? 'password' : 'no-password', last, { requests })
  await known(sso.reviews.me())
  const before = sso.reviews.questions
  let reply: Reply | null = null
  for (let at = 0; at < REQUESTS; at++) reply = await known(sso.reviews.me())
  const questions = sso.reviews.questions - before
  found('questions', questions >= REQUESTS ? 'each-time' : 'none-asked', reply!, { questions })
}

async function replay({ stage: { found }, sso }: SsoScene): Promise<void> {
  await sso.shop.signIn()
  await known(sso.shop.me())
  const reply = await sso.member.replay()
  found('replay', reply.status === 200 ? 'lets-in' : 'refused', reply)
}

async function otherTokens(scene: SsoScene): Promise<void> {
  const { stage, sso } = scene
  const forNobody = await sso.member.forNobody()
  stage.found('no-audience', judged(scene, forNobody), forNobody)
  const ofOther = await sso.member.ofOtherIssuer()
  stage.found('other-issuer', judged(scene, ofOther), ofOther)
}
