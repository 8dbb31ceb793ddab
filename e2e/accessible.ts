/** What axe finds, asked in one way by every page's test. */
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/**
 * Without motion: half faded in, a text has half its contrast, and that is no fault.
 * @param parts selectors; none: the whole page
 * @returns rule and elements of each fault
 */
export async function accessibilityFaults(page: Page, ...parts: string[]): Promise<[string, string[]][]> {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const scan = parts.reduce((axe, part) => axe.include(part), new AxeBuilder({ page }))
  const { violations } = await scan.analyze()
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])
}
