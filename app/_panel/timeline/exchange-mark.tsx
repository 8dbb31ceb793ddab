import { cx } from '@/app/_ui/cx'
import type { MarkKind } from '@/lib/reading/timeline/marks'

/** The signs of _ui/mark.tsx on a lane's line: let in, an open circle; over rows, it stored something; refused, a block with a cross. */
export function ExchangeMark({ kind, className }: { kind: MarkKind; className?: string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      aria-hidden="true"
      className={cx(
        'size-6 fill-none text-lane stroke-current stroke-2 forced-colors:text-[CanvasText]',
        className,
      )}
    >
      {kind === 'refused' ? <Block /> : <Circle dotted={kind === 'none'} />}
      {kind === 'wrote' && <path d="M7.5 18.500h9M7.500 20.500h9M7.500 22.500h9" strokeWidth="1" />}
    </svg>
  )
}

/** The line does not run through it. */
function Circle({ dotted }: { dotted: boolean }) {
  return (
    <circle cx="12" cy="12" r="4" className="fill-surface" strokeDasharray={dotted ? '2 2' : undefined} />
  )
}

function Block() {
  return (
    <>
      <rect
        x="7"
        y="7"
        width="10"
        height="10"
        className="fill-inverse forced-colors:fill-[CanvasText]"
        stroke="none"
      />
      <path
        d="m9.300 9.300 5.400 5.400m0-5.400-5.400 5.400"
        className="stroke-on-inverse stroke-[1.5] forced-colors:stroke-[Canvas]"
      />
    </>
  )
}
