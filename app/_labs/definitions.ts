/** The browser labs, each loaded when it is played: the page of one carries no other. */
import type { BrowserLab, Lab } from '@/lib/labs/lab'

/** @throws for one that is played elsewhere, or that there is not */
export async function browserLabOf(slug: string): Promise<BrowserLab> {
  const { lab }: { lab: Lab } = await import(`../../lib/labs/${slug}/lab.ts`)
  if (lab.place !== 'browser') throw new Error(`${slug} is no browser lab`)
  return lab
}
