'use client'
// A value that is hidden until it is asked for, and can be opened into its parts.
import { type ReactNode, useEffect } from 'react'
import { sayOnly } from '@/app/_live/state/told'
import { cx } from '@/app/_ui/cx'
import { useText } from '@/lib/i18n/client'
import { maskedLength } from '@/lib/trace/export/mask'
import type { Exchange } from '@/lib/trace/model/exchange'
import { TextButton } from '../text-button'
import { useReveal } from './reveal'

interface SecretProps {
  /** Distinguishes this value in its exchange; begins with where it stands: request, response, before or after. */
  id: string
  /** Whose value it is, as a person calls it. */
  name: string
  /** Masked, or as it is when the server does not mask it. */
  text: string
  /** Finds the value in the unmasked exchange. */
  real(whole: Exchange): string | null | undefined
  /** Draws what the value is made of; absent: there is nothing in it. */
  opened?: (text: string) => ReactNode
  /** Hidden like a credential of the lane, and none. */
  foreign?: boolean
}

export function Secret(props: SecretProps) {
  const mask = maskedLength(props.text)
  const look = cx('break-all', props.foreign ? 'font-normal text-ink-3' : 'font-bold text-lane')
  if (!mask) return <Literal text={props.text} look={look} />
  return <Hidden {...props} mask={mask} look={look} />
}

type Mask = NonNullable<ReturnType<typeof maskedLength>>

function Hidden({ id, name, real, opened, mask, look }: SecretProps & { mask: Mask; look: string }) {
  const t = useText('inspector')
  const reveal = useReveal()
  const value = reveal.whole && real(reveal.whole)
  const shown = reveal.isShown(id) ? value : null
  const where = { name, lane: reveal.lane, side: t(`reveal.side.${id.split('.', 1)[0]}`) }
  useToldWhenShown(reveal.isOpen(id) && value ? t('reveal.told', { ...where, length: value.length }) : null)
  const opener = `open.${id}`
  const isOpen = reveal.isOpen(opener)
  return (
    <>
      {!shown && <Masked {...mask} look={look} />}
      <span> </span>
      <Discloses open={Boolean(shown)} name={t('reveal.valueOf', where)} press={() => reveal.toggle(id)}>
        {t('reveal.value')}
      </Discloses>
      {reveal.failed && <span className="font-sans text-12">{` ${t(`reveal.${reveal.failed}`)} `}</span>}
      {shown && (
        <span className="ml-1">
          <span className="sr-only">{t('reveal.length', { length: shown.length })}</span>
          <Literal text={shown} look={look} />
        </span>
      )}
      {opened && (
        <Discloses open={isOpen} name={t('reveal.partsOf', where)} press={() => reveal.toggle(opener)}>
          {t('reveal.parts')}
        </Discloses>
      )}
      {opened && isOpen && value && opened(value)}
    </>
  )
}

/** The value comes after its button, where who sees finds it; who listens is told of it. What is shown with all others is not. */
function useToldWhenShown(words: string | null) {
  useEffect(() => {
    if (words !== null) sayOnly(words)
  }, [words])
}

interface DisclosesProps {
  open: boolean
  name: string
  press(): void
  children: ReactNode
}

/** Its name stays; whether it is open, `aria-expanded` says, and its ground. What it opens comes after it. */
function Discloses({ open, name, press, children }: DisclosesProps) {
  return (
    <TextButton
      className="text-lane aria-expanded:bg-mark-2 aria-expanded:no-underline forced-colors:text-[LinkText] forced-colors:aria-expanded:outline-2 forced-colors:aria-expanded:outline-[Highlight]"
      aria-expanded={open}
      aria-label={name}
      onClick={press}
    >
      <span>{children}</span>
    </TextButton>
  )
}

const Literal = ({ text, look }: { text: string; look: string }) => (
  <span className={look} lang="en" translate="no">
    {text}
  </span>
)

/** Of what is hidden the length is told in words. */
const DOTS = 6

function Masked({ shown, length, look }: Mask & { look: string }) {
  const t = useText('inspector')
  return (
    <span className={look}>
      <span lang="en" translate="no">
        {shown}
      </span>
      <span className="tracking-tight" aria-hidden="true">
        {'•'.repeat(Math.min(DOTS, Math.max(0, length - shown.length)))}
      </span>
      <span className="sr-only">{t('reveal.hidden', { length })}</span>
    </span>
  )
}
