'use client'
import type { EvidenceTable } from '@/lib/choose/evidence'
import type { GivenAnswers, QuestionId } from '@/lib/choose/questions'
// Each answer moves the ranking beside it.
import type { PackedCatalogue } from '@/lib/i18n/packed'
import { Flips } from './flips'
import { Questions } from './questions'
import { Ranking } from './ranking'
import { TakeAlong } from './take-along'
import { useCellWords, useChoice } from './use-choice'

interface Props {
  asked: GivenAnswers
  /** A question that the address answered with what it does not have. */
  wrong: QuestionId | null
  evidence: EvidenceTable
  labs: Record<string, PackedCatalogue>
}

export function Chooser({ asked, wrong, evidence, labs }: Props) {
  const choice = useChoice(asked, evidence)
  const words = useCellWords(labs)
  const isOpen = Object.keys(choice.answers).length > 0
  return (
    <div className="grid items-start gap-x-10 gap-y-8 laptop:grid-cols-[minmax(0,5fr)_minmax(0,7fr)]">
      <Questions answers={choice.answers} answer={choice.answer} wrong={wrong} />
      <div className="grid min-w-0 gap-8">
        <Ranking ranking={choice.ranking} isOpen={isOpen} words={words} />
        {isOpen && (
          <>
            <Flips flips={choice.flips} />
            <TakeAlong decided={choice} words={words} evidence={evidence} />
          </>
        )}
      </div>
    </div>
  )
}
