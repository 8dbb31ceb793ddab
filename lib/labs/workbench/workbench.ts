/**
 * The attacker's workbench: everything that needs no request. On it lie the texts that were stolen, what is public, and keys that are
 * thrown away; the secret keys of the room are not here, and nothing that it accepts signs anybody in.
 */
import type { SandboxKeys } from '@/lib/sandbox/world/keys'
import type { Dials } from '@/lib/strategies/dials'
import { type ForgedToken, forgeries } from './forge'
import { altered, type CredentialForm, formOf, headerOf, readable, spellings } from './forms'
import { type GuessReport, guessed } from './guess'
import { invented } from './invent'
import { type PutIn, phonePutInto } from './put-in'
import { type ForgeryVerdicts, judged, openedByLibrary } from './verifiers'

export interface Workbench {
  formOf(text: string): CredentialForm
  /** What it says to anybody; null: nothing. */
  readable(text: string): Record<string, unknown> | null
  /** Numbers in it changed, e.g. { discount: 90 }; where nothing can be read, one character exchanged. */
  altered(text: string, numbers: Readonly<Record<string, number>>): string
  /** Other texts that a forgiving decoder takes for the same one. */
  spellings(text: string): string[]
  openedByLibrary(like: string): Promise<number | null>
  /** A telephone number put into one of this form, and read back without a key; null: there is no place for it. */
  phonePutInto(like: string): Promise<PutIn | null>
  /** Somebody else's sign-in, made up in the form of this one. */
  invented(like: string): Promise<string[]>
  /** Tokens whose header asks the verifier for a favour. */
  forged(token: string): ForgedToken[]
  judged(): Promise<ForgeryVerdicts>
  guessed(text: string): GuessReport | null
}

export function openWorkbench({ keys, dials }: { keys: SandboxKeys; dials: Dials }): Workbench {
  const { algorithm } = dials.jwt
  const publicKey = algorithm === 'EdDSA' ? keys.signingKeyPairs()[0]!.publicKey : null
  return {
    formOf,
    readable,
    altered,
    spellings,
    openedByLibrary,
    phonePutInto,
    invented,
    forged: (token) => forgeries(headerOf(token), { ...readable(token), discount: 90 }, publicKey),
    judged: () => judged(algorithm),
    guessed,
  }
}
