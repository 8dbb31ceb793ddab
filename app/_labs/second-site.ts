import { attackerOrigin } from '@/lib/http/host'
import { names } from '@/lib/process/env'

/** Where the attacker's pages are; null: this deployment has no second site. */
export const secondSite = (): string | null => attackerOrigin(names())
