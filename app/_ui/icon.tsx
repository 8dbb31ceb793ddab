import { cx } from './cx'

/** Names of the pictures in sprite.tsx. */
export type IconName =
  | 'play'
  | 'terminal'
  | 'link'
  | 'plus'
  | 'minus'
  | 'check'
  | 'cross'
  | 'chevron'
  | 'back'
  | 'down'
  | 'right'
  | 'left'
  | 'person'
  | 'nobody'
  | 'leave'
  | 'bag'
  | 'power'
  | 'laptop'
  | 'phone'
  | 'clock'
  | 'again'
  | 'sun'
  | 'menu'
  | 'copy'
  | 'browser'
  | 'rows'
  | 'dials'
  | 'screen'

/** Always beside words, or inside a control that has a name. */
export function Icon({ name, className }: { name: IconName; className?: string }) {
  return (
    <svg
      className={cx('flex-none fill-none stroke-current', className ?? 'size-4 stroke-[1.5]')}
      viewBox="0 0 16 16"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <use href={`#i-${name}`} />
    </svg>
  )
}
