'use client' // listens to the live store
import { useEffect, useRef } from 'react'
import { sandboxNow } from '@/app/_live/requests/clock'
import { gather } from '@/app/_live/state/gather'
import { useLive } from '@/app/_live/state/store'
import { forgetTold, say, sayOnly, useTold } from '@/app/_live/state/told'
import type { LiveState, Phase } from '@/app/_live/state/types'
import { firstName } from '@/app/_live/state/use-customer'
import { useChosen } from '@/app/_live/state/use-lane'
import { useText } from '@/lib/i18n/client'
import { clockTime } from '@/lib/reading/format'
import { actWords } from '@/lib/reading/timeline/act-words'
import type { Heard, Scene, ToldWords } from '@/lib/reading/told/scene'
import { toldOf } from '@/lib/reading/told/told'
import { STRATEGIES } from '@/lib/strategies/strategy'
import { useToldWords } from './told-words'

/** What happens in the sandbox, and what the visitor does with the page: each is told once. Draws nothing; it comes after the page. */
export function Tellings(): null {
  const words = useToldWords()
  useEffect(
    () =>
      gather((heard) => {
        // A link to the past was opened, or something was said since: that is what the page shows.
        const { cursor } = useLive.getState()
        if (heard.opening && (cursor !== null || (onlyAsked(heard) && useTold.getState().told))) return
        const told = toldOf(words, heard, sceneNow())
        if (told) say(told)
      }),
    [words],
  )
  usePlace(words)
  usePhases(words)
  useWaits()
  return null
}

/** What a page asks when it is loaded: nobody has done anything, and nobody has taken the other device in hand meanwhile. */
const onlyAsked = ({ exchanges, desk, acts, taken }: Heard) =>
  taken === null &&
  desk.length + acts.length === 0 &&
  exchanges.every(({ action, request }) => action === 'refresh' || request.method === 'GET')

function sceneNow(): Scene {
  const { device, dials, exchanges, desk, users } = useLive.getState()
  const nameOf = (email: string) => {
    const user = users.find((one) => one.email === email)
    return user ? firstName(user) : email
  }
  return {
    device,
    exchanges,
    desk,
    now: sandboxNow(),
    tolerance: dials.jwt.tolerance,
    nameOf,
    support: nameOf(users.find(({ email }) => email.startsWith('sam@'))?.email ?? 'Sam'),
  }
}

/** A step or an event of the past, and the way back. */
function usePlace({ t, act, timeline, locale }: ToldWords): void {
  const { steps, step, event, live } = useChosen()
  const key = event ? event.at : live ? null : step?.key
  const was = useRef<string | null>(null)
  // Said when the place changes, not with every step that comes.
  useEffect(() => {
    if (key === undefined || key === was.current) return
    was.current = key
    if (key === null) return sayOnly(t('live'))
    const at = (iso: string) => clockTime(iso, locale)
    if (event) {
      const what = event.act === 'force-sign-out' ? t('forced') : actWords(timeline, event, locale)
      return sayOnly(t('event', { what, time: at(event.sandboxAt) }))
    }
    const [first] = Object.values(step!.exchanges)
    const values = {
      n: step!.index + 1,
      of: steps.length,
      act: act(step!.action),
      time: at(first!.sandboxAt),
    }
    sayOnly(t('step', values), t('step-why'))
  }, [key])
}

/** The connection comes back, or another sandbox. */
function usePhases({ t }: ToldWords): void {
  useEffect(() => {
    let id = useLive.getState().sandbox?.id
    let lost: Phase | null = null
    return useLive.subscribe(({ phase, sandbox }) => {
      if (sandbox && id && sandbox.id !== id) forgetTold()
      id = sandbox?.id ?? id
      if (phase === 'reconnecting') lost = phase
      else if (phase === 'live' && lost) {
        lost = null
        sayOnly(t('again'))
      }
    })
  }, [t])
}

/** A password that waits in line: said when the wait begins, not each time the page asks again. */
function useWaits(): void {
  const t = useText('shop')
  useEffect(
    () =>
      useLive.subscribe((now, before) => {
        const wait = waitIn(now)
        if (wait !== undefined && waitIn(before) === undefined)
          sayOnly(t('in-line', wait).replace(/\.$/, ''), '', 'clock')
      }),
    [t],
  )
}

const waitIn = ({ shops, device }: LiveState) =>
  STRATEGIES.map((lane) => shops[lane][device].last?.wait).find((wait) => wait !== undefined)
