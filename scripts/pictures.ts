// npm run pictures [-- <folder> <path> …]: every page at five sizes, in both themes and languages, before and after a forced sign-out, for eyes.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { findBrowser } from './browser.ts'
import { build, generate, migrate } from './prepare.ts'
import { elapsed, say } from './say.mjs'
import { freePort, serve } from './serve.ts'

const SIZES = [
  [1440, 900],
  [1366, 768],
  [1280, 720],
  [1024, 768],
  [390, 844],
] as const
const LANES = ['/cookie', '/session', '/jwt']
const PATHS = [
  '/',
  ...LANES,
  '/labs',
  '/labs/x13-forced-sign-out',
  '/myths',
  '/code',
  '/bench',
  '/numbers',
  '/about',
]
const THEMES = ['light', 'dark'] as const
const LOCALES = ['en', 'ko'] as const
/** Button names in both languages, in the order of the story. */
const STORY = {
  shop: [
    /^(Add Apple|사과 담기)/,
    /^(Sign in as Mina|Mina 계정으로 로그인)/,
    /Force sign-out everywhere|전체 강제 로그아웃/,
  ],
  lab: [/^(Run|실행)$/],
}

export default async function pictures(words: readonly string[]) {
  const [folder = 'pictures', ...chosen] = words
  const paths = chosen.length > 0 ? chosen : PATHS
  const work = mkdtempSync(join(tmpdir(), 'remember-me-'))
  await generate()
  await build()
  const port = await freePort()
  const env = { ...process.env, DATA_DIR: join(work, 'data'), RATE_LIMIT_SCALE: '1000' }
  await migrate(env)
  const server = await serve({ port, env, output: false })
  const { chromium } = await import('@playwright/test')
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const browser = await chromium.launch({ executablePath: await findBrowser(), args })
  try {
    await takeAll(browser, `http://localhost:${port}`, resolve(folder), paths)
  } finally {
    await browser.close()
    server.stop()
    await server.ended
    rmSync(work, { recursive: true, force: true })
  }
}

async function takeAll(browser: Browser, origin: string, folder: string, paths: readonly string[]) {
  const from = performance.now()
  mkdirSync(folder, { recursive: true })
  let taken = 0
  for (const path of paths)
    for (const locale of LOCALES)
      for (const theme of THEMES) {
        taken += await takeOne(browser, { origin, folder, path, locale, theme })
        say(`  ${taken} pictures, ${elapsed(from)}: ${path} ${locale} ${theme}`)
      }
  say(`${taken} pictures lie in ${folder}`)
}

interface Shot {
  origin: string
  folder: string
  path: string
  locale: (typeof LOCALES)[number]
  theme: (typeof THEMES)[number]
}

/** Returns how many pictures: of each size before, and of each size after the story. */
async function takeOne(browser: Browser, { origin, folder, path, locale, theme }: Shot) {
  const context = await browser.newContext({ colorScheme: theme, reducedMotion: 'reduce' })
  try {
    const page = await context.newPage()
    await page.goto(origin + (locale === 'ko' ? `/ko${path === '/' ? '' : path}` : path))
    await page.waitForLoadState('networkidle')
    const name = `${path.slice(1).replaceAll('/', '-') || 'home'}-${locale}-${theme}`
    const before = await everySize(page, folder, `${name}-1-before`)
    const story = path === '/' ? STORY.shop : path.startsWith('/labs/') ? STORY.lab : []
    for (const button of story) {
      await page.getByRole('button', { name: button }).first().click()
      await page.waitForLoadState('networkidle')
    }
    return before + (story.length > 0 ? await everySize(page, folder, `${name}-2-after`) : 0)
  } finally {
    await context.close()
  }
}

async function everySize(page: Page, folder: string, name: string) {
  for (const [width, height] of SIZES) {
    await page.setViewportSize({ width, height })
    await page.screenshot({ path: join(folder, `${name}-${width}x${height}.png`) })
  }
  return SIZES.length
}
