/** base64url without padding (RFC 4648 section 5). Pure. */

/** null: not base64url. */
export function base64urlBytes(text: string): Uint8Array | null {
  if (!/^[\w-]*$/.test(text) || text.length % 4 === 1) return null
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(binary, (character) => character.charCodeAt(0))
}

/** null: not base64url, or not the UTF-8 of a text. */
export function textOfBase64url(text: string): string | null {
  const bytes = base64urlBytes(text)
  try {
    return bytes && new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Several texts can mean the same octets: the last character has spare bits. Is this the one that an encoder gives? */
export function isCanonical(text: string): boolean {
  const bytes = base64urlBytes(text)
  if (!bytes || bytes.length === 0) return false
  const encoded = btoa(String.fromCharCode(...bytes))
  return encoded.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '') === text
}
