/** How a lane's ports are made of a sandbox: what each lane's wiring gets, and what it gives. */
import type { KeyObject, webcrypto } from 'node:crypto'
import type { PrismaClient } from '@/generated/prisma/client'
import type { ProductDirectory } from '../cookie/ports'
import type { Dials } from '../dials'

/** What there is of one sandbox to make ports of. */
export interface LaneWorld {
  readonly id: string
  readonly dials: Dials
  readonly keys: Keys
  readonly products: ProductDirectory
  /** Opened by who asks: a lane that needs no database opens none. */
  db(): PrismaClient
}

export interface Keys {
  /** iron-session's password map; the highest number seals. */
  sealPasswords(): Record<string, string>
  /** The first signs, all verify. */
  signingKeys(): { kid: string; key: webcrypto.CryptoKey }[]
  signingKeyPairs(): { kid: string; key: KeyObject; publicKey: KeyObject }[]
  /** The newest first. */
  refreshKeys(): Uint8Array[]
}

/** By the name of the port. Each is called when the port is first asked for. */
export type Wires<Ports> = { readonly [Name in keyof Ports]-?: (world: LaneWorld) => Ports[Name] }
