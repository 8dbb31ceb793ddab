'use client'
// Works with what this browser has kept of the visitor's own run.
import { useState } from 'react'
import { Paragraph } from '@/app/_ui/reading/reading'
import { useLocale, useText } from '@/lib/i18n/client'
import { figuresOf, type LoadQuestion } from '@/lib/labs/x22-load/multiply'
import { STRATEGIES } from '@/lib/strategies/strategy'
import { Card } from '../card'
import { useShown } from '../run/use-lab'
import { FIRST } from './asked'
import type { LoadBench } from './bench'
import { Formula } from './formula'
import { Inputs } from './inputs'
import { type FiguresOfLanes, Sums } from './sums'

export function Calculator({ bench }: { bench: LoadBench | null }) {
  const t = useText('load')
  const [asked, ask] = useState<LoadQuestion>(FIRST)
  const figures = useFigures()
  return (
    <Card id="h-load" title={t('title')} note={t('note')} className="mt-6">
      <div className="grid gap-4 px-4 py-3">
        <Paragraph>{t(figures ? 'lead' : 'not-run')}</Paragraph>
        <Inputs asked={asked} ask={ask} />
        {figures && <Sums figures={figures} asked={asked} bench={bench} />}
        <Formula />
        {bench && <Machine bench={bench} />}
      </div>
    </Card>
  )
}

/** Of the defaults; null: no whole run of them is at hand. */
function useFigures(): FiguresOfLanes | null {
  const { findings } = useShown('x22-load', 'default')
  const found = STRATEGIES.map((lane) => [lane, figuresOf(findings, lane)] as const)
  return found.every(([, one]) => one !== null) ? (Object.fromEntries(found) as FiguresOfLanes) : null
}

function Machine({ bench: { when, machine, node, among } }: { bench: LoadBench }) {
  const t = useText('load')
  const locale = useLocale()
  const million = among.find(({ rows }) => rows === 1_000_000)
  const day = new Date(when).toLocaleDateString(locale, { dateStyle: 'long', timeZone: 'UTC' })
  const two = (value: number) => value.toFixed(2)
  return (
    <>
      <Paragraph>{t('machine', { when: day, machine, node })}</Paragraph>
      {million && (
        <Paragraph>
          {t('among', { ratio: two(million.ratio), low: two(million.low), high: two(million.high) })}
        </Paragraph>
      )}
    </>
  )
}
