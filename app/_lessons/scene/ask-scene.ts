'use client' // a question that a button asks, or the link of a teacher
import { create } from 'zustand'

interface Asked {
  asked: boolean
  /** Id of the step that it is to be played up to; null: the scene alone. */
  to: string | null
  /** What was wanted when it turned out that the scene is to be set first. */
  after: () => void
}

const NOTHING: Asked = { asked: false, to: null, after: () => {} }

export const useSceneAsked = create<Asked>(() => NOTHING)

export const askScene = (wanted: Partial<Pick<Asked, 'to' | 'after'>> = {}): void =>
  useSceneAsked.setState({ ...NOTHING, ...wanted, asked: true })

export const leaveScene = (): void => useSceneAsked.setState(NOTHING)
