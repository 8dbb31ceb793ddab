/** What the acts of X18 find, and what may come of it. */
import type { SsoOptions } from '../sso/options'
import type { Sso } from '../sso/sso'
import type { ServerStage } from '../stage/server-stage'

export const MOMENTS = [
  'other-site',
  'sub-host',
  'second-sign-in',
  'questions',
  'replay',
  'no-audience',
  'other-issuer',
  'mint',
  'new-key',
  'removed-key',
  'strange-kids',
  'out-there',
] as const
export type SsoMoment = (typeof MOMENTS)[number]

export type SsoOutcome =
  | 'not-sent'
  | 'sent'
  | 'no-password'
  | 'password'
  | 'none-asked'
  | 'each-time'
  | 'lets-in'
  | 'refused'
  | 'takes-none'
  | 'known-at-once'
  | 'known-late'
  | 'locked-out'
  | 'at-once'
  | 'in-a-minute'
  | 'minutes-later'
  | 'hours-later'
  | 'never'
  | 'no-fetch'
  | 'one-fetch'
  | 'fetch-each'

export type SsoStage = ServerStage<SsoMoment, SsoOutcome>

export interface SsoScene {
  readonly stage: SsoStage
  readonly sso: Sso
  readonly options: SsoOptions
}
