/** What the study note says, beside what there is to correct in it: made on the server. */
import type { Locale } from '@/lib/i18n/routing'
import type { Text } from '@/lib/i18n/text'
import type { Lab } from '@/lib/labs/lab'
import { notedIn } from './words'

interface Props {
  lab: Lab
  locale: Locale
  own: Text
  labs: Text
}

export async function Settles({ lab, locale, own, labs }: Props) {
  const claim = await notedIn(locale)
  const corrected = lab.settles.filter((row) => own.has(`corrects.${row}`))
  const others = lab.settles.filter((row) => !corrected.includes(row))
  return (
    <section className="settles" aria-labelledby="h-settles">
      <h2 id="h-settles">{labs('settles.title')}</h2>
      <p>{labs('settles.note')}</p>
      <dl>
        {corrected.map((row) => (
          <div key={row}>
            <dt>
              <q>{claim(row)}</q>
            </dt>
            <dd>{own(`corrects.${row}`)}</dd>
          </div>
        ))}
      </dl>
      {others.length > 0 && (
        <details open={corrected.length === 0}>
          <summary>{labs('settles.holds', { n: others.length })}</summary>
          <ul>
            {others.map((row) => (
              <li key={row}>
                <q>{claim(row)}</q>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
