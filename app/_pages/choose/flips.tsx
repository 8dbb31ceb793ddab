'use client'
import type { Flip } from '@/lib/choose/flips'
import { numberOf } from '@/lib/choose/questions'
import { useText } from '@/lib/i18n/client'

export function Flips({ flips }: { flips: readonly Flip[] }) {
  const t = useText('choose')
  return (
    <section aria-labelledby="flips">
      <h2 id="flips" className="text-20 leading-tight">
        {t('flips.title')}
      </h2>
      {flips.length === 0 ? (
        <p className="pt-2 text-ink-2">{t('flips.none')}</p>
      ) : (
        <ul className="grid list-[square] gap-1.5 pt-2 pl-5 leading-text">
          {flips.map(({ question, answer, first }) => (
            <li key={`${question} ${answer}`}>
              {t('flips.flip', {
                n: numberOf(question),
                answer: t(`answer.${question}.${answer}`),
                first: first.join(', '),
              })}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
