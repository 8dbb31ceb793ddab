// node scripts/pictures.mjs: the pictures that a link to a page is shown with. Drawn once and committed, so that nothing has to draw at run time.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findBrowser } from './browser.mjs'
import { main, root } from './say.mjs'

const LANES = [
  ['cookie', 'the browser holds the state'],
  ['session', 'the server holds the state'],
  ['jwt', 'the browser holds a proof'],
]
const COLOURS = { cookie: '#a1530a', session: '#215cd2', jwt: '#5c2468' }

const PICTURES = [
  ['', 'Remember Me: one cart, three ways of remembering', lanes()],
  ...LANES.map(([lane, clause]) => [`(${lane})/${lane}/`, `Remember Me, ${lane}: ${clause}`, lanes(lane)]),
]

const STYLE = `
  * { margin: 0; box-sizing: border-box }
  body { background: #f6f6f4; color: #16171a; padding: 72px 80px; font: 34px/1.3 "Liberation Sans", Arial, sans-serif; display: grid; gap: 18px; align-content: start; height: 630px }
  svg { height: 64px; width: 64px; margin-left: -8px } svg style { display: none }
  h1 { font-size: 92px; letter-spacing: -0.03em; line-height: 1.05; margin-top: 12px }
  p { color: #45474d }
  ul { list-style: none; padding: 0; margin-top: 36px; display: grid; grid-template-columns: repeat(3, 1fr); gap: 24px }
  li { border-top: 6px solid currentColor; padding-top: 14px; font: 700 40px "Liberation Mono", monospace }
  li span { display: block; margin-top: 6px; font: 25px/1.25 "Liberation Sans", Arial, sans-serif; color: #45474d }
  li.off { color: #b9b8b3 } li.off span { color: #8a8a85 }
`

await main(async () => {
  const { chromium } = await import('@playwright/test')
  const asRoot = process.getuid?.() === 0
  const browser = await chromium.launch({
    executablePath: await findBrowser(),
    args: asRoot ? ['--no-sandbox'] : [],
  })
  const page = await browser.newPage({ viewport: { width: 1200, height: 630 } })
  for (const [folder, alt, body] of PICTURES) {
    await page.setContent(
      `<style>${STYLE}</style>${logo()}<h1>HTTP forgets.</h1><p>One cart, three ways of remembering.</p>${body}`,
    )
    const path = join(root, `app/[locale]/${folder}opengraph-image`)
    await page.screenshot({ path: `${path}.png` })
    writeFileSync(`${path}.alt.txt`, `${alt}\n`)
  }
  await browser.close()
})

function logo() {
  return readFileSync(join(root, 'app/icon.svg'), 'utf8')
}

/** With one of them chosen the others step back. */
function lanes(chosen) {
  const items = LANES.map(([lane, clause]) => {
    const isOff = chosen && chosen !== lane
    return `<li class="${isOff ? 'off' : ''}" ${isOff ? '' : `style="color:${COLOURS[lane]}"`}>${lane}<span>${clause}</span></li>`
  })
  return `<ul>${items.join('')}</ul>`
}
