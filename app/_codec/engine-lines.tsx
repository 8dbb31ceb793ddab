// The lines of the workbench in which the engines that were measured do not agree. Drawn on the server: the file of what was seen is large.
import { getTranslations } from 'next-intl/server'
import { Card, CardFold } from '@/app/_ui/card/card'
import { nameOf } from '@/lib/browsers/browser'
import { differingLines, ENGINES } from '@/lib/browsers/engines'

export async function EngineLines() {
  const t = await getTranslations('bench')
  const lines = differingLines()
  if (lines.length === 0) return null
  return (
    <Card id="h-engines" icon="browser" title={t('engines.title')} className="mt-6">
      <p className="max-w-measure px-4 py-2.5 text-14 text-ink-2">
        {t('engines.note', {
          browsers: ENGINES.map(nameOf).join(', '),
          date: ENGINES.map(({ date }) => date).toSorted()[0]!,
        })}
      </p>
      <CardFold title={t('engines.lines', { n: lines.length })}>
        <ul className="divide-y divide-line border-t border-line text-13">
          {lines.map(({ line, outcomes }) => (
            <li
              key={line}
              className="grid gap-1 px-4 py-2 laptop:grid-cols-[minmax(0,3fr)_minmax(0,4fr)] laptop:gap-4"
            >
              <code className="font-mono text-12 [overflow-wrap:anywhere]" lang="en">
                {line.replaceAll('\t', '→')}
              </code>
              <ul>
                {outcomes.map(({ outcome, browsers }) => (
                  <li key={outcome}>
                    <b className="font-medium">{said(outcome, t)}</b>
                    <span className="text-ink-2">{`: ${browsers.join(', ')}`}</span>
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      </CardFold>
    </Card>
  )
}

type Words = Awaited<ReturnType<typeof getTranslations<'bench'>>>

function said(outcome: string, t: Words): string {
  if (outcome === 'gone') return t('engines.gone')
  if (outcome === 'session') return t('engines.session')
  const minutes = /^(\d+) min$/.exec(outcome)?.[1]
  if (minutes) return t('engines.minutes', { n: Number(minutes) })
  return t('engines.until', { date: outcome.replace('T', ' ').replace('Z', ' UTC') })
}
