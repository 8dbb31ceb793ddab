'use client' // acts of the machine room
import { useState } from 'react'
import { act } from '@/app/_live/requests/acts'
import { type Answer, isOk } from '@/app/_live/requests/http'
import { useLive } from '@/app/_live/state/store'
import { ActButton, useWhyOff } from '@/app/_notices/act-button'
import { useText } from '@/lib/i18n/client'
import type { StrategyName } from '@/lib/strategies/strategy'
import { Outcome } from './outcome'
import { type OwnerActRequest, ownerAct } from './owner-act'

type Pressed = 'overlap' | 'no-overlap' | 'purge' | 'restart'

function asked(pressed: Pressed, strategy: StrategyName): OwnerActRequest {
  if (pressed === 'purge') return { act: 'purge-expired' }
  if (pressed === 'restart') return { act: 'restart' }
  return { act: 'rotate-keys', strategy, keepPrevious: pressed === 'overlap' }
}

/** Each is followed by a real request of this device: who is still signed in? */
export function KeysAndRows({ strategy }: { strategy: StrategyName }) {
  const t = useText('acts')
  const device = useLive((live) => live.device)
  const [done, setDone] = useState<{ pressed: Pressed; answer: Answer } | null>(null)
  const press = async (pressed: Pressed) => {
    const answer = await ownerAct(asked(pressed, strategy))
    setDone({ pressed, answer })
    if (isOk(answer)) await act([strategy], device, { act: 'cart.read' })
  }
  return (
    <>
      <Buttons pressed={['overlap', 'no-overlap']} press={press} />
      <Buttons pressed={['purge', 'restart']} press={press} />
      <Outcome
        answer={done?.answer ?? null}
        done={done ? t(`keys.done.${done.pressed}`, counts(done.answer)) : ''}
        refused={done?.answer.code === 'not_possible' ? t(`keys.no-key.${strategy}`) : undefined}
      />
    </>
  )
}

function Buttons({ pressed, press }: { pressed: Pressed[]; press(which: Pressed): Promise<void> }) {
  const t = useText('acts')
  const off = useWhyOff()
  return (
    <ul>
      {pressed.map((which) => (
        <li key={which} className="border-line py-1.5 not-first:border-t">
          <ActButton size="sm" why={off} onClick={() => void press(which)}>
            <span>{t(`keys.${which}`)}</span>
          </ActButton>
          <small className="mt-1 block text-12 text-ink-3">{t(`keys.does.${which}`)}</small>
        </li>
      ))}
    </ul>
  )
}

/** How many rows went, whatever the tables are called. */
function counts({ body }: Answer): { n: number; generation: number } {
  const { removed = {}, generation = 0 } = (body ?? {}) as {
    removed?: Record<string, number>
    generation?: number
  }
  return { n: Object.values(removed).reduce((sum, count) => sum + count, 0), generation }
}
