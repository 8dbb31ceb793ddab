/**
 * Lifetimes in seconds, one place. ASVS 5.0, 7.3.1 and 7.3.2, ask for an idle and an absolute end and leave the figures to whoever decides.
 * The OWASP Session Management Cheat Sheet names 15 to 30 minutes idle, and 4 to 8 hours in all for a day at the office; the 12 hours here
 * are our own choice.
 */
const MINUTE = 60
const HOUR = 60 * MINUTE

/** cookie: absolute end, inside the seal. No idle end: it would turn each read into a write. */
export const VISIT_LIFE = 12 * HOUR
/** session: ends after this long without a request… */
export const SESSION_IDLE_LIFE = 30 * MINUTE
/** …moved at most this often, so that reading stays reading: the end may come that much sooner after the last request. */
export const SESSION_TOUCH_EVERY = 1 * MINUTE
/** Well within a short idle life, too. */
export const touchEvery = (idle: number) => Math.min(SESSION_TOUCH_EVERY, idle / 4)
/** session: and in any case after this. */
export const SESSION_LIFE = 12 * HOUR
/** jwt: short here, so that its end can be watched. RFC 6750 section 5.3 asks for an hour or less. */
export const ACCESS_TOKEN_LIFE = 60
/** jwt: the absolute end of a refresh family. */
export const REFRESH_LIFE = 12 * HOUR
