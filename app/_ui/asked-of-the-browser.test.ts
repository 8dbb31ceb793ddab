/**
 * What a browser may refuse, or has in secure contexts only, is asked for in one place each, which knows the answer "no".
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')

/** Code that runs in the browser: the pages, and the labs that they play. */
const texts = ['app', 'lib/labs']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
  )
  .filter((file) => /\.tsx?$/.test(file) && !/(\.test\.tsx?|testing\.ts)$/.test(file))
  .map((file) => ({ file, text: withoutComments(readFileSync(join(root, file), 'utf8')) }))
  .filter(({ text }) => !/from 'node:/.test(text))

const using = (what: RegExp) => texts.filter(({ text }) => what.test(text)).map(({ file }) => file)

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*/g, '')
}

test.each([
  ['the clipboard', /\.clipboard\b|execCommand/, ['app/_ui/copy-text.ts']],
  ['locks', /navigator\.locks|\.locks\b/, ['app/_live/connection/locks.ts']],
  ['channels between tabs', /new BroadcastChannel/, ['app/_live/connection/tabs.ts']],
  ['the cookie store', /\bcookieStore\b/, ['app/_labs/attacker/bench.ts']],
  ['random UUIDs', /randomUUID/, []],
  // Played by the server, which has it always.
  ['WebCrypto', /\bsubtle\b/, ['lib/labs/x24-where/router.ts']],
  [
    'whatever else secure contexts alone have',
    /navigator\.(storage|share|serviceWorker|mediaDevices|credentials|permissions|wakeLock)|\bcaches\./,
    [],
  ],
])('%s', (_, what, files) => {
  expect(using(what)).toEqual(files)
})

test('storage of the page: where it is asked for, a refusal is caught', () => {
  // Labs that lay something there, or look what is there, tell of it themselves.
  const pages = using(/\b(localStorage|sessionStorage)\.\w+\(|Object\.keys\(localStorage\)/).filter(
    (file) => !/^(app\/_labs\/stage|lib\/labs)\//.test(file),
  )
  expect(pages.length).toBeGreaterThan(4)
  for (const file of pages) {
    const { text } = texts.find((one) => one.file === file)!
    const caught = [...text.matchAll(/\btry ?\{[\s\S]*?\} ?catch/g)].map(([block]) => block).join('\n')
    const asks = (code: string) => code.match(/\b(localStorage|sessionStorage)\b/g)?.length ?? 0
    expect([file, asks(caught)]).toEqual([file, asks(text)])
  }
})
