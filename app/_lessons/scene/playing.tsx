'use client' // follows what is played
import { Button } from '@/app/_ui/button'
import { useText } from '@/lib/i18n/client'
import { useActWords } from './act-words'
import { stopPlaying, usePlaying } from './play'

/** What is done now in the visitor's place, and the way to stop it. */
export function PlayedActs() {
  const t = useText('learn')
  const words = useActWords()
  const { acts, done, failed } = usePlaying()
  if (failed)
    return (
      <p role="alert" className="border-l-3 border-ink bg-mark-1 px-2.5 py-1.5 text-13 font-semibold">
        {t('play.failed')}
      </p>
    )
  if (!acts) return null
  const next = acts[Math.min(done, acts.length - 1)]!
  return (
    <div className="flex items-center gap-3 border-l-3 border-ink bg-mark-1 py-1 pr-1.5 pl-2.5 text-13">
      <span className="min-w-0 flex-1">
        {t('play.doing', { n: Math.min(done + 1, acts.length), of: acts.length, what: words(next) })}
      </span>
      <Button size="sm" onClick={stopPlaying}>
        {t('play.stop')}
      </Button>
    </div>
  )
}
