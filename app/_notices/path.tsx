'use client' // notices what was done, and moves the focus to what is next
import { useEffect } from 'react'
import { closePath, notePath, readPath, usePathPlace } from '@/app/_live/connection/path-left'
import { sandboxNow } from '@/app/_live/requests/clock'
import { useLive } from '@/app/_live/state/store'
import { Button } from '@/app/_ui/button'
import { cx } from '@/app/_ui/cx'
import { focusTitle } from '@/app/_ui/focus-title'
import { Icon } from '@/app/_ui/icon'
import { useLocale, useText } from '@/lib/i18n/client'
import { verdictOf } from '@/lib/reading/timeline/verdict'
import { listed } from '@/lib/reading/told/lanes'
import { PATH, walked } from '@/lib/reading/told/path'
import { STRATEGIES } from '@/lib/strategies/strategy'

/** Four quiet acts of the first ninety seconds: which are behind, and where the next one is done. Gone for who has done them. */
export function Path() {
  const { place } = usePathPlace()
  useEffect(readPath, [])
  if (place === 'none' || place === 'gone') return null
  return place === 'left' ? <TakeUp /> : <Walk />
}

function TakeUp() {
  const t = useText('told')
  const press = () => {
    notePath('open')
    focusTitle()
  }
  return (
    <Button look="quiet" size="sm" className="print:hidden" onClick={press}>
      <span>{t('path.resume')}</span>
    </Button>
  )
}

function Walk() {
  const behind = useLive(walked)
  const next = PATH[behind]
  useEffect(() => {
    if (!next) notePath('done')
  }, [next])
  return next ? <Next id={next.id} behind={behind} /> : <Done />
}

function Next({ id, behind }: { id: string; behind: number }) {
  const t = useText('told')
  const leave = () => {
    notePath('left')
    focusTitle()
  }
  return (
    <fieldset aria-label={t('path.label')} className="flex flex-none items-center gap-2 text-13 print:hidden">
      <span className="text-12 text-ink-2">{t('path.n', { n: behind, of: PATH.length })}</span>
      <span className="flex gap-1" aria-hidden="true">
        {PATH.map((act, i) => (
          <span
            key={act.id}
            className={cx(
              'size-2 rounded-full border border-ink forced-colors:border-[CanvasText]',
              i < behind && 'bg-ink forced-colors:bg-[CanvasText]',
            )}
          />
        ))}
      </span>
      <button
        type="button"
        className="min-h-6 font-medium underline decoration-line-strong underline-offset-3 hover:decoration-current max-tablet:min-h-10"
        onClick={() => focusControl(id)}
      >
        {t(`path.${id}`)}
      </button>
      <Button look="quiet" size="square" aria-label={t('path.skip')} onClick={leave}>
        <Icon name="cross" className="size-3 stroke-[1.5]" />
      </Button>
    </fieldset>
  )
}

/** Not over the page: to where it is done. */
function focusControl(id: string): void {
  const control = document.querySelector<HTMLElement>(`[data-path="${id}"]`)
  control?.focus()
  control?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

function Done() {
  const t = useText('told')
  const locale = useLocale()
  const verdicts = useVerdicts()
  const close = () => {
    closePath()
    focusTitle()
  }
  return (
    <fieldset aria-label={t('path.label')} className="flex flex-none items-center gap-2 text-13 print:hidden">
      <span className="text-ink-2">{t('path.done', { verdicts: listed(verdicts, locale) })}</span>
      <Button look="quiet" size="square" aria-label={t('path.close')} onClick={close}>
        <Icon name="cross" className="size-3 stroke-[1.5]" />
      </Button>
    </fieldset>
  )
}

/** "session at once", "jwt at expiry", "cookie never by the shop": of the newest forced sign-out. */
function useVerdicts(): string[] {
  const t = useText('told')
  const exchanges = useLive((live) => live.exchanges)
  const device = useLive((live) => live.device)
  const act = useLive((live) => live.desk.at(-1) ?? null)
  const { tolerance } = useLive((live) => live.dials.jwt)
  return STRATEGIES.flatMap((strategy) => {
    const { kind } = verdictOf({ strategy, device, act, exchanges, now: sandboxNow(), tolerance })
    return kind === 'none' ? [] : t(`path.verdict.${kind}`, { lane: strategy })
  })
}
