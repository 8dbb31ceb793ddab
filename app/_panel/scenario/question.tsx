'use client'
// Shows what a link asks for, before anything of it is done.
import { useEffect, useMemo, useRef } from 'react'
import { useText } from '@/lib/i18n/client'
import { actText } from './act-text'
import type { Lanes, ScenarioAct } from './acts'
import { parseScenario } from './parse'
import { dropScenario, runScenario } from './run'

export function Question({ asked: text, lanes }: { asked: string; lanes: Lanes }) {
  const t = useText('timeline')
  const asked = useMemo(() => parseScenario(text), [text])
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
          <li key={i}>{actText(shop, act)}</li>
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
