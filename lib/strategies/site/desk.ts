/** What the support desk can do about the sign-ins of a lane, and what it finds there to do it with. */
import type { PrismaClient } from '@/generated/prisma/client'
import type { Dials } from '../dials'
import type { Device, StrategyName } from '../strategy'
import type { Artifact } from './artifact'
import type { Finding } from './findings'

/** What a forced sign-out did in one lane. */
export interface ForcedSignOut {
  /** false: the shop has no way to reach what the browser holds. */
  reached: boolean
  ended: number
  /** ISO 8601 by the sandbox clock; null: nothing lives on. */
  credentialsAliveUntil: string | null
  /** Code for the sentence that explains it. */
  because: string
}

export interface Desk {
  db(): PrismaClient
  readonly sandboxId: string
  readonly dials: Dials
  /** By the sandbox clock, as is the end of the sandbox: past that there is nobody left to ask. */
  readonly now: Date
  readonly endOfSandbox: Date
  /** Ids of all customers. */
  customers(): string[]
  rotateKeys(lane: 'cookie' | 'jwt', keepPrevious: boolean): Promise<unknown>
  /** What was done shows in what is known of the lanes. */
  learn(finding: Finding): void
  /** What a device was seen to hold. */
  held(strategy: StrategyName, device: Device): Artifact[]
  seen(): KnownExchanges
}

export interface KnownExchanges {
  /** Oldest first, of all lanes. */
  exchanges: readonly SeenExchange[]
  /** No exchange of the sandbox is missing. */
  complete: boolean
}

/** As much of an exchange as tells until when somebody may be let in. */
export interface SeenExchange {
  strategy: StrategyName
  action: string
  response: { status: number } | null
  stored: { before: Artifact[]; after: Artifact[] }
  credential: { email: string | null; expiresAt: string | null }
}

export interface LaneDesk {
  /** Of one customer. */
  signOut(desk: Desk, user: { id: string; email: string }): ForcedSignOut | Promise<ForcedSignOut>
  /** Guests too. */
  everyone(desk: Desk): Promise<ForcedSignOut | 'not_possible'>
  /** null: nothing lists the sign-ins. */
  readonly devices: {
    /** @param id as the device list has it */
    end(desk: Desk, id: string): Promise<ForcedSignOut | 'unknown_device'>
    /** On which device it began, as its row says. */
    beganOn(desk: Desk, id: string): Promise<string | undefined>
  } | null
}

export const nothingLeft = (ended: number, because: string): ForcedSignOut => ({
  reached: true,
  ended,
  credentialsAliveUntil: null,
  because,
})
