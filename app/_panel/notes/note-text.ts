'use client'
import { useLater } from '@/app/_ui/later'
import { type Later, LaterFile } from '@/app/_ui/later-file'
// The explanations are long: they are fetched when the first one is opened, and then kept.
import { type Text, useLocale } from '@/lib/i18n/client'
import { filledIn } from '@/lib/i18n/filled-in'
import type { Messages } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/routing'
import { textOf } from '@/lib/i18n/text'

const CATALOGUES: Record<Locale, LaterFile<Text>> = {
  en: catalogue('en', () => import('@/lib/i18n/messages/en/notes.json')),
  ko: catalogue('ko', () => import('@/lib/i18n/messages/ko/notes.json')),
}

export const useNoteText = (): Later<Text> => useLater(CATALOGUES[useLocale() as Locale])

function catalogue(locale: Locale, load: () => Promise<{ default: Messages }>): LaterFile<Text> {
  return new LaterFile(async () => textOf('notes', filledIn((await load()).default), locale))
}
