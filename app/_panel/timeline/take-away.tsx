'use client'
// Copies to the clipboard on a click.
import { useId } from 'react'
import { sayOnly } from '@/app/_live/state/told'
import { useChosen } from '@/app/_live/state/use-lane'
import { Button, buttonClass } from '@/app/_ui/button'
import { cx } from '@/app/_ui/cx'
import { Icon } from '@/app/_ui/icon'
import { useText } from '@/lib/i18n/client'
import type { StrategyName } from '@/lib/strategies/strategy'
import { copyScenario } from '../scenario/copy-scenario'
import { copyAsCurl } from './copy-as-curl'
import { Menu } from './menu'

const SENTENCES = /(?<=\.) /

const ITEM = { look: 'quiet', className: 'w-full justify-start' } as const
const LINK = cx(buttonClass(ITEM), ITEM.className)

/** The chosen step as curl, the whole timeline as HAR, and a link that does the same acts again. */
export function TakeAway({ lanes }: { lanes: readonly StrategyName[] }) {
  const t = useText('timeline')
  const id = useId()
  const { step } = useChosen()
  const there = lanes.filter((lane) => step?.exchanges[lane])
  const tell = async (text: Promise<string>) => {
    document.getElementById(id)?.hidePopover()
    const [cause = '', ...why] = (await text).split(SENTENCES)
    sayOnly(cause.replace(/\.$/, ''), why.join(' '))
  }
  const curl = async (lane: StrategyName) => t(`copied.${await copyAsCurl(step!.exchanges[lane]!.id)}`)
  const link = async () => {
    const { result, acts } = await copyScenario(lanes)
    return t(`link.${result}`, { n: acts })
  }
  return (
    <>
      <Button look="quiet" size="sm" popoverTarget={id}>
        <Icon name="copy" className="size-3.5 stroke-[1.5]" />
        {t('take.title')}
      </Button>
      <Menu id={id}>
        {there.map((lane) => (
          <Button key={lane} {...ITEM} onClick={() => void tell(curl(lane))}>
            {t('take.curl', { lane })}
          </Button>
        ))}
        <a className={LINK} href="/api/sandbox/exchanges.har" download>
          {t('take.har')}
        </a>
        <a className={LINK} href="/api/sandbox/exchanges.har?reveal=1" download>
          {t('take.har-whole')}
        </a>
        <Button {...ITEM} onClick={() => void tell(link())}>
          {t('take.link')}
        </Button>
      </Menu>
    </>
  )
}
