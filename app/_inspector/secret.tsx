'use client'
// A value that is hidden until it is asked for.
import { useLocale, useText } from '@/lib/i18n/client'
import type { Exchange } from '@/lib/trace/exchange'
import { maskedLength } from '@/lib/trace/mask'
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
}

export function Secret({ id, name, text, real }: SecretProps) {
  const t = useText('inspector')
  const locale = useLocale()
  const reveal = useReveal()
  const mask = maskedLength(text)
  if (!mask) return <span className="c">{text}</span>
  const shown = reveal.isShown(id) ? real(reveal.whole!) : null
  return (
    <>
      {shown ? (
        <span className="c">{shown}</span>
      ) : (
        <span className="c">
          {mask.shown}
          <span className="mask" aria-hidden="true">
            {'•'.repeat(Math.min(10, Math.max(0, mask.length - mask.shown.length)))}
          </span>
          <span className="vh" lang={locale}>
            {t('reveal.hidden', { length: mask.length })}
          </span>
        </span>
      )}{' '}
      <button
        type="button"
        className="reveal"
        lang={locale}
        onClick={() => reveal.toggle(id)}
        title={t('reveal.hidden', { length: mask.length })}
        aria-label={t(shown ? 'reveal.hideOf' : 'reveal.showOf', { name })}
      >
        {reveal.failed ? t('reveal.gone') : t(shown ? 'reveal.hide' : 'reveal.show')}
      </button>
    </>
  )
}
