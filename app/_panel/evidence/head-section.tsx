'use client'
// The rows of one side of the exchange: its head in each lane.
import { type ReactNode, useState } from 'react'
import { Icon } from '@/app/_ui/icon'
import { ROWS } from '@/app/_ui/table-roles'
import { useText } from '@/lib/i18n/client'
import { type HeadCell, type HeadRow, headRows, type ShownExchanges } from '@/lib/reading/evidence/heads'
import type { Step } from '@/lib/reading/timeline/steps-of'
import { credentialName } from '@/lib/reading/wire/credential-name'
import { lineBytes, startBytes } from '@/lib/reading/wire/line-bytes'
import { type HeadSide, type LinePart, partsOf, writtenHere } from '@/lib/reading/wire/wire-parts'
import { maskedLength } from '@/lib/trace/export/mask'
import type { Exchange } from '@/lib/trace/model/exchange'
import { RevealScope } from '../credential/reveal'
import { Secret } from '../credential/secret'
import { BodyRow } from './body-row'
import { useStepOfExchange, useStepOfShown } from './events'
import { LaneRow, Line, Said, Title, WideRow } from './row'

export function HeadSection({ shown, side }: { shown: ShownExchanges; side: HeadSide }) {
  const t = useText('evidence')
  const { rows, alike } = headRows(shown, side)
  const newest = useStepOfShown(shown)
  const count = Object.values(shown).filter(Boolean).length
  return (
    <tbody {...ROWS} className="block pb-1">
      <LaneRow
        name={t(`head-of.${side}`)}
        cell={(lane) => <HeadTitle exchange={shown[lane]} side={side} newest={newest} />}
      />
      <LaneRow name={t(`start.${side}`)} cell={(lane) => <StartLine exchange={shown[lane]} side={side} />} />
      {alike.length > 0 && <Alike cells={alike} lanes={count} side={side} />}
      {rows.map((row) => (
        <LaneRow
          key={row.key}
          name={row.kind === 'credential' ? t('credential') : row.name}
          cell={(lane) => <FieldLine row={row} cell={row.cells[lane]} side={side} />}
        />
      ))}
      {side === 'response' && <BodyRow shown={shown} />}
    </tbody>
  )
}

interface ExchangeSide {
  exchange: Exchange | undefined
  side: HeadSide
}

function HeadTitle({ exchange, side, newest }: ExchangeSide & { newest: Step | undefined }) {
  const t = useText('evidence')
  const own = useStepOfExchange(exchange)
  const head = exchange?.[side]
  // A lane that had no part in the chosen step goes on showing what it did last.
  const of = own && own.key !== newest?.key ? `, ${t('at-step', { n: own.index + 1 })}` : ''
  const end = head && (
    <>
      <span aria-hidden="true">{t('head', { n: head.headBytes })}</span>
      <span className="sr-only">{t('bytes', { n: head.headBytes })}</span>
    </>
  )
  return <Title end={end}>{`${t(side)}${of}`}</Title>
}

function StartLine({ exchange, side }: ExchangeSide) {
  const t = useText('evidence')
  if (!exchange) return <Said>{t('none-lane')}</Said>
  const { request, response } = exchange
  if (side === 'response' && !response) return <Said>{t('no-answer')}</Said>
  const text =
    side === 'request'
      ? `${request.method} ${request.target}`
      : `HTTP/1.1 ${response!.status} ${response!.reason}`
  return (
    <Line
      look="start"
      end={octets(t, startBytes(`${text}${side === 'request' ? ` HTTP/${request.httpVersion}` : ''}`))}
    >
      <span lang="en" translate="no">
        <span>{text}</span>
        {side === 'request' && <span className="sr-only">{` HTTP/${request.httpVersion}`}</span>}
      </span>
    </Line>
  )
}

function FieldLine({ row, cell, side }: { row: HeadRow; cell: HeadCell | undefined; side: HeadSide }) {
  const t = useText('evidence')
  if (!cell) return <span className="sr-only">{t('absent')}</span>
  return (
    <Line
      alone
      look={row.kind === 'field' ? (writtenHere(side, cell.line) ? 'differs' : 'added') : 'credential'}
      end={octets(t, lineBytes(cell.line))}
    >
      <RevealScope exchange={cell.exchange}>
        <FieldText cell={cell} side={side} />
      </RevealScope>
    </Line>
  )
}

interface FieldTextProps {
  cell: HeadCell
  side: HeadSide
  /** Draws what a credential is made of; absent: it is not opened here. */
  opened?: (text: string) => ReactNode
}

/** The line as it came; what is hidden can be asked for. */
export function FieldText({ cell, side, opened }: FieldTextProps) {
  const inspector = useText('inspector')
  const { line, index } = cell
  const isHidden = maskedLength(line[0]) !== null
  const name = isHidden ? inspector('wire.guestField') : line[0]
  const parts: LinePart[] = isHidden ? [{ text: line[1], kind: 'plain', note: null }] : partsOf(side, line)
  return (
    <span translate="no">
      <span className="text-ink-2" lang={isHidden ? undefined : 'en'}>{`${name}: `}</span>
      {parts.map((part, i) => {
        const key = `${side}.${index}.${i}`
        if (part.kind !== 'credential')
          return <span key={key} lang="en">{`${part.before ?? ''}${part.text}`}</span>
        return (
          <Secret
            key={key}
            id={key}
            name={credentialName(line, parts.slice(0, i))}
            text={part.text}
            real={(whole) => partsOf(side, whole[side]!.headers[index]!)[i]?.text}
            opened={opened}
          />
        )
      })}
    </span>
  )
}

const octets = (t: (key: string, values: { n: number }) => string, n: number) => ({
  text: String(n),
  words: t('bytes', { n }),
})

/** What is alike stands once, over all lanes. */
interface AlikeProps {
  cells: readonly HeadCell[]
  lanes: number
  side: HeadSide
}

function Alike({ cells, lanes, side }: AlikeProps) {
  const t = useText('evidence')
  const [open, setOpen] = useState(false)
  return (
    <>
      <WideRow>
        <button
          type="button"
          className="flex min-h-6 w-full items-center gap-1 px-3.75 text-left font-sans text-12 text-ink-3 hover:text-ink"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          <Icon name="chevron" className={open ? 'size-3 rotate-90 stroke-[1.5]' : 'size-3 stroke-[1.5]'} />
          <span>{t(`alike.${lanes}`, { n: cells.length })}</span>
        </button>
      </WideRow>
      {open &&
        cells.map((cell) => (
          <WideRow key={cell.index}>
            <Line look="gone" end={octets(t, lineBytes(cell.line))}>
              <RevealScope exchange={cell.exchange}>
                <FieldText cell={cell} side={side} />
              </RevealScope>
            </Line>
          </WideRow>
        ))}
    </>
  )
}
