import type { Device } from '@/lib/strategies/strategy'

/** The two devices a visitor can hold. The third, `attacker`, is played by the server. */
export const VISITOR_DEVICES = ['laptop', 'phone'] as const satisfies readonly Device[]
export type VisitorDevice = (typeof VISITOR_DEVICES)[number]
