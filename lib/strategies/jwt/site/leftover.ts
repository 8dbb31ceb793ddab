import type { Leftover } from '../../site/leftover'
import { inCookie } from '../carrier'
import { ACCESS_COOKIE, takeBackAccess } from '../cookies'

/** The dial `carrier` was on "cookie": the cookie proves nothing any more, and would come along for as long as the browser keeps it. */
export const jwtLeftover: Leftover = {
  isThere: (ports) => !inCookie(ports) && ports.cookies.read(ACCESS_COOKIE).length > 0,
  takeBack: takeBackAccess,
}
