'use client' // a question that a button asks, or the link of a teacher
import { create } from 'zustand'
import { useSandboxOpen } from '@/app/_live/state/use-open'
import { later } from '@/app/_ui/later'

const SceneQuestion = later(() => import('./scene-question').then((file) => file.SceneQuestion))

const useSceneAsked = create(() => ({ asked: false }))

export const askScene = (asked: boolean): void => useSceneAsked.setState({ asked })

export function SceneAsked() {
  const { asked } = useSceneAsked()
  const open = useSandboxOpen()
  return asked && open ? <SceneQuestion close={() => askScene(false)} /> : null
}
