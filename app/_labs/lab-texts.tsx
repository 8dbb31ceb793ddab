/** What is read on a lab's page without a run: made on the server. */
import Link from 'next/link'
import { Icon } from '@/app/_ui/icon'
import type { Messages } from '@/lib/i18n/format'
import { type Locale, localePath } from '@/lib/i18n/routing'
import type { Text } from '@/lib/i18n/text'
import { LABS } from '@/lib/labs'
import type { Lab } from '@/lib/labs/lab'
import { PrintButton } from './print-button'
import { Settles } from './settles'
import { namespaceOf } from './sheet'
import { labWords } from './words'

interface Props {
  lab: Lab
  locale: Locale
  own: Text
  labs: Text
  messages: Record<string, Messages>
}

export function LabHead({ lab, locale, own, labs, messages }: Props) {
  const given = messages[namespaceOf(lab.slug)]?.given
  const facts = typeof given === 'object' ? Object.keys(given) : []
  return (
    <>
      <nav className="crumb" aria-label={labs('crumb')}>
        <Link href={localePath(locale, '/labs')} prefetch={false}>
          {labs('title')}
        </Link>
        <Icon name="chevron" />
        <span>{labs('n-of', { n: LABS.indexOf(lab) + 1, of: LABS.length })}</span>
      </nav>
      <div className="q">
        <h1>{own('title')}</h1>
        <p>{own('lead')}</p>
        {facts.length > 0 && (
          <dl className="labfacts">
            {facts.map((key) => (
              <div key={key}>
                <dt>{own(`given.${key}`)}</dt>
                <dd>{own(`givenValue.${key}`)}</dd>
              </div>
            ))}
          </dl>
        )}
      </div>
      <p className="worksheet">{labs('worksheet.name')}</p>
    </>
  )
}

export function LabRest(props: Props) {
  return (
    <>
      <Why {...props} />
      <Own {...props} />
      <Settles {...props} />
      <Neighbours {...props} />
    </>
  )
}

const upTo = (most: number, own: Text, key: (n: number) => string) =>
  Array.from({ length: most }, (_, index) => index + 1).filter((n) => own.has(key(n)))

function Why({ own, labs }: Props) {
  return (
    <section className="why" aria-labelledby="h-why">
      <h2 id="h-why">{labs('why')}</h2>
      <div className="learned">
        {upTo(4, own, (n) => `why.${n}.title`).map((n) => (
          <div key={n}>
            <h3>{own(`why.${n}.title`)}</h3>
            <p>{own(`why.${n}.text`)}</p>
            <p className="src">{own(`why.${n}.source`)}</p>
          </div>
        ))}
      </div>
    </section>
  )
}

function Own({ own, labs }: Props) {
  return (
    <section className="own" aria-labelledby="h-own">
      <h2 id="h-own">{labs('own')}</h2>
      <ul>
        {upTo(3, own, (n) => `own.${n}`).map((n) => (
          <li key={n}>{own(`own.${n}`)}</li>
        ))}
      </ul>
    </section>
  )
}

function Neighbours({ lab, locale, labs }: Props) {
  const at = LABS.indexOf(lab)
  return (
    <nav className="neighbours" aria-label={labs('more-labs')}>
      <Neighbour lab={LABS[at - 1]} locale={locale} labs={labs} which="previous" />
      <Neighbour lab={LABS[at + 1]} locale={locale} labs={labs} which="next" />
      <PrintButton>{labs('worksheet.print')}</PrintButton>
    </nav>
  )
}

interface NeighbourProps {
  lab: Lab | undefined
  locale: Locale
  labs: Text
  which: 'previous' | 'next'
}

async function Neighbour({ lab, locale, labs, which }: NeighbourProps) {
  if (!lab) return null
  const { own } = await labWords(locale, lab.slug)
  return (
    <Link href={localePath(locale, `/labs/${lab.slug}`)} prefetch={false}>
      {labs(which, { lab: own('short') })}
    </Link>
  )
}
