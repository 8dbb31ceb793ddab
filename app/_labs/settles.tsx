/** What the study note says, beside what there is to correct in it: made on the server. */
import { type Locale, localePath } from '@/lib/i18n/routing'
import type { Text } from '@/lib/i18n/text'
import type { Lab } from '@/lib/labs/lab'
import { type Correction, correctedBy } from './settled'
import { notedIn } from './words'

interface Props {
  lab: Lab
  locale: Locale
  own: Text
  labs: Text
}

export async function Settles({ lab, locale, own, labs }: Props) {
  const claim = await notedIn(locale)
  const corrected = await correctedBy(lab, own, locale)
  const others = lab.settles.filter((row) => !corrected.some((one) => one.row === row))
  return (
    <section className="max-w-270 pt-8">
      <h2 className="text-20">{labs('settles.title')}</h2>
      <p className="mt-1 text-ink-2">{labs('settles.note')}</p>
      <Corrected {...{ locale, claim, corrected }} />
      {others.length > 0 && (
        <details open={corrected.length === 0} className="border-t border-line">
          <summary className="min-h-6 py-2.5 text-ink-2">
            {labs('settles.holds', { n: others.length })}
          </summary>
          <ul className="pb-2">
            {others.map((row) => (
              <li key={row} className="py-1">
                <InNote row={row} locale={locale} claim={claim} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

interface CorrectedProps {
  locale: Locale
  claim: Text
  corrected: readonly Correction[]
}

/** What is said, beside what is the case. */
export function Corrected({ locale, claim, corrected }: CorrectedProps) {
  return (
    <dl className="mt-3 leading-text">
      {corrected.map(({ row, said }) => (
        <div
          key={row}
          className="grid gap-x-8 gap-y-1 border-t border-line py-2 tablet:grid-cols-2 print:break-inside-avoid"
        >
          <dt>
            <InNote row={row} locale={locale} claim={claim} />
          </dt>
          <dd className="font-medium max-tablet:pl-4.5">{said}</dd>
        </div>
      ))}
    </dl>
  )
}

/** What the note says, and the way to its row there. No link of the router: after it the row would not be the target, and not be marked. */
function InNote({ row, locale, claim }: Omit<CorrectedProps, 'corrected'> & { row: string }) {
  return (
    <a href={localePath(locale, `/note#${row}`)} className="inline-block text-ink-2">
      <q>{claim(row)}</q>
    </a>
  )
}
