'use client' // a question that a button asks, or the link of a teacher
import { create } from 'zustand'

interface Asked {
  asked: boolean
  /** What was wanted when it turned out that the scene is to be set first. */
  after: () => void
}

const NOTHING: Asked = { asked: false, after: () => {} }

export const useSceneAsked = create<Asked>(() => NOTHING)

export const askScene = (after = NOTHING.after): void => useSceneAsked.setState({ asked: true, after })

export const leaveScene = (): void => useSceneAsked.setState(NOTHING)
