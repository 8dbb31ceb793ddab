/** A sheet of paper of a lab: the same questions twice, and the answers only for who teaches. Made on the server. */
import Link from 'next/link'
import type { Messages } from '@/lib/i18n/format'
import { type Locale, localePath } from '@/lib/i18n/routing'
import type { Text } from '@/lib/i18n/text'
import type { Lab } from '@/lib/labs/lab'
import { Given, Why } from '../lab-texts'
import { PrintButton } from '../print-button'
import type { Correction } from '../settled'
import { Corrected } from '../settles'
import { minutesOf, namespaceOf } from '../sheet'
import { Grid } from './grid'
import { PAPERS, type Paper } from './papers'

interface Props {
  lab: Lab
  paper: Paper
  locale: Locale
  own: Text
  labs: Text
  claim: Text
  corrected: readonly Correction[]
  messages: Record<string, Messages>
}

export function PaperPage(props: Props) {
  const { lab, paper, own, labs, messages } = props
  return (
    <>
      <Bar {...props} />
      <h1 className="text-28 leading-tight tracking-tight">{`${labs(`paper.${paper}`)}: ${own('title')}`}</h1>
      <p className="pt-1 text-13 text-ink-2">{labs('minutes', { n: minutesOf(lab) })}</p>
      {paper === 'worksheet' && <p className="pt-4 whitespace-pre-wrap">{labs('worksheet.name')}</p>}
      <p className="mt-3 text-16 leading-ui text-ink-2">{own('lead')}</p>
      <div className="max-w-100 pt-3">
        <Given own={own} messages={messages[namespaceOf(lab.slug)]} />
      </div>
      <Questions {...props} />
      {paper === 'worksheet' ? <Lines labs={labs} /> : <Answers {...props} />}
    </>
  )
}

/** The way back, the other sheet, and the printer. */
function Bar({ lab, paper, locale, own, labs }: Props) {
  const other = PAPERS.find((one) => one !== paper)!
  const at = localePath(locale, `/labs/${lab.slug}`)
  const link = 'inline-flex min-h-6 items-center max-tablet:min-h-10'
  return (
    <nav
      aria-label={labs('crumb')}
      className="mb-6 flex flex-wrap items-center gap-x-6 gap-y-2 border-b border-line pb-4 text-13 print:hidden"
    >
      <PrintButton>{labs('worksheet.print')}</PrintButton>
      <Link href={at} prefetch={false} className={link}>
        {labs('paper.lab', { lab: own('short') })}
      </Link>
      <Link href={`${at}/${other}`} prefetch={false} className={link}>
        {labs(`paper.${other}`)}
      </Link>
    </nav>
  )
}

function Questions({ lab, paper, own, labs }: Props) {
  const isKey = paper === 'key'
  return (
    <>
      <h2 className={HEAD}>{labs('paper.acts')}</h2>
      <ol className="grid list-decimal gap-0.5 pt-1 pl-6">
        {lab.acts.map((act) => (
          <li key={act}>{own(`act.${act}`)}</li>
        ))}
      </ol>
      <h2 className={HEAD}>{labs('predict.title')}</h2>
      <p className="pt-1 pb-2">{own('ask')}</p>
      <Grid lab={lab} own={own} labs={labs} moments={[lab.asks.moment]} isKey={isKey} isChoice />
      <h2 className={HEAD}>{labs('verdict.moments')}</h2>
      <p className="pt-1 pb-2 text-ink-2">{labs(isKey ? 'paper.expected' : 'paper.fill')}</p>
      <Grid lab={lab} own={own} labs={labs} moments={lab.moments} isKey={isKey} />
    </>
  )
}

const HEAD = 'pt-6 text-16'

/** Room for an answer in words. */
function Lines({ labs }: Pick<Props, 'labs'>) {
  return (
    <>
      {['why', 'lane'].map((question) => (
        <div key={question} className="break-inside-avoid">
          <h2 className={HEAD}>{labs(`paper.${question}`)}</h2>
          {[1, 2, 3].map((line) => (
            <div key={line} className="h-9 border-b border-line-strong" />
          ))}
        </div>
      ))}
    </>
  )
}

function Answers({ lab, locale, own, labs, claim, corrected }: Props) {
  const [position] = lab.positions
  return (
    <>
      <h2 className={HEAD}>{labs('paper.so')}</h2>
      <dl className="grid gap-1 pt-1">
        {Object.keys(position.expected).map((lane) => (
          <div key={lane} className="grid grid-cols-[5rem_minmax(0,1fr)] gap-3">
            <dt className={`lane-${lane} font-mono font-bold text-lane`} lang="en">
              {lane}
            </dt>
            <dd>{own.has(`so.default.${lane}`) && withoutFacts(own(`so.default.${lane}`))}</dd>
          </div>
        ))}
      </dl>
      <Why own={own} labs={labs} />
      {corrected.length > 0 && (
        <>
          <h2 className={HEAD}>{labs('settles.title')}</h2>
          <Corrected locale={locale} claim={claim} corrected={corrected} />
        </>
      )}
    </>
  )
}

/** What only a run can measure is not known here. */
const withoutFacts = (text: string) => text.replaceAll(/\{\w+\}/g, '…')
