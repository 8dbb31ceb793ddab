/** How long a forced sign-out may take in each lane: a bound of the design, from the dials, with what moves it. Nothing here is a measured time. */
import { getLocale, getTranslations } from 'next-intl/server'
import { turnName } from '@/app/_live/dials/words'
import { Bullets, Facts, Paragraph } from '@/app/_ui/reading/reading'
import type { Text } from '@/lib/i18n/client'
import { duration } from '@/lib/reading/format'
import { type Bound, boundOf } from '@/lib/reading/timeline/bound'
import { DEFAULT_DIALS, DIALS, type Dial, type Position } from '@/lib/strategies/dials'
import { STRATEGIES, type StrategyName } from '@/lib/strategies/strategy'

export async function Revocation() {
  const [t, dials, locale] = await Promise.all([
    getTranslations('numbers.bound'),
    getTranslations('dials'),
    getLocale(),
  ])
  const words = dials as unknown as Text
  const said = ({ kind, seconds, but }: Bound) =>
    t(but === 'slides' ? 'slides' : kind, { span: duration(seconds ?? 0, locale) })
  return (
    <>
      <Paragraph>{t('text')}</Paragraph>
      <Facts list>
        <thead>
          <tr>
            <th scope="col">{t('lane')}</th>
            <th scope="col">{t('default')}</th>
            <th scope="col">{t('moved')}</th>
          </tr>
        </thead>
        <tbody>
          {STRATEGIES.map((lane) => (
            <tr key={lane} className={`lane-${lane}`}>
              <th scope="row" className="font-mono text-lane">
                {lane}
              </th>
              <td>{said(boundOf(lane, DEFAULT_DIALS))}</td>
              <td>
                <Moved
                  moves={movesOf(lane)}
                  none={t('none')}
                  say={({ name, value, bound }) =>
                    t('move', { turn: turnName(words, { strategy: lane, name, value }), bound: said(bound) })
                  }
                />
              </td>
            </tr>
          ))}
        </tbody>
      </Facts>
    </>
  )
}

interface Move {
  name: string
  value: Position
  bound: Bound
}

function Moved({ moves, none, say }: { moves: readonly Move[]; none: string; say(move: Move): string }) {
  if (moves.length === 0) return <span>{none}</span>
  return (
    <Bullets>
      {moves.map((move) => (
        <li key={`${move.name} ${move.value}`}>{say(move)}</li>
      ))}
    </Bullets>
  )
}

/** Every position of a dial that alone leads to another bound. */
function movesOf(lane: StrategyName): Move[] {
  const usual = JSON.stringify(boundOf(lane, DEFAULT_DIALS))
  return Object.entries<Dial>(DIALS[lane]).flatMap(([name, { values }]) =>
    values
      .map((value) => {
        const turned = { ...DEFAULT_DIALS, [lane]: { ...DEFAULT_DIALS[lane], [name]: value } }
        return { name, value, bound: boundOf(lane, turned) }
      })
      .filter(({ bound }) => JSON.stringify(bound) !== usual),
  )
}
