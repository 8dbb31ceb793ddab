/** Seconds, as lifetimes and the times in a credential are counted. */
export const MINUTE = 60
export const HOUR = 60 * MINUTE

/** Since 1970, whole ones: a NumericDate may have fractions (RFC 7519 section 2), ours have none. */
export const seconds = (date: Date) => Math.floor(date.getTime() / 1000)
