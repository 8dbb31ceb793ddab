'use client'
import { Icon } from '@/app/_ui/icon'
// Compares what was found with what the visitor said.
import { useText } from '@/lib/i18n/client'
import type { StrategyName } from '@/lib/strategies/strategy'
import { useFactValues } from '../fact-values'
import { useKept } from '../run/kept'
import { namespaceOf } from '../sheet'
import { findingOf, type VerdictRows } from './verdict-cell'

/** The conclusion for one lane: after its last moment, never before. */
export function So({ sheet, position, shown, lane }: VerdictRows & { lane: StrategyName }) {
  const own = useText(namespaceOf(sheet.slug))
  const factValues = useFactValues()
  const found = shown.findings.filter((finding) => finding.lane === lane)
  if (found.length < sheet.moments.length) return null
  const facts = Object.assign({}, ...found.map((finding) => finding.facts))
  const asExpected = found.every(({ moment, outcome }) => position.expected[lane]?.[moment] === outcome)
  return (
    <>
      {asExpected && <b>{own(`so.${position.id}.${lane}`, factValues(facts))}</b>}
      {position.id === 'default' && <YouSaid sheet={sheet} position={position} shown={shown} lane={lane} />}
    </>
  )
}

function YouSaid({ sheet, shown, lane }: Omit<VerdictRows, 'before'> & { lane: StrategyName }) {
  const t = useText('labs')
  const own = useText(namespaceOf(sheet.slug))
  const said = useKept(({ guesses }) => guesses[sheet.slug]?.[lane])
  const found = findingOf(shown.findings, lane, sheet.asks.moment)?.outcome
  if (said === undefined || found === undefined) return null
  const words = { said: own(`outcome.${said}`), found: own(`outcome.${found}`) }
  return (
    <span className={said === found ? 'you' : 'you miss'}>
      <Icon name={said === found ? 'check' : 'cross'} />
      <span>{t(said === found ? 'verdict.you-said' : 'verdict.you-said-but', words)}</span>
    </span>
  )
}
