const DRAWN = new Set(['apple', 'pear', 'plum', 'cherry', 'lemon', 'carrot', 'bread', 'cheese'])

/** The drawing of a product; decoration, since its name always stands beside it. */
export function ProductPicture({ sku, large = false }: { sku: string; large?: boolean }) {
  return (
    <svg className={large ? 'pic large' : 'pic'} viewBox="0 0 32 32" aria-hidden="true">
      <use href={`#p-${DRAWN.has(sku) ? sku : 'box'}`} />
    </svg>
  )
}
