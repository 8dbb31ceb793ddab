'use client' // keeps the answer
import { noteGuess, usePathPlace } from '@/app/_live/connection/path-left'
import { firstName, useCustomer } from '@/app/_live/state/use-customer'
import { Segments } from '@/app/_ui/segments'
import { useText } from '@/lib/i18n/client'
import { GUESSES } from '@/lib/reading/told/path'

/** One question before the act, in the flow beneath the line. The answer can be changed until then, and none is needed to go on. */
export function PathQuestion() {
  const t = useText('told')
  const guess = usePathPlace((path) => path.guess)
  const customer = useCustomer()
  const segments = GUESSES.map((id) => ({ id, label: t(`path.guess.${id}`) }))
  return (
    <div
      data-path="predict"
      className="mt-1.5 flex basis-full flex-wrap items-center gap-x-4 gap-y-1.5 border-t border-line py-1.5 text-13 print:hidden"
    >
      <p id="path-question" className="font-medium">
        {t('path.question', { customer: customer ? firstName(customer) : 'Mina' })}
      </p>
      <Segments
        name="guess"
        labelledBy="path-question"
        segments={segments}
        chosen={guess}
        choose={noteGuess}
        wide
        className="max-tablet:basis-full"
      />
    </div>
  )
}
