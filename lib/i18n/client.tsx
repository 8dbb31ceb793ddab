'use client' // components in the browser read their words from React context

import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { format, lookUp, type Messages, type Values } from './format'
import type { Namespace } from './namespaces'

interface Spoken {
  locale: string
  messages: Record<string, Messages>
}

const Words = createContext<Spoken>({ locale: 'en', messages: {} })

export function WordsProvider({ locale, messages, children }: Spoken & { children: ReactNode }) {
  const value = useMemo(() => ({ locale, messages }), [locale, messages])
  return <Words.Provider value={value}>{children}</Words.Provider>
}

export interface Text {
  /** A key that is missing shows itself: `shop.total`. */
  (key: string, values?: Values): string
  has(key: string): boolean
}

/** `const t = useText('shop'); t('lines', { n: 3 })`. Keys may be nested: `t('product.apple')`. */
export function useText(namespace: Namespace): Text {
  const { locale, messages } = useContext(Words)
  return useMemo(() => {
    const own = messages[namespace]
    const text = (key: string, values?: Values) =>
      format(lookUp(own, key) ?? `${namespace}.${key}`, values, locale)
    return Object.assign(text, { has: (key: string) => lookUp(own, key) !== undefined })
  }, [locale, messages, namespace])
}

export function useLocale(): string {
  return useContext(Words).locale
}
