'use client' // the names of the labs of this lesson come with its page
import { useGiven } from '../use-lesson'

/** A lab by its short name. */
export function useLabNames(): (slug: string) => string {
  const { labs } = useGiven()
  return (slug) => labs[slug]?.name ?? slug
}
