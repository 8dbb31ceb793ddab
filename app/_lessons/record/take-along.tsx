'use client' // copies
import { useState } from 'react'
import { Button } from '@/app/_ui/button'
import { copyText } from '@/app/_ui/copy-text'
import { Icon } from '@/app/_ui/icon'
import { useText } from '@/lib/i18n/client'
import type { Progress } from '@/lib/lessons/progress/progress'
import { encode } from '@/lib/lessons/progress/text'
import { RecordPart } from './record-part'
import { TextBox } from './text-box'

export function TakeAlong({ progress }: { progress: Progress }) {
  const t = useText('record')
  const [copied, setCopied] = useState<boolean | null>(null)
  const text = encode(progress)
  const copy = async () => setCopied(await copyText(text))
  return (
    <RecordPart id="along" title={t('along.title')} text={t('along.text')}>
      <TextBox label={t('along.label')} value={text} readOnly onFocus={(event) => event.target.select()} />
      <div className="flex flex-wrap items-center gap-3">
        <Button onClick={() => void copy()}>
          <Icon name="copy" />
          <span>{t('along.copy')}</span>
        </Button>
        <p role="status" className="text-13 text-ink-2">
          {copied !== null && t(copied ? 'along.copied' : 'along.not-copied')}
        </p>
      </div>
    </RecordPart>
  )
}
