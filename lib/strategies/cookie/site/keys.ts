/** The keys of the cookie lane: a seal names its own in the open, `Fe26.2*1*…`. A signed visit does not. */
import type { LaneKeys } from '../../site/keys'

export const cookieKeys: LaneKeys = {
  /** A plain visit has no key. */
  namesFrom: ({ cookie }, keys) => (cookie.protection === 'plain' ? [] : Object.keys(keys.sealPasswords())),
  nameIn: (visit) => /^Fe26\.2\*(\w+)\*/.exec(visit)?.[1] ?? null,
  called: (name, { cookie }) => [
    { name: `${cookie.protection === 'signed' ? 'signing' : 'sealing'} key ${name}` },
  ],
  isOfAnotherForm: (form, { cookie }) => form !== cookie.protection,
}
