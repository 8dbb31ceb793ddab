import type { Text } from '@/lib/i18n/text'

/** The featured products have names in both languages; the others have a number. */
export function productName(t: Text, { sku, name }: { sku: string; name: string }): string {
  const [, number] = /^pantry-0*(\d+)$/.exec(sku) ?? []
  if (number) return t('product.pantry', { n: number })
  return t.has(`product.${sku}`) ? t(`product.${sku}`) : name
}
