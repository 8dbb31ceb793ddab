'use client' // empties what this browser keeps
import { AskFirst } from '@/app/_ui/ask-first'
import { focusTitle } from '@/app/_ui/focus-title'
import { useText } from '@/lib/i18n/client'
import { forgetProgress } from '../kept/whole'
import { RecordPart } from './record-part'

export function Forget() {
  const t = useText('record')
  const forget = () => {
    forgetProgress()
    focusTitle()
  }
  const words = {
    open: t('forget.open'),
    title: t('forget.ask'),
    text: t('forget.why'),
    yes: t('forget.yes'),
    no: t('forget.keep'),
  }
  return (
    <RecordPart id="forget" title={t('forget.title')} text={t('forget.text')}>
      <div>
        <AskFirst id="h-forget" words={words} onYes={forget} />
      </div>
    </RecordPart>
  )
}
