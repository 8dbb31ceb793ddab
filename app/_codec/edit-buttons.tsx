'use client'
import { EDITS, edited } from '@/lib/codec/edits'
// Changes the text in the page.
import { useText } from '@/lib/i18n/client'

/** Characters that can be sent (send-bench.tsx). */
const MOST = 4096

/** The classic changes; one that this text has no part for cannot be pressed. */
export function EditButtons({ text, change }: { text: string; change(text: string): void }) {
  const t = useText('bench')
  return (
    <fieldset className="edits" aria-label={t('edit.label')}>
      <legend>{t('edit.label')}</legend>
      {EDITS.map((edit) => {
        const next = edited(edit, text)
        const off = next === null ? 'no-part' : next.length > MOST ? 'too-long' : null
        return (
          <button
            key={edit}
            type="button"
            className="btn sm"
            disabled={off !== null}
            title={off ? t(`edit.${off}`, { most: MOST }) : t(`edit.why.${edit}`)}
            onClick={() => next !== null && change(next)}
          >
            {t(`edit.${edit}`)}
          </button>
        )
      })}
    </fieldset>
  )
}
