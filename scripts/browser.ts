// A Chromium for the browser tests: one that is there, or else one that can be had.
import { existsSync, readFileSync } from 'node:fs'
import { tool } from './prepare.ts'
import { run, Stop, step } from './say.mjs'

const PLACES: Partial<Record<NodeJS.Platform, string[]>> = {
  linux: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map(
    (name) => `/usr/bin/${name}`,
  ),
  darwin: ['Google Chrome', 'Chromium'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`),
  win32: [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
    .filter(Boolean)
    .map((folder) => `${folder}\\Google\\Chrome\\Application\\chrome.exe`),
}

/** @returns the path of a browser that starts */
export async function findBrowser(): Promise<string> {
  const given = process.env.CHROMIUM_PATH
  if (given) {
    if (await starts(given)) return given
    throw new Stop(`CHROMIUM_PATH is ${given}, and that does not start.`)
  }
  const found = await present()
  if (found) return found
  for (const install of [fromDebian, fromPlaywright]) {
    if (!(await install())) continue
    const now = await present()
    if (now) return now
  }
  throw new Stop(
    'The browser tests need Chromium or Chrome, and none could be installed.\nInstall one (Debian: apt-get install chromium fonts-noto-cjk), or set CHROMIUM_PATH, and run npm test again.',
  )
}

async function present() {
  const { chromium } = await import('@playwright/test')
  for (const path of [...(PLACES[process.platform] ?? []), chromium.executablePath()]) {
    if (await starts(path)) return path
  }
  return null
}

/** On Windows asking for the version would open a window. */
async function starts(path: string) {
  if (!existsSync(path)) return false
  return process.platform === 'win32' || (await run(path, ['--version'], { timeout: 20_000 })).code === 0
}

async function fromDebian() {
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : ''
  if (process.getuid?.() !== 0 || !/^ID=debian$/m.test(release)) return false
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...args: string[]) => run('apt-get', args, { env, timeout: 600_000 })
  return step('Installing Chromium from Debian', async () => {
    await apt('update')
    return (await apt('install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk')).code === 0
  })
}

function fromPlaywright() {
  const args = [tool('@playwright/test/cli.js'), 'install', 'chromium']
  return step(
    'Downloading Chromium',
    async () => (await run(process.execPath, args, { timeout: 600_000 })).code === 0,
  )
}
