'use client' // what can be done with the page of a lesson, after it has come
import { ProjectorButton } from '@/app/_frame/projector'
import { SceneButton } from './scene/scene-button'

export const BarActs = () => (
  <>
    <SceneButton look="quiet" />
    <ProjectorButton />
  </>
)
