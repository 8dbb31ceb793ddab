'use client'
// The explanations are long: they are fetched when the first one is opened, and then kept.
import { useEffect, useState } from 'react'
import { type Text, useLocale } from '@/lib/i18n/client'
import type { Messages } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/routing'
import { textOf } from '@/lib/i18n/text'

const CATALOGUES: Record<Locale, () => Promise<{ default: Messages }>> = {
  en: () => import('@/lib/i18n/messages/en/notes.json'),
  ko: () => import('@/lib/i18n/messages/ko/notes.json'),
}

const loaded = new Map<string, Text>()

/** null: on its way, or it could not be fetched. */
export function useNoteText(): Text | null {
  const locale = useLocale()
  const [, redraw] = useState(0)
  const text = loaded.get(locale) ?? null
  useEffect(() => {
    if (text) return
    let here = true
    void load(locale).then(() => here && redraw((n) => n + 1))
    return () => {
      here = false
    }
  }, [locale, text])
  return text
}

async function load(locale: string): Promise<void> {
  try {
    const { default: messages } = await CATALOGUES[locale as Locale]()
    loaded.set(locale, textOf('notes', messages, locale))
  } catch {
    // The next one that is opened tries again.
  }
}
