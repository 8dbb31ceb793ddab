/** The browser labs, each loaded when it is played: the page of one carries no other. */
import type { BrowserLab, Lab } from '../../lib/labs/lab'

const DEFINITIONS: Record<string, () => Promise<Lab>> = {}

/** @throws for a lab that is not in the table: a test holds it complete */
export async function browserLabOf(slug: string): Promise<BrowserLab> {
  const lab = await DEFINITIONS[slug]?.()
  if (lab?.place !== 'browser') throw new Error(`${slug} is no browser lab`)
  return lab
}

export const DEFINED = Object.keys(DEFINITIONS)
