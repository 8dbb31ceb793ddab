'use client' // asks first where it would weaken or undo something of the visitor's
import { isWeak, turnedFrom } from '@/app/_live/dials/dial-list'
import { useLive } from '@/app/_live/state/store'
import { ActButton, useWhyOff } from '@/app/_notices/act-button'
import { useText } from '@/lib/i18n/client'
import { useGiven } from '../use-lesson'
import { sceneDials, sceneName, setScene, usePlaying } from './play'
import { askScene } from './scene-asked'

/** Offered, never forced. */
export function SceneButton({ look }: { look: 'plain' | 'quiet' }) {
  const t = useText('learn')
  const given = useGiven()
  const off = useWhyOff()
  const isPlaying = usePlaying(({ acts }) => acts !== null)
  const sandbox = useLive((live) => live.sandbox?.id)
  const isSet = usePlaying(({ set }) => sandbox !== undefined && set === sceneName(given.lesson))
  const press = () => (asksFirst(given.lesson) ? askScene(true) : void setScene(given))
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

function asksFirst(lesson: ReturnType<typeof useGiven>['lesson']): boolean {
  const { dials } = useLive.getState()
  const weakens = sceneDials(lesson).some(({ lane, name, value }) => isWeak({ strategy: lane, name, value }))
  return weakens || turnedFrom(dials).length > 0
}
