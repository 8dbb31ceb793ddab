'use client' // follows what is played
import { useLive } from '@/app/_live/state/store'
import { useText } from '@/lib/i18n/client'
import { useGiven } from '../use-lesson'
import { sceneName, usePlaying } from './play'
import { PlayedActs } from './playing'
import { SceneButton } from './scene-button'

export function OfferedScene() {
  const t = useText('learn')
  const { lesson } = useGiven()
  const sandbox = useLive((live) => live.sandbox?.id)
  const { acts, set } = usePlaying()
  const isSet = sandbox !== undefined && set === sceneName(lesson)
  if (acts) return <PlayedActs />
  if (isSet) return <p className="text-13 text-ink-2">{t('scene.set-already')}</p>
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <SceneButton look="plain" />
      <p className="min-w-0 flex-1 text-13 text-ink-2">{t('scene.offer')}</p>
    </div>
  )
}
