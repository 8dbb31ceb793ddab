'use client'
// Decoded here: nothing in this file asks the server for anything.
import { useState } from 'react'
import { readPasted } from '@/lib/codec/pasted'
import { useText } from '@/lib/i18n/client'
import { CredentialText } from './credential-text'
import { OpenedText } from './opened-text'
import { SetCookieRead } from './set-cookie-read'

const MOST = 16_384

export function PasteBench() {
  const t = useText('bench')
  const [text, setText] = useState('')
  const pasted = readPasted(text)
  return (
    <section className="card" aria-labelledby="h-paste">
      <h2 id="h-paste">{t('paste.title')}</h2>
      <div className="in">
        <p>{t('paste.lead')}</p>
        <CredentialText label={t('paste.text')} text={text} change={setText} most={MOST} rows={5} />
        {pasted.kind === 'jwt' && <OpenedText text={pasted.text} />}
        {pasted.kind === 'set-cookie' && <SetCookieRead line={pasted.line} />}
        {pasted.kind === 'unknown' && <p role="status">{t('paste.unknown')}</p>}
      </div>
    </section>
  )
}
