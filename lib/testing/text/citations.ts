/**
 * How this site cites: one form in each language, and only what is there. English "RFC 9110, section 3.3" and "RFC 6265bis, sections 5.7
 * and 6.1", Korean "RFC 9110 3.3절"; "OWASP ASVS 5.0, 7.4.1" in both.
 */
import type { Locale } from '@/lib/i18n/routing'

/** Of draft-ietf-httpbis-rfc6265bis-22, sections 3 to 8. */
const COOKIE_SECTIONS = new Set(
  `3 3.1 3.2 4 4.1 4.1.1 4.1.2 4.1.2.1 4.1.2.2 4.1.2.3 4.1.2.4 4.1.2.5 4.1.2.6 4.1.2.7 4.1.3 4.1.3.1 4.1.3.2 4.2 4.2.1 4.2.2
   5 5.1 5.1.1 5.1.2 5.1.3 5.1.4 5.2 5.2.1 5.2.2 5.3 5.4 5.5 5.6 5.6.1 5.6.2 5.6.3 5.6.4 5.6.5 5.6.6 5.6.7 5.6.7.1 5.6.7.2 5.7
   5.8 5.8.1 5.8.2 5.8.3 6 6.1 6.2 7 7.1 7.2 7.3 7.4
   8 8.1 8.2 8.3 8.4 8.5 8.6 8.7 8.8 8.8.1 8.8.2 8.8.3 8.8.4 8.8.5 8.8.6 8.9`.split(/\s+/),
)

/** Of ASVS v5.0.0, chapters 3, 7 to 9 and 14: how many requirements each section has. */
const REQUIREMENTS: Record<string, number> = {
  ...{ '3.2': 3, '3.3': 5, '3.4': 8, '3.5': 8 },
  ...{ '7.1': 3, '7.2': 4, '7.3': 2, '7.4': 5, '7.5': 3, '7.6': 2 },
  ...{ '8.1': 4, '8.2': 4, '8.3': 3, '8.4': 2, '9.1': 3, '9.2': 4 },
  ...{ '14.1': 2, '14.2': 8, '14.3': 3 },
}

const isRequirement = (number: string) => {
  const [chapter, section, at] = number.split('.')
  return Number(at) >= 1 && Number(at) <= (REQUIREMENTS[`${chapter}.${section}`] ?? 0)
}

const LIST = String.raw`\d+(?:\.\d+)*(?: \(\w+\))?`
const SECTIONS: Record<Locale, RegExp> = {
  en: new RegExp(`^, sections? (${LIST}(?:(?:, | and )${LIST})*)`),
  ko: /^ (\d+(?:\.\d+)*절(?:\(\w+\))?(?:, \d+(?:\.\d+)*절(?:\(\w+\))?)*)/,
}
/** The name without a section: the end, a sign, or the next word of a sentence. */
const ALONE: Record<Locale, RegExp> = {
  en: /^(?:$|[.:;)]|, (?!section)\D| (?!section)[a-z(])/,
  ko: /^(?:$|[.:;)]| ?\(|, (?!section|\d)|[가-힣]| [가-힣])/,
}

/** What is wrong with the citations in a text. */
export function citationFaults(text: string, locale: Locale): string[] {
  return [...rfcFaults(text, locale), ...asvsFaults(text)]
}

function rfcFaults(text: string, locale: Locale): string[] {
  return [...text.matchAll(/RFC \d+(?:bis)?/g)].flatMap(({ 0: name, index }) => {
    const after = text.slice(index + name.length)
    const sections = SECTIONS[locale].exec(after)?.[1]?.match(/\d+(?:\.\d+)*/g)
    if (!sections) return ALONE[locale].test(after) ? [] : [`another form: ${name}${after.slice(0, 24)}`]
    if (name !== 'RFC 6265bis') return []
    return sections.filter((section) => !COOKIE_SECTIONS.has(section)).map((one) => `${name} has no ${one}`)
  })
}

function asvsFaults(text: string): string[] {
  return [...text.matchAll(/ASVS/g)].flatMap(({ index }) => {
    const after = text.slice(index + 'ASVS'.length)
    const numbers = /^ 5\.0((?:, \d+(?:\.\d+)+)+)/.exec(after)?.[1]?.match(/\d+(?:\.\d+)+/g)
    if (numbers) return numbers.filter((one) => !isRequirement(one)).map((one) => `ASVS has no ${one}`)
    return /^ 5\.0(?:$|[.:;)])/.test(after) ? [] : [`another form: ASVS${after.slice(0, 24)}`]
  })
}
