/** What the translator of a browser does to a page, without the translation. */
import type { Page } from '@playwright/test'

/** Every text moves into two `<font>`s of its own, now and whenever the page draws a new one. */
export async function translate(page: Page): Promise<void> {
  await page.evaluate(() => {
    const skipped = 'script, style, noscript, textarea, font'
    const move = (text: Text) => {
      if (!text.parentElement || text.parentElement.closest(skipped)) return
      const [outer, inner] = [document.createElement('font'), document.createElement('font')]
      outer.append(inner)
      inner.append(text.data)
      text.replaceWith(outer)
    }
    const moveAll = (root: Node) => {
      if (root instanceof Text) return move(root)
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
      const texts: Text[] = []
      while (walker.nextNode()) texts.push(walker.currentNode as Text)
      for (const text of texts) move(text)
    }
    moveAll(document.body)
    const news = (changes: MutationRecord[]) => {
      for (const { addedNodes } of changes) for (const node of addedNodes) moveAll(node)
    }
    new MutationObserver(news).observe(document.body, { childList: true, subtree: true })
  })
}
