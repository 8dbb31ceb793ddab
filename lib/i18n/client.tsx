'use client' // components in the browser read their words from React context

import { createContext, type ReactNode, useContext, useMemo } from 'react'
import type { Messages } from './format'
import type { Namespace } from './namespaces'
import { open, type PackedCatalogue } from './packed'
import { type Text, textOf } from './text'

export type { Text } from './text'

interface Spoken {
  locale: string
  messages: Record<string, Messages | PackedCatalogue>
}

const Words = createContext<Spoken>({ locale: 'en', messages: {} })

/** Inside another one it adds to what that one says. */
export function WordsProvider({ locale, messages, children }: Spoken & { children: ReactNode }) {
  const outer = useContext(Words)
  const value = useMemo(
    () => ({ locale, messages: { ...outer.messages, ...messages } }),
    [locale, messages, outer],
  )
  return <Words.Provider value={value}>{children}</Words.Provider>
}

/** Words that one page needs besides those of every page. */
export function MoreWords({ messages, children }: { messages: Spoken['messages']; children: ReactNode }) {
  const { locale, messages: known } = useContext(Words)
  const value = useMemo(() => ({ locale, messages: { ...known, ...messages } }), [locale, known, messages])
  return <Words.Provider value={value}>{children}</Words.Provider>
}

/** `const t = useText('shop'); t('lines', { n: 3 })`. Keys may be nested: `t('product.apple')`. */
export function useText(namespace: Namespace): Text {
  const { locale, messages } = useContext(Words)
  const own = messages[namespace]
  return useMemo(
    () => textOf(namespace, typeof own === 'string' ? open(own) : own, locale),
    [locale, own, namespace],
  )
}

export function useLocale(): string {
  return useContext(Words).locale
}
