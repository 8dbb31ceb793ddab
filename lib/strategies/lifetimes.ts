/** Lifetimes in seconds: the strong defaults of ASVS 5.0 section 7.3, one place. */
const MINUTE = 60
const HOUR = 60 * MINUTE

/** cookie: absolute end, inside the seal. No idle end: it would turn each read into a write. */
export const VISIT_LIFE = 12 * HOUR
/** session: ends after this long without a request… */
export const SESSION_IDLE_LIFE = 30 * MINUTE
/** …moved at most this often, so that reading stays reading. */
export const SESSION_TOUCH_EVERY = 1 * MINUTE
/** session: and in any case after this. */
export const SESSION_LIFE = 12 * HOUR
/** jwt: short here, so that its end can be watched. Real shops choose 5 to 15 minutes. */
export const ACCESS_TOKEN_LIFE = 60
/** jwt: the absolute end of a refresh family. */
export const REFRESH_LIFE = 12 * HOUR
