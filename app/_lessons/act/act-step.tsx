'use client' // follows what is done in the sandbox
import { Icon } from '@/app/_ui/icon'
import { later } from '@/app/_ui/later'
import { useText } from '@/lib/i18n/client'
import type { ActStep } from '@/lib/lessons/lesson'
import { useTold } from '../kept/follow'
import { StepTitle } from '../steps/step-title'
import { useOwn } from '../use-lesson'

const Means = later(() => import('./means').then((file) => file.Means))
const Helps = later(() => import('./helps').then((file) => file.Helps))

/** Nothing to press here to be checked: it is noticed. */
export function Act({ step }: { step: ActStep }) {
  const t = useText('learn')
  return (
    <div className="grid gap-2.5">
      <StepTitle step={step} />
      <Means step={step} />
      <Instead step={step} />
      <p className="text-12 text-ink-3">{t('act.waiting')}</p>
      <Helps step={step} />
    </div>
  )
}

/** What was done instead, and what that was. */
function Instead({ step }: { step: ActStep }) {
  const t = useText('learn')
  const own = useOwn()
  const { wrong, dead } = useTold()
  const deadText = `step.${step.id}.dead`
  return (
    <div role="status" className="grid gap-1 empty:hidden">
      {wrong && (
        <p className="flex items-start gap-2 border-l-3 border-ink bg-mark-1 px-2.5 py-1.5">
          <Icon name="cross" className="mt-1 size-3 flex-none stroke-2" />
          <span>{own(`step.${step.id}.wrong.${wrong.say}`)}</span>
        </p>
      )}
      {dead && (
        <p className="border-l-3 border-ink bg-mark-1 px-2.5 py-1.5 font-semibold">
          {own.has(deadText) ? own(deadText) : t('act.dead')}
        </p>
      )}
    </div>
  )
}
