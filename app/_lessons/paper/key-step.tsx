import Link from 'next/link'
import { Icon } from '@/app/_ui/icon'
import { type Locale, localePath } from '@/lib/i18n/routing'
import type { KeyLine } from '@/lib/lessons/key'
import { choiceId, type LessonStep } from '@/lib/lessons/lesson'
import type { TimeSpan } from '@/lib/lessons/times'
import { spanText } from '../teach/minutes'
import { PaperRow } from './paper-row'
import type { PaperWords } from './words'

interface Props {
  step: LessonStep
  n: number
  span: TimeSpan
  /** Of a question. */
  line: KeyLine | null
  locale: Locale
  words: PaperWords
}

/** For who teaches. */
export function KeyStep({ step, n, span, line, locale, words }: Props) {
  const { own, learn, teach } = words
  const text = `step.${step.id}.text`
  return (
    <PaperRow n={n} kind={learn(`kind.${step.do}`)} time={spanText(teach, locale, span)}>
      <p className="font-semibold">{own(`step.${step.id}.title`)}</p>
      {own.has(text) && <p className="leading-ui text-ink-2">{own(text)}</p>}
      {line && 'between' in step && <Answers step={step} line={line} locale={locale} words={words} />}
    </PaperRow>
  )
}

interface AnswersProps extends Pick<Props, 'locale' | 'words'> {
  step: Extract<LessonStep, { between: unknown }>
  line: KeyLine
}

function Answers({ step, line, locale, words: { own, teach, labName } }: AnswersProps) {
  const { choice, lab } = line
  const at = `step.${step.id}`
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-3 pt-1">
        <b className="flex items-baseline gap-1.5 font-semibold">
          <Icon name="check" className="size-3 self-center stroke-2" />
          <span>
            <span className="sr-only">{`${teach('paper.right')} `}</span>
            <span>{own(`${at}.choice.${choice}`)}</span>
          </span>
        </b>
        <span className="text-12 text-ink-3">
          {lab ? (
            <Link href={localePath(locale, `/labs/${lab.lab}`)} prefetch={false}>
              {teach('paper.by-lab', { lab: labName(lab.lab) })}
            </Link>
          ) : (
            teach('paper.by-own')
          )}
        </span>
      </p>
      {step.do === 'check' && (
        <dl className="grid gap-0.5 pt-1 text-13 leading-ui print:text-12">
          {step.between.map(choiceId).map((id) => (
            <div key={id}>
              <dt className="inline font-semibold">{`${own(`${at}.choice.${id}`)}: `}</dt>
              <dd className="inline text-ink-2">{own(`${at}.reply.${id}`)}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  )
}
