'use client'
// Shows what a link asks for, before anything of it is done.
import { useEffect, useMemo, useRef } from 'react'
import { useAsked } from '@/app/_live/dials/asked'
import { decline } from '@/app/_live/dials/link'
import { useDialText } from '@/app/_live/dials/words'
import { sayOnly } from '@/app/_live/state/told'
import { Button } from '@/app/_ui/button'
import { useText } from '@/lib/i18n/client'
import type { Lanes, ScenarioAct } from '@/lib/scenario/acts'
import { parseScenario } from '@/lib/scenario/parse'
import { actText } from './act-text'
import { AskedDials } from './asked-dials'
import { dropScenario, followLink } from './run'

export function Question({ asked: text, lanes }: { asked: string; lanes: Lanes }) {
  const t = useText('timeline')
  const dials = useDialText()
  const asked = useMemo(() => parseScenario(text), [text])
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  const run = async (acts: readonly ScenarioAct[]) => {
    if (await followLink(acts, lanes)) return
    const { status = 0, code = '' } = useAsked.getState().refused ?? {}
    const why = dials(status === 0 ? 'no-answer' : 'refused', { status: String(status), code })
    sayOnly(why.replace(/\.$/, ''))
  }
  return (
    <dialog
      ref={dialog}
      className="w-130 max-w-[calc(100vw-2rem)] rounded-2 border-2 border-ink bg-surface p-5 text-ink shadow-2 backdrop:bg-ink/45"
      aria-labelledby="h-scenario"
      onClose={leave}
    >
      <h2 id="h-scenario" className="text-20">
        {t(asked.ok ? 'scenario.title' : 'scenario.wrong-title')}
      </h2>
      {asked.ok && <AskedDials />}
      {asked.ok ? <Acts acts={asked.acts} lanes={lanes} /> : <Wrong wrong={asked.wrong} />}
      <div className="mt-4 flex flex-wrap gap-2">
        <Button look="solid" onClick={leave}>
          {t(asked.ok ? 'scenario.leave' : 'scenario.close')}
        </Button>
        {asked.ok && <Button onClick={() => void run(asked.acts)}>{t('scenario.run')}</Button>}
      </div>
    </dialog>
  )
}

/** Of the acts and of the dials alike. */
function leave(): void {
  decline()
  dropScenario()
}

function Acts({ acts, lanes }: { acts: readonly ScenarioAct[]; lanes: Lanes }) {
  const t = useText('timeline')
  const shop = useText('shop')
  return (
    <>
      <p className="mt-2 text-ink-2">
        {lanes.length > 1 ? t('scenario.text-all') : t('scenario.text-one', { lane: lanes[0]! })}
      </p>
      <ol className="mt-3 max-h-80 list-decimal overflow-y-auto rounded-1 bg-sunk py-2 pr-2 pl-8 leading-text">
        {acts.map((act, i) => (
          <li key={i}>{actText(shop, act)}</li>
        ))}
      </ol>
    </>
  )
}

function Wrong({ wrong }: { wrong: string | null }) {
  const t = useText('timeline')
  if (wrong === null) return <p className="mt-2 text-ink-2">{t('scenario.wrong-count')}</p>
  return (
    <p className="mt-2 text-ink-2">
      {t('scenario.wrong')}{' '}
      <code lang="en" className="font-mono wrap-anywhere text-ink">
        {wrong}
      </code>
    </p>
  )
}
