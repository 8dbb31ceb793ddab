/** "Do not show this again today": until midnight in Korea, in a cookie that anybody may read and write. */
import { readSetCookie } from '@/lib/cookies/set-cookie'
import { POPUP_COOKIE, type Remember } from '../remember/remember'
import type { LabClient, Reply } from '../stage/client'
import type { RememberOutcome, RememberStage } from './moments'

/** Seconds: fractions of one, and this machine's own time, lie between what is said and what is sent. */
const MARGIN = 2

export async function popup(stage: RememberStage, remember: Remember): Promise<void> {
  const { laptop, phone, attacker, desk, found } = stage
  for (const client of [laptop, phone, attacker]) client.forget()
  const closed = await remember.popup(laptop, 'not today')
  const until = Date.parse(closed.json.until)
  const seconds = Math.floor((until - Date.parse(closed.exchange!.sandboxAt)) / 1000)
  await desk.laterThan(closed, seconds - MARGIN)
  const today = await remember.popup(laptop)
  found('popup-today', shownIn(today), today, { seconds, expires: new Date(until).toUTCString() })

  await desk.laterThan(closed, seconds + MARGIN)
  dropPast(laptop, closed, until + MARGIN * 1000)
  const tomorrow = await remember.popup(laptop)
  found('popup-tomorrow', shownIn(tomorrow), tomorrow)

  // By hand, on the phone. What has somebody else of it?
  phone.hold(POPUP_COOKIE, '1')
  const edited = await remember.popup(phone)
  const others = await remember.popup(attacker)
  const isOwn = shownIn(edited) === 'hidden' && shownIn(others) === 'shown'
  found('popup-edited', isOwn ? 'own-popup' : shownIn(others), edited)
}

const shownIn = ({ json }: Reply): RememberOutcome => (json.shown ? 'shown' : 'hidden')

/** As a browser does at the end that the line named (RFC 6265bis section 5.7): by the room's clock, which its own does not follow. */
function dropPast({ jar }: LabClient, { setCookie }: Reply, now: number): void {
  const { name, expires } = readSetCookie(setCookie[0]!)
  if (expires !== null && expires <= now) jar.cookies = jar.cookies.filter((cookie) => cookie.name !== name)
}
