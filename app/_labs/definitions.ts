/** The browser labs, each loaded when it is played: the page of one carries no other. */
import type { BrowserLab, Lab } from '@/lib/labs/lab'

const DEFINITIONS: Record<string, () => Promise<Lab>> = {
  'x03-attributes': async () => (await import('@/lib/labs/x03-attributes/lab')).attributes,
  'x05-overflow': async () => (await import('@/lib/labs/x05-overflow/lab')).overflow,
  'x08-browser-close': async () => (await import('@/lib/labs/x08-browser-close/lab')).browserClose,
  'x10-xss': async () => (await import('@/lib/labs/x10-xss/lab')).xss,
  'x11-csrf': async () => (await import('@/lib/labs/x11-csrf/lab')).csrf,
  'x21-blocked-storage': async () => (await import('@/lib/labs/x21-blocked-storage/lab')).blockedStorage,
}

/** @throws for a lab that is not in the table: a test holds it complete */
export async function browserLabOf(slug: string): Promise<BrowserLab> {
  const lab = await DEFINITIONS[slug]?.()
  if (lab?.place !== 'browser') throw new Error(`${slug} is no browser lab`)
  return lab
}
