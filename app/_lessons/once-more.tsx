'use client' // forgets what was answered
import { AskFirst } from '@/app/_ui/ask-first'
import { useText } from '@/lib/i18n/client'
import { playOnceMore } from './kept/fold'
import { forgetScene } from './scene/play'
import { titleId } from './steps/title-id'
import { useGiven } from './use-lesson'

export function OnceMore() {
  const t = useText('learn')
  const { lesson } = useGiven()
  const begin = () => {
    forgetScene()
    playOnceMore(lesson)
    requestAnimationFrame(() => document.getElementById(titleId(lesson.steps[0]!.id))?.focus())
  }
  const words = {
    open: t('once-more.open'),
    title: t('once-more.title'),
    text: t('once-more.text'),
    yes: t('once-more.yes'),
    no: t('once-more.no'),
  }
  return <AskFirst id="h-once-more" look="quiet" words={words} onYes={begin} />
}
