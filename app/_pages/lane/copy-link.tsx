'use client'
// Writes to the clipboard on a click.
import { useState } from 'react'
import { sayOnly } from '@/app/_live/state/told'
import { Button } from '@/app/_ui/button'
import { copyText } from '@/app/_ui/copy-text'
import { Icon } from '@/app/_ui/icon'
import { useText } from '@/lib/i18n/client'

/** The address names device, view and step; the sandbox itself is not in it. */
export function CopyLink() {
  const t = useText('lane')
  const [copied, setCopied] = useState<'ready' | 'done' | 'failed'>('ready')
  const copy = async () => {
    const outcome = (await copyText(location.href)) ? 'done' : 'failed'
    setCopied(outcome)
    sayOnly(t(`link.${outcome}`))
  }
  return (
    <Button size="sm" onClick={() => void copy()} onBlur={() => setCopied('ready')}>
      <Icon name="copy" />
      <span>{t(`link.${copied}`)}</span>
    </Button>
  )
}
