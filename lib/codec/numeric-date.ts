/** NumericDate: seconds since 1970, whole or not (RFC 7519 section 2). Pure; texts of JSON numbers in and out, so that no digit is lost. */

export type NumericDate =
  | { kind: 'date'; seconds: number }
  /** As seconds it lies after the year 5000, as milliseconds between 1973 and 5138: somebody has counted the wrong unit. */
  | { kind: 'milliseconds' }
  /** Before the year 1 or after 9999, or not even finite as a number. */
  | { kind: 'none' }

/** 3 March 5138. */
const EVIDENTLY_NO_SECONDS = 1e11
/** 1 January of the year 1. */
const FIRST = -62_135_596_800

export function numericDate(text: string): NumericDate {
  const seconds = Number(text)
  if (seconds >= EVIDENTLY_NO_SECONDS)
    return { kind: seconds < EVIDENTLY_NO_SECONDS * 1000 ? 'milliseconds' : 'none' }
  return seconds >= FIRST ? { kind: 'date', seconds } : { kind: 'none' }
}

const NUMBER = /^(-?)([0-9]+)(?:\.([0-9]+))?(?:[eE]([+-]?[0-9]+))?$/
/** Powers of ten. A text with more zeros than these would be no time. */
const MOST_ZEROS = 400

/** The exact sum, as a number without an exponent; null: there are too many zeros in it. */
export function plusSeconds(text: string, more: number): string | null {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = NUMBER.exec(text) ?? []
  const zeros = Number(exponent) - fraction.length
  if (whole === '' || Math.abs(zeros) > MOST_ZEROS) return null
  const places = Math.max(0, -zeros)
  const scaled = BigInt(`${sign}${whole}${fraction}`) * 10n ** BigInt(Math.max(0, zeros))
  return decimal(scaled + BigInt(more) * 10n ** BigInt(places), places)
}

function decimal(scaled: bigint, places: number): string {
  const digits = String(scaled < 0n ? -scaled : scaled).padStart(places + 1, '0')
  const cut = digits.length - places
  const text = places === 0 ? digits : `${digits.slice(0, cut)}.${digits.slice(cut)}`
  return scaled < 0n ? `-${text}` : text
}
