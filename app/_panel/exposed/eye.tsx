import { Mark } from '@/app/_ui/mark'

/** How much is seen: nothing, a part, all. */
export type Sight = 'none' | 'some' | 'all'

/** One shape for one thing: an eye, closed, half open, open. Always beside a word. */
export function Eye({ sight, className = 'size-3.5' }: { sight: Sight; className?: string }) {
  if (sight === 'all') return <Mark of="exposed" className={className} />
  return (
    <svg
      viewBox="0 0 16 16"
      aria-hidden="true"
      className={`flex-none fill-none stroke-current stroke-[1.5] ${className}`}
    >
      {sight === 'some' ? (
        <>
          <path d="M1.5 8C3 5.2 5.3 3.8 8 3.8S13 5.2 14.5 8" />
          <path d="M6.1 8a1.9 1.9 0 0 0 3.8 0Z" fill="currentColor" stroke="none" />
          <path d="M1.5 8h13" />
        </>
      ) : (
        <path d="M1.5 7.5C3 9.8 5.3 11 8 11s5-1.2 6.5-3.5M4 10l-1.2 1.8M8 11v2.2M12 10l1.2 1.8" />
      )}
    </svg>
  )
}
