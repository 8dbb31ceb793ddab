'use client'
// Part of the Exposed view: what a cell follows from, and where to see it.
import Link from 'next/link'
import { useEffect, useRef } from 'react'
import { Icon } from '@/app/_ui/icon'
import { plainKey } from '@/app/_ui/plain-key'
import { type Text, useLocale, useText } from '@/lib/i18n/client'
import { localePath } from '@/lib/i18n/routing'
import { proofOf } from '@/lib/labs/proofs'
import { lineOfArtifact } from '@/lib/reading/wire/wire-of'
import type { Artifact } from '@/lib/trace/model/artifact'
import type { Exchange } from '@/lib/trace/model/exchange'
import type { ExposureCell, Reader } from '@/lib/trace/model/exposure'
import { goTo, storedId, wireId } from '../places'
import { artifactLine, artifactName } from '../stored/artifact-words'

interface WhyProps {
  artifact: Artifact
  reader: Reader
  cell: ExposureCell
  exchange: Exchange
  close(): void
}

export function ExposedWhy({ artifact, reader, cell, exchange, close }: WhyProps) {
  const t = useText('inspector')
  const box = useRef<HTMLElement>(null)
  useEffect(() => box.current?.focus(), [])
  const words = cell.abilities.map((ability) => t(`ability.${ability}`)).join(', ') || t('ability.none')
  return (
    <section
      ref={box}
      className="whybox"
      tabIndex={-1}
      aria-label={t('exposed.whyOf', { reader: t(`reader.${reader}`), name: artifactName(t, artifact) })}
      onKeyDown={(event) => plainKey(event) === 'Escape' && close()}
    >
      <p>
        <b>{`${t(`reader.${reader}`)}: ${words}.`}</b>
        <span>{` ${t(`because.${cell.because}`)}`}</span>
      </p>
      <p>
        {t('exposed.follows')} <span lang="en">{artifactName(t, artifact)}</span>
        <span>{`, ${[artifactLine(t, artifact), ...attributeWords(t, artifact)].join(', ')}.`}</span>
      </p>
      <Ways artifact={artifact} reader={reader} cell={cell} exchange={exchange} />
      <button type="button" className="iconbtn" aria-label={t('note.close')} onClick={close}>
        <Icon name="cross" />
      </button>
    </section>
  )
}

function attributeWords(t: Text, { attributes }: Artifact): string[] {
  if (!attributes) return []
  const { httpOnly, secure, sameSite } = attributes
  return [
    httpOnly ? 'HttpOnly' : t('exposed.without', { name: 'HttpOnly' }),
    secure ? 'Secure' : t('exposed.without', { name: 'Secure' }),
    sameSite === 'absent' ? t('exposed.without', { name: 'SameSite' }) : `SameSite=${sameSite}`,
  ]
}

/** To the line on the wire, to the thing in Stored, to the lab. */
function Ways({ artifact, reader, cell, exchange }: Omit<WhyProps, 'close'>) {
  const t = useText('inspector')
  const locale = useLocale()
  const line = lineOfArtifact(exchange, artifact)
  const lab = proofOf(reader, cell)
  return (
    <p className="ways">
      {line && (
        <button type="button" className="reveal" onClick={() => goTo('wire', wireId(exchange.id, line.id))}>
          {t('exposed.toWire', { field: line.field })}
        </button>
      )}
      <button
        type="button"
        className="reveal"
        onClick={() => goTo('stored', storedId(exchange.id, artifact.id))}
      >
        {t(`exposed.toStored.${artifact.side}`)}
      </button>
      {lab && <Link href={localePath(locale, `/labs/${lab}`)}>{t('exposed.toLab')}</Link>}
    </p>
  )
}
