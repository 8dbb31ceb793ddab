import type { Text } from '@/lib/i18n/client'

/** The featured products have names in both languages; the others go by the name of the catalogue. */
export function productName(t: Text, { sku, name }: { sku: string; name: string }): string {
  return t.has(`product.${sku}`) ? t(`product.${sku}`) : name
}
