// node scripts/run.mjs link-pictures: the pictures that a link to a page is shown with. Drawn once and committed, so that nothing has to draw at run time.
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findBrowser } from './browser.ts'
import { root } from './say.mjs'

const LOCALES = ['en', 'ko']
const COLOURS = { cookie: '#a1530a', session: '#215cd2', jwt: '#5c2468' }
type Lane = keyof typeof COLOURS
const LANES = Object.keys(COLOURS) as Lane[]
const FOLDER = join(root, 'public/pictures')

/** lib/i18n/messages/…/pictures.json */
interface Words {
  title: string
  text: string
  clause: Record<Lane, string>
}

const STYLE = `
  * { margin: 0; box-sizing: border-box }
  body { background: #f6f6f4; color: #16171a; padding: 72px 80px; font: 34px/1.3 "Liberation Sans", Arial, "Noto Sans CJK KR", sans-serif; word-break: keep-all; display: grid; gap: 18px; align-content: start; height: 630px }
  svg { height: 64px; width: 64px; margin-left: -8px } svg style { display: none }
  h1 { font-size: 92px; letter-spacing: -0.03em; line-height: 1.05; margin-top: 12px }
  :lang(ko) h1 { font-size: 80px; letter-spacing: -0.02em; line-height: 1.2 }
  p { color: #45474d }
  ul { list-style: none; padding: 0; margin-top: 36px; display: grid; grid-template-columns: repeat(3, 1fr); gap: 24px }
  li { border-top: 6px solid currentColor; padding-top: 14px; font: 700 40px "Liberation Mono", monospace }
  li span { display: block; margin-top: 6px; font: 25px/1.25 "Liberation Sans", Arial, "Noto Sans CJK KR", sans-serif; color: #45474d }
  li.off { color: #b9b8b3 } li.off span { color: #8a8a85 }
`

export default async function linkPictures() {
  const { chromium } = await import('@playwright/test')
  const asRoot = process.getuid?.() === 0
  const browser = await chromium.launch({
    executablePath: await findBrowser(),
    args: asRoot ? ['--no-sandbox'] : [],
  })
  const page = await browser.newPage({ viewport: { width: 1200, height: 630 } })
  mkdirSync(FOLDER, { recursive: true })
  for (const locale of LOCALES) {
    const words: Words = JSON.parse(read(`lib/i18n/messages/${locale}/pictures.json`))
    for (const name of ['home', ...LANES]) {
      await page.setContent(document(locale, words, name))
      await page.screenshot({ path: join(FOLDER, `${locale}-${name}.png`) })
    }
  }
  await browser.close()
}

function document(locale: string, { title, text, clause }: Words, name: string) {
  const body = `<h1>${title}</h1><p>${text}</p>${lanes(clause, name)}`
  return `<html lang="${locale}"><style>${STYLE}</style>${read('app/icon.svg')}${body}</html>`
}

/** With one of them chosen the others step back. */
function lanes(clause: Words['clause'], chosen: string) {
  const items = LANES.map((lane) => {
    const isOff = chosen !== 'home' && chosen !== lane
    return `<li class="${isOff ? 'off' : ''}" ${isOff ? '' : `style="color:${COLOURS[lane]}"`}>${lane}<span>${clause[lane]}</span></li>`
  })
  return `<ul>${items.join('')}</ul>`
}

function read(path: string) {
  return readFileSync(join(root, path), 'utf8')
}
