'use client'
// Part of the Exposed view: what a cell follows from, and where to see it.
import Link from 'next/link'
import { useLocale, useText } from '@/lib/i18n/client'
import { localePath } from '@/lib/i18n/routing'
import { proofOf } from '@/lib/labs/proofs'
import { lineOfArtifact } from '@/lib/reading/wire/wire-of'
import type { Artifact } from '@/lib/trace/model/artifact'
import type { Exchange } from '@/lib/trace/model/exchange'
import type { ExposureCell, Reader } from '@/lib/trace/model/exposure'
import { ArtifactTitle } from '../artifact-title'
import { Card } from '../notes/card'
import { goTo, storedId, wireId } from '../places'
import { artifactLine, artifactName } from '../stored/artifact-words'
import { TextButton } from '../text-button'

interface WhyProps {
  artifact: Artifact
  reader: Reader
  cell: ExposureCell
  exchange: Exchange
  close(): void
}

export function ExposedWhy({ artifact, reader, cell, exchange, close }: WhyProps) {
  const t = useText('inspector')
  const name = artifactName(t, artifact)
  const words = cell.abilities.map((ability) => t(`ability.${ability}`)).join(', ') || t('ability.none')
  return (
    <Card
      label={t('exposed.whyOf', { reader: t(`reader.${reader}`), name })}
      title={<b>{`${t(`reader.${reader}`)}: ${words}.`}</b>}
      close={close}
    >
      <div className="grid max-w-measure gap-1 px-3.5 pt-2 pb-2.5">
        <p>{t(`because.${cell.because}`)}</p>
        <p>
          <span>{`${t('exposed.follows')} `}</span>
          <ArtifactTitle artifact={artifact} />
          <span>{`, ${artifactLine(t, artifact)}`}</span>
          <Attributes artifact={artifact} />
          <span>.</span>
        </p>
        <Ways artifact={artifact} reader={reader} cell={cell} exchange={exchange} />
      </div>
    </Card>
  )
}

function Attributes({ artifact }: { artifact: Artifact }) {
  const t = useText('inspector')
  return attributesOf(artifact).map(({ text, isThere }) => (
    <span key={text}>
      <span>, </span>
      {isThere ? (
        <span lang="en" translate="no">
          {text}
        </span>
      ) : (
        <span>{t('exposed.without', { name: text })}</span>
      )}
    </span>
  ))
}

function attributesOf({ attributes }: Artifact): { text: string; isThere: boolean }[] {
  if (!attributes) return []
  const { httpOnly, secure, sameSite } = attributes
  const isSaid = sameSite !== 'absent'
  return [
    { text: 'HttpOnly', isThere: httpOnly },
    { text: 'Secure', isThere: secure },
    { text: isSaid ? `SameSite=${sameSite}` : 'SameSite', isThere: isSaid },
  ]
}

/** To the line on the wire, to the thing in Stored, to the lab. */
function Ways({ artifact, reader, cell, exchange }: Omit<WhyProps, 'close'>) {
  const t = useText('inspector')
  const locale = useLocale()
  const line = lineOfArtifact(exchange, artifact)
  const lab = proofOf(reader, cell)
  return (
    <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
      {line && (
        <TextButton onClick={() => goTo('wire', wireId(exchange.id, line.id))}>
          {t('exposed.toWire', { field: line.field })}
        </TextButton>
      )}
      <TextButton onClick={() => goTo('stored', storedId(exchange.id, artifact.id))}>
        {t(`exposed.toStored.${artifact.side}`)}
      </TextButton>
      {lab && <Link href={localePath(locale, `/labs/${lab}`)}>{t('exposed.toLab')}</Link>}
    </p>
  )
}
