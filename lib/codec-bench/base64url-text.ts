/** Text as base64url without padding and back (RFC 4648 section 5), in a browser as on the server. */

export function encodeText(text: string): string {
  const octets = Array.from(new TextEncoder().encode(text), (octet) => String.fromCharCode(octet))
  return btoa(octets.join('')).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

/** null: not base64url, or not the UTF-8 of a text. */
export function textIn(base64url: string): string | null {
  if (!/^[\w-]*$/.test(base64url) || base64url.length % 4 === 1) return null
  const octets = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'))
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(
      Uint8Array.from(octets, (one) => one.charCodeAt(0)),
    )
  } catch {
    return null
  }
}
