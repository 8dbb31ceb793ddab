import { useText } from '@/lib/i18n/client'
import type { CartAnswer } from '@/lib/shop/answers'
import { productName } from './product-name'

/** "1 Apple, 2 Pear": what lies in it, in one line. */
export function useCartWords(): (cart: CartAnswer) => string {
  const t = useText('shop')
  return ({ lines }) => {
    const said = lines
      .slice(0, SAID)
      .map((line) => t('times', { n: line.quantity, name: productName(t, line) }))
    return lines.length > SAID
      ? `${said.join(', ')}, ${t('and-more', { n: lines.length - SAID })}`
      : said.join(', ')
  }
}

const SAID = 2
