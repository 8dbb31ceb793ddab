'use client'
// The answers are in the address: a reload, a link and the other language find them there.
import { useEffect, useMemo, useState } from 'react'
import { namespaceOf } from '@/app/_labs/sheet'
import { answersIn, queryOf } from '@/lib/choose/address'
import type { EvidenceTable } from '@/lib/choose/evidence'
import { flipsOf } from '@/lib/choose/flips'
import type { GivenAnswers } from '@/lib/choose/questions'
import { rank } from '@/lib/choose/rank'
import type { Decision } from '@/lib/choose/record'
import { useLocale, useText } from '@/lib/i18n/client'
import { open, type PackedCatalogue } from '@/lib/i18n/packed'
import { textOf } from '@/lib/i18n/text'
import type { CellWords } from './say-cell'

export interface ChoiceState extends Decision {
  answer(answers: GivenAnswers): void
}

export function useChoice(asked: GivenAnswers, evidence: EvidenceTable): ChoiceState {
  const [answers, setAnswers] = useState(asked)
  // Back on this page the router draws it as it came first; the address has what was answered since.
  useEffect(() => {
    const now = answersIn(new URLSearchParams(location.search))
    if (now.ok) setAnswers((known) => (queryOf(known) === queryOf(now.answers) ? known : now.answers))
  }, [])
  const decided = useMemo(
    () => ({ answers, ranking: rank(answers, evidence), flips: flipsOf(answers, evidence) }),
    [answers, evidence],
  )
  const answer = (next: GivenAnswers) => {
    setAnswers(next)
    history.replaceState(history.state, '', location.pathname + queryOf(next))
  }
  return { ...decided, answer }
}

export function useCellWords(labs: Record<string, PackedCatalogue>): CellWords {
  const t = useText('choose')
  const dials = useText('dials')
  const locale = useLocale()
  return useMemo(
    () => ({
      t,
      dials,
      lab: (slug) => {
        const own = labs[slug]
        return textOf(namespaceOf(slug), own === undefined ? own : open(own), locale)
      },
    }),
    [t, dials, labs, locale],
  )
}
