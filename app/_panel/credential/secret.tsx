'use client'
// A value that is hidden until it is asked for, and can be opened into its parts.
import type { ReactNode } from 'react'
import { useLocale, useText } from '@/lib/i18n/client'
import { maskedLength } from '@/lib/trace/export/mask'
import type { Exchange } from '@/lib/trace/model/exchange'
import { useReveal } from './reveal'

interface SecretProps {
  /** Distinguishes this value in its exchange. */
  id: string
  /** What the button reveals, as a person calls it. */
  name: string
  /** Masked, or as it is when the server does not mask it. */
  text: string
  /** Finds the value in the unmasked exchange. */
  real(whole: Exchange): string | null | undefined
  /** Draws what the value is made of; absent: there is nothing in it. */
  opened?: (text: string) => ReactNode
}

export function Secret({ id, name, text, real, opened }: SecretProps) {
  const t = useText('inspector')
  const locale = useLocale()
  const reveal = useReveal()
  const mask = maskedLength(text)
  if (!mask) return <span className="c">{text}</span>
  const value = reveal.whole && real(reveal.whole)
  const shown = reveal.isShown(id) && value
  const opener = `open.${id}`
  return (
    <>
      {shown ? <span className="c">{shown}</span> : <Masked {...mask} />}
      <span> </span>
      <button
        type="button"
        className="reveal"
        lang={locale}
        onClick={() => reveal.toggle(id)}
        title={t('reveal.hidden', { length: mask.length })}
        aria-label={t(shown ? 'reveal.hideOf' : 'reveal.showOf', { name })}
      >
        {reveal.failed ? t(`reveal.${reveal.failed}`) : t(shown ? 'reveal.hide' : 'reveal.show')}
      </button>
      {opened && (
        <button
          type="button"
          className="reveal"
          lang={locale}
          aria-expanded={reveal.isOpen(opener)}
          aria-label={t(reveal.isOpen(opener) ? 'reveal.closeOf' : 'reveal.openOf', { name })}
          onClick={() => reveal.toggle(opener)}
        >
          {t(reveal.isOpen(opener) ? 'reveal.close' : 'reveal.open')}
        </button>
      )}
      {opened && reveal.isOpen(opener) && value && opened(value)}
    </>
  )
}

function Masked({ shown, length }: { shown: string; length: number }) {
  const t = useText('inspector')
  const locale = useLocale()
  return (
    <span className="c">
      <span>{shown}</span>
      <span className="mask" aria-hidden="true">
        {'•'.repeat(Math.min(10, Math.max(0, length - shown.length)))}
      </span>
      <span className="vh" lang={locale}>
        {t('reveal.hidden', { length })}
      </span>
    </span>
  )
}
