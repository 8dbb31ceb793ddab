'use client'
// The words arrive as data from the server, so that no message parser is shipped to the browser.
import { createContext, type ReactNode, useContext } from 'react'

/** One namespace of the catalogue: lib/i18n/messages/{locale}/inspector.json */
export interface Words {
  [key: string]: string | Words
}

export type Values = Record<string, string | number>

const WordsContext = createContext<{ locale: string; words: Words }>({ locale: 'en', words: {} })

export interface InspectorWordsProps {
  locale: string
  words: Words
  children: ReactNode
}

/** Give every panel part below its words. */
export function InspectorWords({ locale, words, children }: InspectorWordsProps) {
  return <WordsContext value={{ locale, words }}>{children}</WordsContext>
}

/** `t('wire.request', { bytes: 12 })`; `has` asks whether the catalogue knows a key. */
export function useWords() {
  const { locale, words } = useContext(WordsContext)
  return {
    locale,
    t: (key: string, values: Values = {}) => fill(lookUp(words, key) ?? key, values),
    has: (key: string) => lookUp(words, key) !== undefined,
  }
}

function lookUp(words: Words, key: string): string | undefined {
  let at: string | Words | undefined = words
  for (const part of key.split('.')) at = typeof at === 'object' ? at[part] : undefined
  return typeof at === 'string' ? at : undefined
}

function fill(text: string, values: Values): string {
  return text.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole))
}
