import type { Text } from '@/lib/i18n/text'
import type { Lab } from '@/lib/labs/lab'
import { lanesOfLab } from '../sheet'

interface Props {
  lab: Lab
  own: Text
  labs: Text
  moments: readonly string[]
  /** With the outcomes that the lab's definition expects: a test holds each of them against a run. */
  isKey: boolean
  /** Boxes to tick, instead of room to write. */
  isChoice?: boolean
}

/** Moments down, lanes across; on paper at any width. */
export function Grid({ lab, own, labs, moments, isKey, isChoice = false }: Props) {
  const lanes = lanesOfLab(lab)
  const [{ expected }] = lab.positions
  return (
    <table className="w-full table-fixed border-collapse text-13">
      <thead>
        <tr>
          <th scope="col" className={CELL}>
            {labs('verdict.moment')}
          </th>
          {lanes.map((lane) => (
            <th key={lane} scope="col" className={`lane-${lane} ${CELL} font-mono text-lane`} lang="en">
              {lane}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {moments.map((moment) => (
          <tr key={moment} className="break-inside-avoid">
            <th scope="row" className={CELL}>
              {own(`moment.${moment}`)}
            </th>
            {lanes.map((lane) => (
              <td key={lane} className={`${CELL} ${isKey || isChoice ? '' : 'h-12'}`}>
                {isKey && <b>{answer(own, labs, expected[lane]?.[moment])}</b>}
                {!isKey && isChoice && <Choices lab={lab} own={own} />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const CELL = 'border border-line-strong px-2.5 py-1.5 text-left align-top'

const answer = (own: Text, labs: Text, outcome: string | undefined) =>
  outcome === undefined ? labs('index.none') : own(`outcome.${outcome}`)

function Choices({ lab, own }: Pick<Props, 'lab' | 'own'>) {
  return (
    <ul className="grid gap-1">
      {lab.asks.between.map((outcome) => (
        <li key={outcome} className="flex items-start gap-2">
          <span aria-hidden="true" className="mt-0.5 size-3 flex-none border border-ink" />
          <span>{own(`outcome.${outcome}`)}</span>
        </li>
      ))}
    </ul>
  )
}
