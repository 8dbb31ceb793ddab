/** By what an act from outside of the lanes is known. Pure. */
import type { OwnerAct } from '@/lib/trace/model/owner-act'
import type { DeskAct } from './desk-act'

/** Opened like an exchange: a forced sign-out, a turned clock, a turned dial, another act of the desk. */
export type OutsideEvent = DeskAct | OwnerAct

/** A forced sign-out is known by its time. */
export const idOfEvent = (event: OutsideEvent): string => ('id' in event ? event.id : event.at)
