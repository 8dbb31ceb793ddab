/** What a machine can judge of the look, on every page: nothing cut, nothing covered, nothing too small to be hit, nothing without a name. */
import type { Page } from '@playwright/test'
import { PAGES, SIDE_PAGES } from '@/lib/site/pages'
import { expect, test } from './fixtures'

const PATHS = [...PAGES, ...SIDE_PAGES]
  .map(({ path }) => path as string)
  .concat('/labs/x13-forced-sign-out', '/learn/l08-forced-sign-out')
const SIZES = [
  { width: 1280, height: 720 },
  { width: 390, height: 844 },
]

for (const locale of ['en', 'ko'])
  test(`nothing cut, covered, too small or without a name, ${locale}`, async ({ page }) => {
    test.setTimeout(120_000)
    await page.emulateMedia({ reducedMotion: 'reduce' })
    for (const path of PATHS) {
      await page.setViewportSize(SIZES[0]!)
      await page.goto(locale === 'en' ? path : `/ko${path === '/' ? '' : path}`)
      await page.waitForLoadState('networkidle')
      for (const size of SIZES) {
        await page.setViewportSize(size)
        expect.soft({ path, ...size, faults: await page.evaluate(faultsOf, 24) }).toEqual({
          path,
          ...size,
          faults: [],
        })
      }
      expect.soft({ path, nameless: await namelessOf(page) }).toEqual({ path, nameless: [] })
    }
  })

for (const prefix of ['', '/ko'])
  test(`the bar is one row at each width, and says where one is, ${prefix || '/en'}`, async ({ page }) => {
    await page.goto(`${prefix}/labs/x13-forced-sign-out`)
    const bar = page.getByRole('banner')
    await expect(bar.getByRole('link', { name: /^(Labs|실험)$/ })).toHaveAttribute('aria-current', 'true')
    await expect(
      page.getByRole('link', { name: /^(Lesson: Forced sign-out|수업: 강제 로그아웃)$/ }),
    ).toHaveAttribute('href', `${prefix}/learn/l08-forced-sign-out`)
    for (const width of [1440, 1280, 1180, 1100, 1024, 820, 390, 320]) {
      await page.setViewportSize({ width, height: 720 })
      const seen = await bar.evaluate((element) => {
        const row = [...element.firstElementChild!.children].map((one) => one.getBoundingClientRect())
        const parts = row.filter((one) => one.width > 0)
        return {
          height: element.clientHeight,
          over: document.documentElement.scrollWidth > innerWidth,
          overlap: parts.some((one, i) => i > 0 && one.left < parts[i - 1]!.right),
        }
      })
      expect.soft({ width, ...seen }).toEqual({ width, height: 40, over: false, overlap: false })
    }
  })

/** Runs in the page. @param least height of a control; what stands in a line of text has its line (WCAG 2.2, 2.5.8) */
function faultsOf(least: number): string[] {
  const faults: string[] = []
  const nameOf = (element: Element) =>
    `${element.tagName.toLowerCase()} "${(element.textContent ?? '').trim().slice(0, 40)}"`
  const isSeen = (element: Element) => {
    const { width, height } = element.getBoundingClientRect()
    return (
      width > 1 && height > 1 && element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
    )
  }
  const hasOwnText = (element: Element) =>
    [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
  if (document.documentElement.scrollWidth > document.documentElement.clientWidth)
    faults.push('scrolls sideways')
  for (const element of document.body.querySelectorAll('*')) {
    // What the framework puts there by script is its own affair.
    if (element.hasAttribute('style') && !element.matches('next-route-announcer'))
      faults.push(`style attribute: ${nameOf(element)}`)
    if (!isSeen(element)) continue
    const style = getComputedStyle(element)
    const clips = style.overflowX === 'hidden' || style.overflowX === 'clip'
    if (clips && hasOwnText(element) && element.scrollWidth > element.clientWidth + 1)
      faults.push(`cut: ${nameOf(element)}`)
    const isControl = element.matches(
      'button, summary, [role="tab"], select, input:not([type="radio"], [type="checkbox"])',
    )
    const { width, height } = element.getBoundingClientRect()
    if (isControl && style.display !== 'inline' && (height < least - 0.5 || width < 23.5))
      faults.push(`too small, ${Math.round(width)}x${Math.round(height)}: ${nameOf(element)}`)
  }
  return [...new Set(faults)]
}

/** Controls that the browser's own tree of accessibility gives no name. */
async function namelessOf(page: Page): Promise<string[]> {
  const devtools = await page.context().newCDPSession(page)
  const { nodes } = await devtools.send('Accessibility.getFullAXTree')
  await devtools.detach()
  const CONTROLS = [
    'button',
    'link',
    'tab',
    'radio',
    'checkbox',
    'combobox',
    'slider',
    'textbox',
    'searchbox',
  ]
  return nodes
    .filter(({ ignored, role }) => !ignored && CONTROLS.includes(role?.value))
    .filter(({ name }) => !name?.value?.trim())
    .map(({ role, nodeId }) => `${role?.value} ${nodeId}`)
}
