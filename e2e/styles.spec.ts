/**
 * A page looks the same however one came to it. A style sheet stays once it was loaded, so each page is met by those
 * of every page that was visited before.
 */
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'

const PATHS = ['/', '/session', '/labs', '/labs/x09-theft', '/myths', '/code', '/bench', '/numbers', '/about']

/** What a rule of another page would change; sizes follow from these, and from texts that tick. */
const LOOKED_AT = [
  'display',
  'position',
  'float',
  'fontSize',
  'fontWeight',
  'fontFamily',
  'lineHeight',
  'textAlign',
  'whiteSpace',
  'backgroundColor',
  'borderTopWidth',
  'borderLeftWidth',
  'paddingTop',
  'paddingLeft',
  'marginTop',
  'marginLeft',
] as const

async function open(page: Page, path: string) {
  await page.goto(path)
  await page.waitForLoadState('networkidle')
}

/** Addresses of all style sheets of these pages. */
async function sheetsOf(page: Page, paths: readonly string[]): Promise<string[]> {
  const found = new Set<string>()
  for (const path of paths) {
    await open(page, path)
    const here = await page
      .locator('link[rel=stylesheet]')
      .evaluateAll((links) => links.map((link) => (link as HTMLLinkElement).href))
    for (const href of here) found.add(href)
  }
  return [...found]
}

/** Adds the sheets; tells of each element that looks otherwise afterwards. */
function changedBy([hrefs, properties]: readonly [readonly string[], readonly string[]]): Promise<string[]> {
  const elements = [...document.querySelectorAll('main *')]
  const look = (element: Element) => {
    const style = getComputedStyle(element) as unknown as Record<string, string>
    return properties.map((name) => style[name])
  }
  const load = (href: string) =>
    new Promise<void>((resolve) => {
      const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href })
      link.onload = () => resolve()
      document.head.append(link)
    })
  const before = elements.map(look)
  const known = new Set([...document.styleSheets].map(({ href }) => href))
  return Promise.all(hrefs.filter((href) => !known.has(href)).map(load)).then(() => {
    const told = elements.flatMap((element, i) => {
      if (!element.isConnected) return []
      const changed = look(element).flatMap((now, j) => (now === before[i]![j] ? [] : [properties[j]]))
      return changed.length > 0 ? [`<${element.localName} class="${element.className}"> ${changed}`] : []
    })
    return [...new Set(told)]
  })
}

test('no page is changed by the style sheets of the others', async ({ page }) => {
  test.slow()
  const sheets = await sheetsOf(page, PATHS)
  for (const path of PATHS) {
    await open(page, path)
    const changed = await page.evaluate(changedBy, [sheets, LOOKED_AT] as const)
    expect.soft(changed, path).toEqual([])
  }
})
