/** Whatever the trace can say has words in both languages: the panel would show a bare code. */
import { describe, expect, it } from 'vitest'
import type { Messages } from '@/lib/i18n/format'
import { loadMessages } from '@/lib/i18n/messages'
import { LOCALES } from '@/lib/i18n/routing'
import type { RefusalReason } from '@/lib/strategies/strategy'
import { REASONS } from './model/exposure'
import { WATCHED } from './record/watched'

const REFUSALS: Record<RefusalReason, true> = {
  doubled: true,
  malformed: true,
  not_authentic: true,
  unknown: true,
  ended: true,
  reused: true,
  no_such_user: true,
  outdated: true,
  denied: true,
}

const steps = Object.entries(WATCHED).flatMap(([port, { operations }]) =>
  Object.entries(operations).map(([operation, noted]) => ({ port, operation, noted })),
)

describe.each(LOCALES)('%s', async (locale) => {
  const { inspector } = await loadMessages(locale)
  const at = (...path: string[]) =>
    path.reduce<unknown>((found, name) => (found as Messages | undefined)?.[name], inspector)
  const wordless = (paths: string[][]) =>
    paths.filter((path) => typeof at(...path) !== 'string').map((path) => path.join('.'))

  it('has words for every step', () =>
    expect(wordless(steps.map(({ port, operation }) => ['step', port, operation]))).toEqual([]))

  it('has words for every step that can find nothing or refuse', () => {
    const failing = steps.filter(({ noted }) => 'ok' in (noted as object))
    expect(wordless(failing.map(({ port, operation }) => ['stepNot', port, operation]))).toEqual([])
  })

  it('has words for every reason of an exposure', () =>
    expect(wordless(REASONS.map((reason) => ['because', reason]))).toEqual([]))

  it('has words for every refusal', () =>
    expect(wordless(Object.keys(REFUSALS).map((reason) => ['reason', reason]))).toEqual([]))
})
