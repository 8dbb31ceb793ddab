import { cx } from './cx'

const DRAWN = new Set(['apple', 'pear', 'plum', 'cherry', 'lemon', 'carrot', 'bread', 'cheese'])

/** The drawing of a product; decoration, since its name always stands beside it. */
export function ProductPicture({ sku, large = false }: { sku: string; large?: boolean }) {
  return (
    <svg
      className={cx('fill-none stroke-current stroke-[1.5]', large ? 'size-8 text-ink' : 'size-5 text-ink-2')}
      viewBox="0 0 32 32"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <use href={`#p-${DRAWN.has(sku) ? sku : 'box'}`} />
    </svg>
  )
}
