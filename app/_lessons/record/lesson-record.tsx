import Link from 'next/link'
import { useLocale, useText } from '@/lib/i18n/client'
import { localePath } from '@/lib/i18n/routing'
import { type LessonProgress, type StepRecord, UNKNOWN } from '@/lib/lessons/progress/progress'
import { dayAndTime } from '@/lib/reading/format'
import { STRATEGIES } from '@/lib/strategies/strategy'
import { cameOf } from './came'
import type { RecordLesson, RecordStep } from './record-given'
import { useSaidWords } from './said-words'

interface Props {
  lesson: RecordLesson
  progress: LessonProgress
}

/** One lesson, as far as it was gone: what was said, and what came. */
export function LessonRecord({ lesson, progress }: Props) {
  const learn = useText('learn')
  const locale = useLocale()
  const behind = lesson.steps.filter(({ id }) => progress.steps[id])
  const count = (how: StepRecord['how']) => behind.filter(({ id }) => progress.steps[id]?.how === how).length
  const [skipped, shown] = [count('skipped'), count('shown')]
  return (
    <section aria-labelledby={`record-${lesson.id}`} className="border-t border-line-strong pt-3 pb-5 mt-4">
      <h2 id={`record-${lesson.id}`} className="text-16 leading-ui">
        <Link href={localePath(locale, `/learn/${lesson.slug}`)} prefetch={false}>
          {`${lesson.id} ${lesson.title}`}
        </Link>
      </h2>
      <p className="flex flex-wrap gap-x-3 pt-0.5 pb-1 text-13 text-ink-2">
        <span>
          {progress.done
            ? learn('state.done')
            : learn('state.under-way', { n: behind.length + 1, of: lesson.steps.length })}
        </span>
        {skipped > 0 && <span>{learn('state.skipped', { n: skipped })}</span>}
        {shown > 0 && <span>{learn('state.shown', { n: shown })}</span>}
      </p>
      <ol>
        {behind.map((step) => (
          <StepLine key={step.id} lesson={lesson} progress={progress} step={step} />
        ))}
      </ol>
    </section>
  )
}

function StepLine({ step, ...of }: Props & { step: RecordStep }) {
  const t = useText('record')
  const learn = useText('learn')
  const record = of.progress.steps[step.id]!
  return (
    <li className="grid break-inside-avoid grid-cols-[6.5rem_minmax(0,1fr)] gap-x-3 border-t border-line py-1.5 text-14 leading-ui max-narrow:grid-cols-1 print:text-13">
      <p className="text-12 text-ink-3">{learn(`kind.${step.do}`)}</p>
      <div className="min-w-0">
        <p>{step.title}</p>
        {record.how !== 'done' && <p className="font-semibold">{learn(`you.${record.how}`)}</p>}
        {step.question && record.choice !== undefined && (
          <Said step={step} question={step.question} {...of} />
        )}
        {record.pin && <Pinned pin={record.pin} lead={t('pinned')} />}
      </div>
    </li>
  )
}

/** Whether it came so: a prediction simply did or did not; else by whose word. */
const SAYS = {
  predict: ['held', 'otherwise'],
  exchange: ['your-exchange', 'your-exchange-but'],
  run: ['your-run', 'your-run-but'],
  lab: ['right', 'right-but'],
} as const

const whoseWord = ({ asks }: NonNullable<RecordStep['question']>) =>
  'reading' in asks ? 'exchange' : 'ownRun' in asks ? 'run' : 'lab'

interface SaidProps extends Props {
  step: RecordStep
  question: NonNullable<RecordStep['question']>
}

function Said({ lesson, progress, step, question }: SaidProps) {
  const learn = useText('learn')
  const words = useSaidWords(step.do, question)
  const { choice = UNKNOWN, sure } = progress.steps[step.id]!
  const came = cameOf(lesson, progress, step)
  const says = SAYS[step.do === 'predict' ? 'predict' : whoseWord(question)]
  const hasSeen = step.do === 'see' && choice !== UNKNOWN
  return (
    <>
      <p>
        <span className="text-ink-2">{`${learn(hasSeen ? 'you.saw' : 'you.said')} `}</span>
        <b className="font-semibold">{words(choice)}</b>
        <span>{sure ? learn(`you.sure.${sure}`) : '.'}</span>
      </p>
      {came && (
        <p className="text-ink-2">
          {came.held
            ? learn(`you.${says[0]}`)
            : learn(`you.${says[1]}`, { right: words(came.value), own: words(came.value) })}
        </p>
      )}
    </>
  )
}

/** The exchanges that a lesson took it from, by the numbers that the timeline has for them: they go with their sandbox. */
function Pinned({ pin, lead }: { pin: NonNullable<StepRecord['pin']>; lead: string }) {
  const locale = useLocale()
  const lanes = STRATEGIES.filter((lane) => pin.exchanges[lane])
  return (
    <p className="flex flex-wrap gap-x-3 text-12 text-ink-3">
      <span>{dayAndTime(Date.parse(pin.at), locale)}</span>
      {lanes.length > 0 && <span>{lead}</span>}
      {lanes.map((lane) => (
        <span key={lane} lang="en" className={`lane-${lane} font-mono`}>
          <span className="text-lane">{lane}</span>
          <span>{` ${pin.exchanges[lane]}`}</span>
        </span>
      ))}
    </p>
  )
}
