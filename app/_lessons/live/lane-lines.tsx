'use client'
// The lines of one exchange that the lessons ask about: what carried the credential, what was answered, what was touched.
import type { ReactNode } from 'react'
import { ArtifactTitle } from '@/app/_panel/artifact-title'
import { RevealScope } from '@/app/_panel/credential/reveal'
import { FieldText } from '@/app/_panel/evidence/head-section'
import { Line, Said } from '@/app/_panel/evidence/row'
import { ThingLines } from '@/app/_panel/evidence/thing-lines'
import { later } from '@/app/_ui/later'
import { type Text, useText } from '@/lib/i18n/client'
import { changesIn, shortId } from '@/lib/reading/evidence/changes'
import { carriesCredential, type HeadCell } from '@/lib/reading/evidence/heads'
import { lineBytes, startBytes } from '@/lib/reading/wire/line-bytes'
import type { Exchange } from '@/lib/trace/model/exchange'
import type { LineKind } from './pinned'

const Opened = later(() =>
  import('@/app/_panel/credential/opened-credential').then((file) => file.OpenedCredential),
)

interface Props {
  exchange: Exchange
  /** What the question under way is about; null: there is none. */
  pin: LineKind | null
}

export function LaneLines({ exchange, pin }: Props) {
  return (
    <RevealScope exchange={exchange}>
      <div className="border-t border-line bg-sunk font-mono text-wire leading-wire">
        {pin === 'request' && (
          <Marked is>
            <Request exchange={exchange} />
          </Marked>
        )}
        <Marked is={pin === 'credential'}>
          <Credentials exchange={exchange} />
        </Marked>
        <Marked is={pin === 'answer'}>
          <Answer exchange={exchange} />
        </Marked>
        <Marked is={pin === 'set-cookie'}>
          <SetCookies exchange={exchange} asked={pin === 'set-cookie'} />
        </Marked>
        {pin === 'token' && (
          <Marked is>
            <Token exchange={exchange} />
          </Marked>
        )}
        {pin === 'store' && (
          <Marked is>
            <Store exchange={exchange} />
          </Marked>
        )}
        {pin === 'rows' && (
          <Marked is>
            <Rows exchange={exchange} />
          </Marked>
        )}
      </div>
    </RevealScope>
  )
}

/** The outline is a mark, and so it is said. */
function Marked({ is, children }: { is: boolean; children: ReactNode }) {
  const t = useText('learn')
  if (!is) return children
  return (
    <div className="outline-2 -outline-offset-2 outline-ink">
      <span className="sr-only">{t('live.marked')}</span>
      {children}
    </div>
  )
}

const cellsOf = (exchange: Exchange, side: 'request' | 'response'): HeadCell[] =>
  (exchange[side]?.headers ?? []).map((line, index) => ({ exchange, line, index }))

function Credentials({ exchange }: { exchange: Exchange }) {
  const t = useText('learn')
  const evidence = useText('evidence')
  const cells = cellsOf(exchange, 'request').filter(({ line }) =>
    carriesCredential('request', line, exchange),
  )
  if (cells.length === 0) return <Said>{t('live.no-credential')}</Said>
  return cells.map((cell) => (
    <Line key={cell.index} look="credential" end={octets(evidence, lineBytes(cell.line))}>
      <FieldText
        cell={cell}
        side="request"
        opened={(text) => <Opened text={text} exchange={exchange} presented />}
      />
    </Line>
  ))
}

function Request({ exchange }: { exchange: Exchange }) {
  const t = useText('evidence')
  const { method, target, httpVersion } = exchange.request
  const text = `${method} ${target} HTTP/${httpVersion}`
  return (
    <Line look="start" end={octets(t, startBytes(text))}>
      <span lang="en" translate="no">
        {text}
      </span>
    </Line>
  )
}

function Answer({ exchange: { response } }: { exchange: Exchange }) {
  const t = useText('learn')
  const evidence = useText('evidence')
  if (!response) return <Said>{t('live.no-answer')}</Said>
  const text = `HTTP/1.1 ${response.status} ${response.reason}`
  return (
    <Line look="start" end={octets(evidence, startBytes(text))}>
      <span lang="en" translate="no">
        {text}
      </span>
    </Line>
  )
}

/** `asked`: that there is none is an answer too. */
function SetCookies({ exchange, asked }: { exchange: Exchange; asked: boolean }) {
  const t = useText('learn')
  const evidence = useText('evidence')
  const cells = cellsOf(exchange, 'response').filter(({ line }) => line[0].toLowerCase() === 'set-cookie')
  if (cells.length === 0) return asked && <Said>{t('live.no-set-cookie')}</Said>
  return cells.map((cell) => (
    <Line key={cell.index} look="credential" end={octets(evidence, lineBytes(cell.line))}>
      <FieldText cell={cell} side="response" />
    </Line>
  ))
}

/** How often the server looked something up or wrote it, and what it changed. */
function Store({ exchange: { cost, stored } }: { exchange: Exchange }) {
  const t = useText('learn')
  const { reads, writes } = cost
  return (
    <>
      <Said>{t('live.store-calls', { reads, writes })}</Said>
      {changesIn(stored.before, stored.after).map((thing) => (
        <ThingLines key={thing.id} thing={thing} />
      ))}
    </>
  )
}

/** What whoever holds the token can read in it. */
function Token({ exchange: { stored } }: { exchange: Exchange }) {
  const t = useText('learn')
  const token = stored.after.find(({ side, contents }) => side === 'browser' && contents.length > 0)
  if (!token) return <Said>{t('live.no-contents')}</Said>
  return token.contents.map(({ name, value }) => (
    <Line key={name} look="added">
      <span lang="en" translate="no">
        <span>{`${name} `}</span>
        <b className="text-ink">{value}</b>
      </span>
    </Line>
  ))
}

/** What lies on the server afterwards; of what is ended, that it is. */
function Rows({ exchange: { stored } }: { exchange: Exchange }) {
  const t = useText('learn')
  const inspector = useText('inspector')
  const rows = stored.after.filter(({ place }) => place === 'row')
  if (rows.length === 0) return <Said>{t('live.no-rows')}</Said>
  return rows.map((row) => (
    <Line
      key={row.id}
      look={row.ended ? 'gone' : 'added'}
      end={row.ended ? { text: inspector('stored.ended') } : undefined}
    >
      <ArtifactTitle artifact={row} />
      <span lang="en" translate="no">{` ${shortId(row) ?? ''}`}</span>
    </Line>
  ))
}

const octets = (t: Text, n: number) => ({ text: String(n), words: t('bytes', { n }) })
