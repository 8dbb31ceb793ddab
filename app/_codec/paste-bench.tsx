'use client'
// Decoded here: nothing in this file asks the server for anything.
import { useState } from 'react'
import { readPasted } from '@/lib/codec/pasted'
import { useText } from '@/lib/i18n/client'
import { CredentialText } from './credential-text'
import { OpenedText } from './opened-text'
import { BenchCard } from './parts'
import { SetCookieRead } from './set-cookie-read'

const MOST = 16_384

export function PasteBench() {
  const t = useText('bench')
  const [text, setText] = useState('')
  const pasted = readPasted(text)
  return (
    <BenchCard id="h-paste" title={t('paste.title')}>
      <p>{t('paste.lead')}</p>
      <CredentialText label={t('paste.text')} text={text} change={setText} most={MOST} rows={5} />
      {pasted.kind === 'jwt' && <OpenedText text={pasted.text} />}
      {pasted.kind === 'set-cookie' && <SetCookieRead line={pasted.line} />}
      {pasted.kind === 'unknown' && <p role="status">{t('paste.unknown')}</p>}
    </BenchCard>
  )
}
