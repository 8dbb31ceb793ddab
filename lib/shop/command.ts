/**
 * A command of the shop: what one request asks for. It knows a visit and the shop's business data,
 * and neither cookies nor strategies. It says what should happen; `serve.ts` makes it happen.
 */
import type { ZodType } from 'zod'
import type { ProblemCode } from '@/lib/http/problem'
import type { DeviceRegistry, Want } from '@/lib/strategies/strategy'
import type { AnswerOf, BodyOf, PathValues, SharedOperation } from './operations'
import type { Orders } from './orders'
import type { Visit } from './visit'

export type Command<O extends SharedOperation> = InputOf<BodyOf<O>> & {
  /** What the strategy has to find out first. */
  reads: Want
  /** A guest is answered 401 `sign_in_required`. */
  signedIn?: true
  /** Goes on with a credential that is no longer good: `'if-ambient'` where the client cannot leave it out. */
  tolerates?: { expired?: true | 'if-ambient'; refused?: 'if-ambient' }
  run(context: Context<BodyOf<O>, PathValues<O>>): Outcome<AnswerOf<O>> | Promise<Outcome<AnswerOf<O>>>
}

/** How each field of the body is checked, for just the fields of the operation's row. */
type InputOf<Body> = Body extends undefined
  ? { input?: undefined }
  : { input: { [Name in keyof Body]: ZodType<Body[Name]> } }

export interface Context<Input, Params> {
  visit: Visit
  input: Input
  /** Path parameters, e.g. { sku: "apple" }. */
  params: Params
  shop: Shop
  /** null: this strategy cannot know. */
  devices: DeviceRegistry | null
  /** Ends what is signed in elsewhere, where the strategy can. */
  passwordChanged(): Promise<void>
}

/** The shop's business data, the same in every strategy. */
export interface Shop {
  accounts: Accounts
  orders: Orders
  now(): Date
}

export interface Accounts {
  /** null: no such user or another password; both take the same time. */
  signIn(email: string, password: string): Promise<Visit['customer']>
  /** false: `current` is not the password. */
  changePassword(id: string, current: string, next: string): Promise<boolean>
}

export type Outcome<Answer> =
  | { do: 'answer'; body: Answer }
  | {
      do: 'save' | 'renew'
      next: Visit
      answer: (saved: Visit) => { status?: number; body: Answer }
      undo?: () => Promise<void>
    }
  | { do: 'end' }
  | { do: 'refuse'; code: ProblemCode; errors?: { path: string; code: string }[] }
