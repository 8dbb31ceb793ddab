'use client' // in the language of the page, but for what is a literal

import { useText } from '@/lib/i18n/client'
import type { Artifact } from '@/lib/trace/model/artifact'
import { nameOfArtifact } from './stored/artifact-words'

/** "Session, laptop": the name of a cookie or a table is said as it is written. */
export function ArtifactTitle({ artifact }: { artifact: Artifact }) {
  const t = useText('inspector')
  const { words, isLiteral, device } = nameOfArtifact(t, artifact)
  return (
    <span>
      <span lang={isLiteral ? 'en' : undefined} translate={isLiteral ? 'no' : undefined}>
        {words}
      </span>
      {device && <span>{`, ${device}`}</span>}
    </span>
  )
}
