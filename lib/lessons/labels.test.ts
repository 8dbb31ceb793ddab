/** What a lesson quotes can be found: a button, a tab or a position is called there as the site calls it. */
import { expect, it } from 'vitest'
import { LOCALES, type Locale } from '@/lib/i18n/routing'
import { allMessages } from '@/lib/testing/text/catalogues'
import { wordsIn } from '@/lib/testing/text/words'

const QUOTED = { en: /“([^”]+)”/g, ko: /‘([^’]+)’/g }

/** Buttons that the shop of a question lacks. */
const NOWHERE = ['sign out that phone', '그 휴대폰 로그아웃']

/** Key and text, of the site and its labs, and of the lessons. */
async function texts(locale: Locale) {
  const all = Object.entries(await allMessages(locale)).flatMap(([name, messages]) =>
    [...wordsIn(messages!, `${name}.`)].map(([key, text]) => ({ key, text })),
  )
  const isOfLesson = ({ key }: { key: string }) => key.startsWith('lesson-')
  return { site: all.filter((one) => !isOfLesson(one)), lessons: all.filter(isOfLesson) }
}

it.each(LOCALES)('%s', async (locale) => {
  const { site, lessons } = await texts(locale)
  const products = site.filter(({ key }) => key.startsWith('shop.product.'))
  const isLabel = labelTest([...site.map(({ text }) => text), ...products.map(({ text }) => `+ ${text}`)])
  const quoted = lessons.flatMap(({ key, text }) =>
    [...text.matchAll(QUOTED[locale])].map(([, label = '']) => ({ key, label })),
  )
  expect(quoted.length).toBeGreaterThan(40)
  expect(quoted.filter(({ label }) => !NOWHERE.includes(label) && !isLabel(label))).toEqual([])
})

it('Korean quotes a label in one kind of marks, so that it is looked up above', async () => {
  const { lessons } = await texts('ko')
  expect(lessons.filter(({ text }) => text.includes('“')).map(({ key }) => key)).toEqual([])
})

/** "+30초" is said by "+{n}초", "Mina 계정으로 로그인" by "{name} 계정으로 로그인". */
function labelTest(labels: readonly string[]) {
  const whole = new Set(labels)
  const open = labels
    .map((label) => label.split(/\{\w+\}/))
    .filter((parts) => parts.length === 2 && parts.join('').length >= 2)
  const isSaidBy = (label: string, [before = '', after = '']: readonly string[]) =>
    label.startsWith(before) &&
    label.endsWith(after) &&
    /^[\p{L}\d]+$/u.test(label.slice(before.length, label.length - after.length))
  return (label: string) => whole.has(label) || open.some((parts) => isSaidBy(label, parts))
}
