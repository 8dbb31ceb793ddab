'use client' // reads what was pasted, and says what it adds before it is taken
import { useState } from 'react'
import { Button } from '@/app/_ui/button'
import { useText } from '@/lib/i18n/client'
import { type AddedLesson, addedBy } from '@/lib/lessons/progress/added'
import type { Progress } from '@/lib/lessons/progress/progress'
import { decode, type TextProblem } from '@/lib/lessons/progress/text'
import { useKeptLessons } from '../kept/progress-store'
import { takeProgress } from '../kept/whole'
import type { RecordLesson } from './record-given'
import { RecordPart } from './record-part'
import { TextBox } from './text-box'

type Looked =
  | { is: 'problem'; problem: TextProblem | 'empty' }
  | { is: 'added'; progress: Progress; added: readonly AddedLesson[] }
  | { is: 'taken' }

export function Bring({ lessons }: { lessons: readonly RecordLesson[] }) {
  const t = useText('record')
  const [text, setText] = useState('')
  const [looked, setLooked] = useState<Looked | null>(null)
  const look = () => setLooked(looking(text, lessons))
  const done = (next: Looked | null) => {
    setLooked(next)
    setText('')
    // The button that was pressed has gone.
    document.getElementById('bring')?.focus()
  }
  return (
    <RecordPart id="bring" title={t('bring.title')} text={t('bring.text')}>
      <TextBox
        label={t('bring.label')}
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          setLooked(null)
        }}
      />
      <p>
        <Button onClick={look}>
          <span>{t('bring.look')}</span>
        </Button>
      </p>
      <div role="status">
        {looked?.is === 'problem' && <p className="font-semibold">{t(`bring.problem.${looked.problem}`)}</p>}
        {looked?.is === 'added' && <Added added={looked.added} lessons={lessons} />}
        {looked?.is === 'taken' && <p className="font-semibold">{t('bring.taken')}</p>}
      </div>
      {looked?.is === 'added' && looked.added.length > 0 && (
        <p className="flex flex-wrap gap-2">
          <Button
            look="solid"
            onClick={() => {
              takeProgress(looked.progress)
              done({ is: 'taken' })
            }}
          >
            <span>{t('bring.take')}</span>
          </Button>
          <Button onClick={() => done(null)}>
            <span>{t('bring.leave')}</span>
          </Button>
        </p>
      )}
    </RecordPart>
  )
}

function looking(text: string, lessons: readonly RecordLesson[]): Looked {
  if (text.trim() === '') return { is: 'problem', problem: 'empty' }
  const names = lessons.map(({ id, steps }) => ({
    id,
    steps: steps.map((step) => ({ id: step.id, between: step.question?.between })),
  }))
  const read = decode(text, names)
  if (!read.ok) return { is: 'problem', problem: read.problem }
  return {
    is: 'added',
    progress: read.progress,
    added: addedBy(useKeptLessons.getState().progress, read.progress),
  }
}

function Added({ added, lessons }: { added: readonly AddedLesson[]; lessons: readonly RecordLesson[] }) {
  const t = useText('record')
  const learn = useText('learn')
  if (added.length === 0) return <p className="font-semibold">{t('bring.nothing')}</p>
  return (
    <>
      <p className="font-semibold">{t('bring.adds')}</p>
      <ul className="list-disc pl-5 leading-text">
        {added.map(({ id, steps, done }) => (
          <li key={id}>
            <span>{`${id} ${lessons.find((lesson) => lesson.id === id)?.short ?? t('bring.unknown')}: `}</span>
            <span>
              {[
                ...(steps > 0 ? [t('bring.steps', { n: steps })] : []),
                ...(done ? [learn('state.done')] : []),
              ].join(', ')}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
