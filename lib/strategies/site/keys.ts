/** The server's keys of a lane by name. A key itself never enters the trace. */
import type { Dials } from '../dials'
import type { Form } from './artifact'

/** Of a sandbox's keys only the generations are read. */
export interface KeyNames {
  /** Another object whenever there are other keys. */
  readonly state: object
  sealPasswords(): Record<string, string>
  signingKeys(): { kid: string }[]
  signingKeyPairs(): { kid: string }[]
}

export interface LaneKey {
  name: string
  /** It verifies, and cannot sign. */
  public?: true
}

export interface LaneKeys {
  /** Those that are good now. */
  namesFrom(dials: Dials, keys: KeyNames): string[]
  /** Which one a credential was made with, as far as it says so. */
  nameIn(credential: string): string | null
  /** What lies on the server under that name. */
  called(name: string, dials: Dials): LaneKey[]
  /** Is a credential of this form none that the dials take? */
  isOfAnotherForm(form: Form, dials: Dials): boolean
}
