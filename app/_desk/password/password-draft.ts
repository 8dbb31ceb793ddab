import { create } from 'zustand'

interface Draft {
  current: string
  next: string
}

const NOTHING: Draft = { current: '', next: '' }

/** What is typed of a new password. Kept outside of the form and in memory only: it outlives the sign-in that it is typed under. */
export const usePasswordDraft = create<Draft>(() => NOTHING)

export const forgetDraft = () => usePasswordDraft.setState(NOTHING)
