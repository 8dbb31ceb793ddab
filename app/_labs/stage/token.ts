/** jwt: where this page keeps the access token of the room. In a private field no other script can read it. */

import { STORAGE } from '@/lib/site/storage-keys'
import type { Dials } from '@/lib/strategies/dials'

export class TokenPlace {
  #memory: string | null = null
  readonly #key: string

  constructor(
    room: string,
    private readonly carrier: Dials['jwt']['carrier'],
  ) {
    this.#key = STORAGE.labToken + room
  }

  get held(): string | null {
    return this.carrier === 'local-storage' ? localStorage.getItem(this.#key) : this.#memory
  }

  /** Looked for, and not known from the dial: a text that is not in localStorage lies in the field above. */
  get place(): 'localStorage' | 'variable' {
    const stored = this.carrier === 'local-storage' ? localStorage.getItem(this.#key) : null
    return stored === null ? 'variable' : 'localStorage'
  }

  keep(token: string): void {
    if (this.carrier === 'local-storage') localStorage.setItem(this.#key, token)
    else this.#memory = token
  }

  forgetMemory(): void {
    this.#memory = null
  }

  clear(): void {
    this.#memory = null
    if (this.carrier === 'local-storage') localStorage.removeItem(this.#key)
  }
}
