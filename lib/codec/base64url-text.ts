/** Octets and text as base64url without padding and back (RFC 4648 section 5), in a browser as on the server. */

export function encodeText(text: string): string {
  return encodeOctets(new TextEncoder().encode(text))
}

function encodeOctets(octets: Uint8Array): string {
  const binary = Array.from(octets, (octet) => String.fromCharCode(octet)).join('')
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** null: not base64url. */
export function octetsIn(base64url: string): Uint8Array | null {
  if (!/^[\w-]*$/.test(base64url) || base64url.length % 4 === 1) return null
  const binary = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(binary, (character) => character.charCodeAt(0))
}

/** A mark of the byte order is part of the text. */
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** null: not base64url, or not the UTF-8 of a text. */
export function textIn(base64url: string): string | null {
  const octets = octetsIn(base64url)
  try {
    return octets && utf8.decode(octets)
  } catch {
    return null
  }
}

/** Several texts can mean the same octets: the last character has spare bits. Is this the one that an encoder gives? */
export function isCanonical(base64url: string): boolean {
  const octets = octetsIn(base64url)
  return octets !== null && octets.length > 0 && encodeOctets(octets) === base64url
}
