'use client'
// The fragment of the address never reaches the server: only this browser can read it.
import { useEffect, useRef } from 'react'
import { useText } from '@/lib/i18n/client'
import { useLink } from '../_dials/link'
import { useSandboxOpen } from '../_shop/use-open'
import { actText } from './act-text'
import { askedIn, type Lanes, type ScenarioAct } from './acts'
import type { Parsed } from './parse'
import { dropScenario, runScenario, useScenario } from './run'

/** A link that asks for acts: shows them, asks, then does them in this visitor's own sandbox. */
export function ScenarioLink({ lanes }: { lanes: Lanes }) {
  useFragment()
  const open = useSandboxOpen()
  const asked = useScenario((scenario) => scenario.asked)
  const running = useScenario((scenario) => scenario.running)
  // One question at a time: dials first.
  const dialsAsked = useLink((link) => link.turns !== null)
  if (running) return <Progress acts={running} />
  return asked && open && !dialsAsked ? <Question asked={asked} lanes={lanes} /> : null
}

/** zod comes only when there is something to read. */
function useFragment() {
  useEffect(() => {
    const read = async () => {
      const text = askedIn(location.hash)
      if (text === null) return
      const { parseScenario } = await import('./parse')
      useScenario.setState({ asked: parseScenario(text) })
    }
    void read()
    window.addEventListener('hashchange', read)
    return () => window.removeEventListener('hashchange', read)
  }, [])
}

function Question({ asked, lanes }: { asked: Parsed; lanes: Lanes }) {
  const t = useText('timeline')
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  return (
    <dialog ref={dialog} className="linkdialog scenario" aria-labelledby="h-scenario" onClose={dropScenario}>
      <h2 id="h-scenario">{t(asked.ok ? 'scenario.title' : 'scenario.wrong-title')}</h2>
      {asked.ok ? <Acts acts={asked.acts} lanes={lanes} /> : <Wrong wrong={asked.wrong} />}
      <div className="acts">
        <button type="button" className="btn solid" onClick={dropScenario}>
          {t(asked.ok ? 'scenario.leave' : 'scenario.close')}
        </button>
        {asked.ok && (
          <button type="button" className="btn" onClick={() => void runScenario(asked.acts, lanes)}>
            {t('scenario.run')}
          </button>
        )}
      </div>
    </dialog>
  )
}

function Acts({ acts, lanes }: { acts: readonly ScenarioAct[]; lanes: Lanes }) {
  const t = useText('timeline')
  const shop = useText('shop')
  return (
    <>
      <p>{lanes.length > 1 ? t('scenario.text-all') : t('scenario.text-one', { lane: lanes[0]! })}</p>
      <ol>
        {acts.map((act, i) => (
          <li key={i}>{actText(t, shop, act)}</li>
        ))}
      </ol>
    </>
  )
}

function Wrong({ wrong }: { wrong: string | null }) {
  const t = useText('timeline')
  if (wrong === null) return <p>{t('scenario.wrong-count')}</p>
  return (
    <p>
      {t('scenario.wrong')} <code lang="en">{wrong}</code>
    </p>
  )
}

function Progress({ acts }: { acts: readonly ScenarioAct[] }) {
  const t = useText('timeline')
  const shop = useText('shop')
  const done = useScenario((scenario) => scenario.done)
  const next = acts[done]
  return (
    <div className="progress">
      <span role="status">
        {next
          ? t('scenario.doing', { n: done + 1, of: acts.length, what: actText(t, shop, next) })
          : t('scenario.done', { n: acts.length })}
      </span>
      <button type="button" className="btn sm" onClick={dropScenario}>
        {t(next ? 'scenario.stop' : 'scenario.close')}
      </button>
    </div>
  )
}
