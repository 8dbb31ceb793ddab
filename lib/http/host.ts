/**
 * Which name was the request sent to? A page that answers to any name can be read by whoever makes a
 * name point here (DNS rebinding), so names are listed: the shop, and the other site that plays the attacker.
 */
export type HostRule =
  | { site: 'shop' }
  | { site: 'attacker' }
  /** Right server, wrong name: go to this origin, same path. */
  | { site: 'moved'; origin: string }
  | { site: 'unknown' }

export interface Names {
  appOrigin: string | undefined
  attackerOrigin: string | undefined
  /** Another origin of the shop's own site. */
  frontOrigin?: string | undefined
  port: number
}

const LOOPBACK = ['127.0.0.1', '[::1]']

export function shopOrigin({ appOrigin, port }: Names): string {
  return appOrigin ?? `http://${withPort('localhost', port)}`
}

/** Another site than the shop, or null where there is none. */
export function attackerOrigin({ appOrigin, attackerOrigin, port }: Names): string | null {
  return attackerOrigin ?? (appOrigin ? null : `http://${withPort('127.0.0.1', port)}`)
}

/** Another origin of the same site, where the pages of the other site are served too, or null where there is none. */
export const frontOrigin = ({ frontOrigin }: Names): string | null => frontOrigin ?? null

/** The same by the name that was asked for: where none is set, this machine goes by two. */
export function attackerOriginAt(host: string | null, { attackerOrigin, frontOrigin }: Names): string {
  const asked = host?.toLowerCase() ?? ''
  const named = [attackerOrigin, frontOrigin].find((origin) => origin && isHostOf(asked, origin))
  return named ?? `http://${asked}`
}

export function hostRule(host: string | null, pathname: string, names: Names): HostRule {
  const asked = host?.toLowerCase() ?? ''
  if (isHostOf(asked, shopOrigin(names))) return { site: 'shop' }
  if (!isAttackerName(asked, names)) return { site: 'unknown' }
  return /^\/attacker(\/|$)/.test(pathname)
    ? { site: 'attacker' }
    : { site: 'moved', origin: shopOrigin(names) }
}

function isAttackerName(asked: string, names: Names): boolean {
  const others = [attackerOrigin(names), frontOrigin(names)]
  if (others.some((other) => other !== null && isHostOf(asked, other))) return true
  return !names.appOrigin && LOOPBACK.some((name) => asked === withPort(name, names.port))
}

/** An origin ends with its host. */
const isHostOf = (asked: string, origin: string) => origin.slice(origin.indexOf('://') + 3) === asked

function withPort(name: string, port: number): string {
  return port === 80 ? name : `${name}:${port}`
}
