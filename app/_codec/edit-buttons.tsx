'use client'
import { Button } from '@/app/_ui/button'
import { EDITS, edited } from '@/lib/codec/edits'
// Changes the text in the page.
import { useText } from '@/lib/i18n/client'

/** Characters that can be sent (send-bench.tsx). */
const MOST = 4096

/** The classic changes; one that this text has no part for cannot be pressed. */
export function EditButtons({ text, change }: { text: string; change(text: string): void }) {
  const t = useText('bench')
  return (
    <fieldset className="flex flex-wrap items-center gap-2">
      <legend className="pb-1.5 text-13 font-semibold">{t('edit.label')}</legend>
      {EDITS.map((edit) => {
        const next = edited(edit, text)
        const off = next === null ? 'no-part' : next.length > MOST ? 'too-long' : null
        return (
          <Button
            key={edit}
            size="sm"
            off={off !== null}
            aria-describedby={`edit-${edit}`}
            onClick={() => next !== null && change(next)}
          >
            <span>{t(`edit.${edit}`)}</span>
            <span id={`edit-${edit}`} hidden>
              {off ? t(`edit.${off}`, { most: MOST }) : t(`edit.why.${edit}`)}
            </span>
          </Button>
        )
      })}
    </fieldset>
  )
}
