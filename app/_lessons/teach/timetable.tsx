import { cx } from '@/app/_ui/cx'
import { ColumnHeads } from '@/app/_ui/reading/column-heads'
import type { Locale } from '@/lib/i18n/routing'
import type { LessonPlan, PlannedLesson } from '@/lib/lessons/plan'
import { stepSpans } from '@/lib/lessons/times'
import { HOLDS_LINKS, LessonLink, PaperLinks, StepLink } from './links'
import { clockText, spanText } from './minutes'
import type { TeachWords } from './words'

interface Props {
  plan: LessonPlan
  locale: Locale
  words: TeachWords
}

/** An hour, minute by minute. */
export function Timetable({ plan, locale, words }: Props) {
  const { teach } = words
  const spare = (plan.minutes * 60 - plan.span.most) / 60
  return (
    <table className={cx(TABLE, HOLDS_LINKS)}>
      <ColumnHeads
        columns={(['from', 'takes', 'step'] as const).map((name) => ({ head: teach(`table.${name}`) }))}
      />
      {plan.parts.map((part) => (
        <tbody key={part.lesson.id}>
          {part.how === 'told' ? (
            <Told part={part} locale={locale} words={words} />
          ) : (
            <Played part={part} locale={locale} words={words} />
          )}
        </tbody>
      ))}
      <tbody>
        <tr className="border-t border-line-strong">
          <td className={TIME}>{clockText(plan.span.most)}</td>
          <td />
          <td className="text-ink-2">{teach('table.spare', { n: spare })}</td>
        </tr>
      </tbody>
    </table>
  )
}

const TABLE =
  'w-full border-collapse border-b border-line-strong text-left text-14 [&_:is(th,td)]:py-1 [&_:is(th,td)]:pr-4 [&_:is(th,td)]:align-baseline [&_thead]:text-13 [&_thead_th]:font-normal [&_thead_th]:whitespace-nowrap [&_thead]:text-ink-3'
const TIME = 'whitespace-nowrap tabular-nums text-ink-2'

interface RowProps extends Omit<Props, 'plan'> {
  part: PlannedLesson
}

function Told({ part: { lesson, from, span }, locale, words }: RowProps) {
  const { teach, own } = words
  return (
    <tr className="border-t border-line-strong">
      <td className={TIME}>{clockText(from)}</td>
      <td className={TIME}>{spanText(teach, locale, span)}</td>
      <td>
        <LessonLink lesson={lesson} locale={locale} words={words} />
        <p className="text-ink-2">
          <span>{`${teach('table.told')}: `}</span>
          <q>{own(lesson)('learned')}</q>
        </p>
      </td>
    </tr>
  )
}

function Played({ part, locale, words }: RowProps) {
  const { lesson, from, span } = part
  const { teach, learn } = words
  const spans = stepSpans(lesson)
  const startOf = (i: number) => from + spans.slice(0, i).reduce((sum, { most }) => sum + most, 0)
  return (
    <>
      <tr className="border-t border-line-strong font-semibold">
        <td className={TIME}>{clockText(from)}</td>
        <td className={TIME}>{spanText(teach, locale, span)}</td>
        <th scope="rowgroup" className="font-semibold">
          <LessonLink lesson={lesson} locale={locale} words={words} />
          <PaperLinks lesson={lesson} locale={locale} words={words} />
        </th>
      </tr>
      {lesson.steps.map((step, i) => (
        <tr key={step.id} className="border-t border-line">
          <td className={TIME}>{clockText(startOf(i))}</td>
          <td className={TIME}>{spanText(teach, locale, spans[i]!)}</td>
          <td>
            <span className="block text-12 text-ink-3">{learn(`kind.${step.do}`)}</span>
            <StepLink lesson={lesson} step={step} locale={locale} words={words} />
          </td>
        </tr>
      ))}
    </>
  )
}
