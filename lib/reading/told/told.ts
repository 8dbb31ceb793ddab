/** What just happened, in one sentence: its cause, then what each lane made of it. Pure. */

import type { Device } from '@/lib/strategies/strategy'
import type { Exchange } from '@/lib/trace/model/exchange'
import type { OwnerAct } from '@/lib/trace/model/owner-act'
import { duration } from '../format'
import { actWords } from '../timeline/act-words'
import type { DeskAct } from '../timeline/desk-act'
import { spoken } from '../timeline/result-of'
import { actionsOf, causeOf } from './asked'
import { countsOf, lanesOf, sentencesOf } from './lanes'
import { isLook, outcomeOf } from './outcome'
import type { Heard, Scene, Told, ToldSign, ToldWords } from './scene'
import { cutOffIn, verdictsOf } from './verdicts'

/** null: nothing to tell. */
export function toldOf(words: ToldWords, heard: Heard, scene: Scene): Told | null {
  if (heard.unanswered.length > 0) return unanswered(words, heard)
  const act = heard.desk.at(-1)
  if (act) return forced(words, act, scene)
  const own = heard.acts.at(-1)
  if (own) return owned(words, own, heard, scene)
  if (heard.taken) return taken(words, heard.taken, heard.exchanges)
  return cutOff(words, heard, scene) ?? asked(words, heard, scene)
}

function unanswered({ t, locale }: ToldWords, heard: Heard): Told {
  const lanes = t('unanswered.lanes', { lanes: lanesOf(t, locale, heard.unanswered) })
  return { sign: 'browser', cause: t('unanswered.cause'), lanes, at: null }
}

function forced(words: ToldWords, act: DeskAct, scene: Scene): Told {
  const cause = words.t('force.cause', { support: scene.support, customer: scene.nameOf(act.email) })
  return {
    sign: 'power',
    cause,
    lanes: verdictsOf(words, act, scene, { news: true }),
    at: Date.parse(act.at),
  }
}

function owned(words: ToldWords, act: OwnerAct, heard: Heard, scene: Scene): Told {
  const forcedBefore = scene.desk.at(-1)
  const lanes =
    act.act === 'clock' && forcedBefore
      ? verdictsOf(words, forcedBefore, scene)
      : sentencesOf(words, heard.exchanges)
  return { sign: signOf(act), cause: ownCause(words, act), lanes, at: Date.parse(act.at) }
}

function ownCause(words: ToldWords, act: OwnerAct): string {
  const { t, timeline, locale } = words
  if (act.act === 'clock')
    return act.offsetSeconds ? t('clock', { time: duration(act.offsetSeconds, locale) }) : t('clock-now')
  if (act.act === 'dials') return (act.dials ?? []).map(words.dial).join(', ') || t('dials')
  return upper(actWords(timeline, act, locale))
}

function signOf({ act }: OwnerAct): ToldSign {
  if (act === 'clock' || act === 'dials') return act
  if (act === 'promote' || act === 'demote' || act === 'set-discount') return 'person'
  return act.startsWith('force') ? 'power' : 'rows'
}

function taken(words: ToldWords, device: Device, exchanges: readonly Exchange[]): Told {
  const cause = words.t('taken', { device: words.t(`device.${device}`) })
  return { sign: 'device', cause, lanes: sentencesOf(words, exchanges), at: null }
}

/** What the forced sign-out had left alive has come to its end. */
function cutOff(words: ToldWords, { exchanges }: Heard, scene: Scene): Told | null {
  const found = cutOffIn(exchanges, scene)
  if (!found) return null
  const { t, locale } = words
  const { lane, verdict, act, exchange } = found
  const after = spoken(verdict.refusedAfterSandboxSeconds ?? 0, locale)
  const cause = t('cut-off.cause', { lane, customer: scene.nameOf(act.email), after })
  const own = t(verdict.reached ? 'cut-off.reached' : 'cut-off.own')
  const lanes = [own, verdictsOf(words, act, scene, { but: lane })].filter(Boolean).join(' ')
  return { sign: 'power', cause, lanes, at: Date.parse(exchange.at) }
}

function asked(words: ToldWords, heard: Heard, scene: Scene): Told | null {
  const { exchanges, opening } = heard
  const newest = exchanges.at(-1)
  if (!newest) return null
  const looks = exchanges.every(isLook)
  if (opening && looks) return opened(words, exchanges, scene)
  if (looks && !hasActed(scene)) return null
  const at = Date.parse(newest.at)
  const actions = actionsOf(exchanges)
  const one = actions.length === 1 ? actions[0]! : null
  if (one && one.exchanges.length <= 3 * ONE_ACT)
    return { ...causeOf(words, one, scene), lanes: sentencesOf(words, exchanges), at }
  const cause = words.t('many', { n: exchanges.length })
  return { sign: 'browser', cause, lanes: countsOf(words, exchanges), at }
}

/** Ten quick presses are one sentence still: the cart says how many. */
const ONE_ACT = 10

/** The page came anew, in a sandbox with a past: who is still known? */
function opened(words: ToldWords, exchanges: readonly Exchange[], scene: Scene): Told | null {
  if (!hasActed(scene)) return null
  const { t } = words
  const lost = exchanges.some((one) => one.action === 'refresh' && one.response?.status === 401)
  const results = sentencesOf(
    words,
    exchanges.filter(({ action }) => action !== 'refresh'),
    true,
  )
  const lanes = [results, lost && t('opened.lost')].filter(Boolean).join(' ')
  return { sign: 'browser', cause: t('opened.cause'), lanes, at: null }
}

/** More than looking: else the page still says what it is about. */
const hasActed = ({ exchanges, desk }: Scene) =>
  desk.length > 0 || exchanges.some((one) => !isLook(one) || outcomeOf(one) !== 'let-in')

const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
