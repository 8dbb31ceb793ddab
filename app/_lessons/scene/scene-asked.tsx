'use client' // a question that a button asks, or the link of a teacher
import { useSandboxOpen } from '@/app/_live/state/use-open'
import { later } from '@/app/_ui/later'
import { leaveScene, useSceneAsked } from './ask-scene'

const SceneQuestion = later(() => import('./scene-question').then((file) => file.SceneQuestion))

export function SceneAsked() {
  const { asked, to, after } = useSceneAsked()
  const open = useSandboxOpen()
  return asked && open ? <SceneQuestion to={to} after={after} close={leaveScene} /> : null
}
