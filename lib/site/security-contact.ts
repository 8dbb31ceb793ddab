/** As a URI, which is what RFC 9116 section 2.5.3 asks for; null: nobody is named. */
export function contactAddress(contact: string | undefined): string | null {
  if (!contact) return null
  return contact.startsWith('https:') ? contact : `mailto:${contact}`
}
