/** What the watched ports of all lanes give away about what lies where. */
import type { CookieFinding } from '../cookie/site/findings'
import type { JwtFinding } from '../jwt/site/findings'
import type { SessionFinding } from '../session/site/findings'

/** `known`: it was so already, a read found it. Everything else changed something. */
export type Finding = CookieFinding | SessionFinding | JwtFinding
