import { choiceId, type LessonStep } from '@/lib/lessons/lesson'
import { SURENESS } from '@/lib/lessons/progress/progress'
import { PaperRow } from './paper-row'
import type { PaperWords } from './words'
import { WriteLines } from './write-lines'

interface Props {
  step: LessonStep
  n: number
  words: PaperWords
}

/** For who learns. What a lesson explains stands on no sheet, not even its heading: that says the point. */
export function SheetStep({ step, n, words: { own, learn, teach } }: Props) {
  const text = `step.${step.id}.text`
  return (
    <PaperRow n={n} kind={learn(`kind.${step.do}`)}>
      {step.do === 'read' ? (
        <>
          <p className="font-semibold">{teach('paper.why')}</p>
          <WriteLines lines={2} />
        </>
      ) : (
        <>
          <p className="font-semibold">{own(`step.${step.id}.title`)}</p>
          {own.has(text) && <p className="text-ink-2">{own(text)}</p>}
        </>
      )}
      {'between' in step && (
        <Boxes
          labels={[
            ...step.between.map((choice) => own(`step.${step.id}.choice.${choiceId(choice)}`)),
            ...(step.do === 'check' ? [] : [learn(step.do === 'see' ? 'cannot-tell' : 'unsure')]),
          ]}
        />
      )}
      {step.do === 'predict' && (
        <div className="flex flex-wrap items-baseline gap-x-4 pt-1 text-ink-2">
          <span>{learn('sure.label')}</span>
          <Boxes labels={SURENESS.map((one) => learn(`sure.${one}`))} />
        </div>
      )}
    </PaperRow>
  )
}

/** To tick with a pen. */
function Boxes({ labels }: { labels: readonly string[] }) {
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-0.5 pt-1">
      {labels.map((label) => (
        <li key={label} className="flex items-start gap-1.5">
          <span aria-hidden="true" className="mt-1 size-3 flex-none border border-ink" />
          <span>{label}</span>
        </li>
      ))}
    </ul>
  )
}
