'use client'
// The fragment of the address never reaches the server: only this browser can read it.
import { useEffect } from 'react'
import { useLink } from '@/app/_live/dials/link'
import { sayOnly } from '@/app/_live/state/told'
import { useSandboxOpen } from '@/app/_live/state/use-open'
import { Button } from '@/app/_ui/button'
import { later } from '@/app/_ui/later'
import { useText } from '@/lib/i18n/client'
import { askedIn, type Lanes, type ScenarioAct } from '@/lib/scenario/acts'
import { actText } from './act-text'
import { dropScenario, useScenario } from './run'

/** It reads the link with zod, which comes only when there is something to read. */
const Question = later(() => import('./question').then((file) => file.Question))

/** A link that asks for acts: shows them, asks, then does them in this visitor's own sandbox. */
export function ScenarioLink({ lanes }: { lanes: Lanes }) {
  useFragment()
  const open = useSandboxOpen()
  const asked = useScenario((scenario) => scenario.asked)
  const running = useScenario((scenario) => scenario.running)
  // One question at a time: dials that came without acts first.
  const dialsAsked = useLink((link) => link.turns !== null && !link.withActs)
  if (running) return <Progress acts={running} />
  return asked && open && !dialsAsked ? <Question asked={asked} lanes={lanes} /> : null
}

function useFragment() {
  useEffect(() => {
    const read = () => {
      const text = askedIn(location.hash)
      if (text !== null) useScenario.setState({ asked: text })
    }
    read()
    window.addEventListener('hashchange', read)
    return () => window.removeEventListener('hashchange', read)
  }, [])
}

function Progress({ acts }: { acts: readonly ScenarioAct[] }) {
  const t = useText('timeline')
  const shop = useText('shop')
  const done = useScenario((scenario) => scenario.done)
  const next = acts[done]
  const all = t('scenario.done', { n: acts.length })
  // Each act is told as it is done; that it was the last shows nowhere else.
  useEffect(() => {
    if (!next) sayOnly(all.replace(/\.$/, ''))
  }, [next, all])
  return (
    <div className="absolute bottom-full left-1/2 mb-2 flex w-max max-w-full -translate-x-1/2 items-center gap-3 rounded-2 border border-line-strong bg-surface py-1.5 pr-2 pl-3.5 text-13 shadow-2">
      <span>
        {next ? t('scenario.doing', { n: done + 1, of: acts.length, what: actText(shop, next) }) : all}
      </span>
      <Button size="sm" onClick={dropScenario}>
        {t(next ? 'scenario.stop' : 'scenario.close')}
      </Button>
    </div>
  )
}
