/**
 * Where a statement can be read up: each document has one name and one address, and its citation one form in each language
 * (catalogue `sources`).
 */
import type { Text } from '@/lib/i18n/text'

export interface Citation {
  document: string
  href: string
  section?: string
  /** Of ASVS, which counts its requirements. */
  requirement?: string
  /** As it stands there, in English in both languages: who looks it up has to find it. */
  heading?: string
  /** A draft that nobody has taken further. */
  expired?: boolean
}

export function citation(t: Text, { document, section, requirement, heading, expired }: Citation): string {
  if (section) return t('section', { document, section })
  if (requirement) return t('requirement', { document, requirement })
  if (heading) return t('heading', { document, heading })
  return expired ? t('expired', { document }) : document
}

/**
 * The draft that was approved in December 2025 to take the place of RFC 6265, by its last revision: sections are those of this text.
 * Its number will be RFC 10025.
 */
export const COOKIES_DRAFT = 'https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis-22'
/** Released text: its master branch moves. */
const ASVS = 'https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en'

const CHAPTERS: Record<string, string> = {
  3: '0x12-V3-Web-Frontend-Security',
  7: '0x16-V7-Session-Management',
  8: '0x17-V8-Authorization',
  9: '0x18-V9-Self-contained-Tokens',
}

export const named = (document: string, href: string): Citation => ({ document, href })

export const rfc = (number: string, section: string): Citation => ({
  document: `RFC ${number}`,
  section,
  href: `https://www.rfc-editor.org/rfc/rfc${number}#section-${section}`,
})

export const cookies = (section: string): Citation => ({
  document: 'RFC 6265bis',
  section,
  href: `${COOKIES_DRAFT}#section-${section}`,
})

export const asvs = (requirement: string): Citation => ({
  document: 'OWASP ASVS 5.0',
  requirement,
  href: `${ASVS}/${CHAPTERS[requirement[0]!]}.md`,
})

export const cheatSheet = (title: string, heading: string): Citation => ({
  document: `OWASP ${title} Cheat Sheet`,
  heading,
  href: `https://cheatsheetseries.owasp.org/cheatsheets/${title.replaceAll(' ', '_')}_Cheat_Sheet.html#${anchorOf(heading)}`,
})

export const fetchStandard = (heading: string, id: string): Citation => ({
  document: 'Fetch',
  heading,
  href: `https://fetch.spec.whatwg.org/#${id}`,
})

/** As the cheat sheets' own generator makes it of a heading. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replaceAll(/[^\w\s-]/g, '')
    .replaceAll(/\s+/g, '-')
