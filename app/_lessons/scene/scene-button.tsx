'use client' // asks first where it would weaken or undo something of the visitor's
import { useLive } from '@/app/_live/state/store'
import { ActButton, useWhyOff } from '@/app/_notices/act-button'
import { useText } from '@/lib/i18n/client'
import { useGiven } from '../use-lesson'
import { askScene } from './ask-scene'
import { asksFirst, sceneName, setScene, usePlaying } from './play'

/** Offered, never forced. */
export function SceneButton({ look }: { look: 'plain' | 'quiet' }) {
  const t = useText('learn')
  const given = useGiven()
  const off = useWhyOff()
  const isPlaying = usePlaying(({ acts }) => acts !== null)
  const sandbox = useLive((live) => live.sandbox?.id)
  const isSet = usePlaying(({ set }) => sandbox !== undefined && set === sceneName(given.lesson))
  const press = () => (asksFirst(given.lesson) ? askScene() : void setScene(given))
  return (
    <ActButton
      look={look}
      size={look === 'quiet' ? 'sm' : 'md'}
      why={isPlaying ? t('scene.playing') : off}
      onClick={press}
    >
      <span>{t(isSet ? 'scene.again' : 'scene.set')}</span>
    </ActButton>
  )
}
