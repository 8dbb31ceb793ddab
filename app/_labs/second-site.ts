import { attackerOrigin } from '@/lib/http/host'
import { env } from '@/lib/process/env'

/** Where the attacker's pages are; null: this deployment has no second site. */
export function secondSite(): string | null {
  const { APP_ORIGIN: appOrigin, ATTACKER_ORIGIN, PORT: port } = env
  return attackerOrigin({ appOrigin, attackerOrigin: ATTACKER_ORIGIN, port })
}
