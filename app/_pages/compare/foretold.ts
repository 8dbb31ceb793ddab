import { expectedOf } from '@/lib/lessons/sheet'

/** Which lanes refuse the next request after a forced sign-out, as the lab says and its test holds: worked out on the server, so that no lab comes with the page. */
export const FORETOLD =
  expectedOf({ lab: 'x13-forced-sign-out', moment: 'next-request', outcome: 'refused' }) ?? 'none'
