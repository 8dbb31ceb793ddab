/** Beside the visitor's own run: what the engines that were measured show in the same cell. */
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { WordsProvider } from '@/lib/i18n/client'
import { loadMessages } from '@/lib/i18n/messages'
import { labOf } from '@/lib/labs'
import type { LabFinding } from '@/lib/labs/lab'
import { type LabSheet, positionIn, sheetOf } from '../sheet'
import { Cell, type VerdictRows, Wrong } from './verdict-cell'

const lab = labOf('x03-attributes')!
const messages = await loadMessages('en', ['labs', 'lab-x03-attributes'])

const SEEN = {
  browsers: ['One 1', 'Two 2', 'Three 3'],
  cells: { 'default.cookie.prefix': ['refused', 'kept', 'refused'] },
}
const AGREED = { browsers: [], cells: {} }

function cellOf(outcome: string, elsewhere: LabSheet['elsewhere'] = SEEN) {
  const sheet = { ...sheetOf(lab, null), elsewhere }
  const finding: LabFinding = {
    lane: 'cookie',
    moment: 'prefix',
    outcome,
    facts: {},
    exchange: null,
    readFrom: 'document-cookie',
  }
  const rows: VerdictRows = {
    ...{ sheet, position: positionIn(sheet, 'default'), before: null },
    shown: { findings: [finding], run: null, at: null },
  }
  return renderToStaticMarkup(
    <WordsProvider locale="en" messages={messages}>
      <Cell {...rows} lane="cookie" moment="prefix" />
      <Wrong {...rows} lane="cookie" moment="prefix" finding={finding} />
    </WordsProvider>,
  )
}

const said = (page: string) => [...page.matchAll(/data-elsewhere="">([^<]*)</g)].map(([, text]) => text)

describe('a cell in which the engines do not agree', () => {
  it('names those that show something else than this run', () => {
    expect(said(cellOf('refused'))).toEqual(['also measured: Two 2: kept'])
  })

  it('is not wrong where another engine shows the same', () => {
    const page = cellOf('kept')
    expect(said(page)).toEqual(['also measured: One 1, Three 3: refused'])
    expect(page).not.toContain('role="alert"')
  })
})

it('a cell in which they agree says nothing, and is wrong where this run found otherwise', () => {
  expect(said(cellOf('refused', AGREED))).toEqual([])
  expect(cellOf('refused', AGREED)).not.toContain('role="alert"')
  expect(cellOf('kept', AGREED)).toContain('role="alert"')
})
