// Pages as an engine draws them, for eyes; and what can be told without: whether a page is wider than its window.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { say } from '../say.mjs'
import type { Seat } from './seat.ts'

const SIZES = [
  [1280, 720],
  [390, 844],
] as const
const PATHS = [
  ...['/', '/cookie', '/session', '/jwt', '/labs', '/labs/x13-forced-sign-out', '/learn'],
  ...['/learn/l08-forced-sign-out', '/note', '/choose', '/myths', '/code', '/bench', '/numbers', '/about'],
  ...['/glossary', '/teach', '/ko'],
]

export async function picturesIn(seat: Seat, origin: string, folder: string) {
  mkdirSync(folder, { recursive: true })
  for (const [width, height] of SIZES) {
    await seat.resize(width, height)
    for (const path of PATHS) {
      await seat.go(origin + path)
      const [inner, wide] = await seat.read<[number, number]>(SETTLED)
      const name = `${path.slice(1).replaceAll('/', '-') || 'home'}-${width}x${height}-${seat.engine}.png`
      writeFileSync(join(folder, name), await seat.picture())
      if (wide > inner) say(`  ${path} at ${width}: ${wide} wide in a window of ${inner}`)
    }
  }
}

/** After the fonts, and when the page has been quiet for a second. */
const SETTLED = `document.fonts.ready.then(() => new Promise((resolve) => {
  let timer
  const wait = () => { clearTimeout(timer); timer = setTimeout(() => resolve([innerWidth, document.documentElement.scrollWidth]), 1000) }
  new MutationObserver(wait).observe(document.body, { childList: true, subtree: true })
  wait()
  setTimeout(() => resolve([innerWidth, document.documentElement.scrollWidth]), 8000)
}))`
