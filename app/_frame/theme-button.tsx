'use client' // the choice lives in this browser

import { Button } from '@/app/_ui/button'
import { Icon } from '@/app/_ui/icon'
import { useText } from '@/lib/i18n/client'
import { STORAGE } from '@/lib/site/storage-keys'

function switchTheme() {
  const root = document.documentElement
  const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
  const next = (root.dataset.theme ?? system) === 'dark' ? 'light' : 'dark'
  root.dataset.theme = next
  try {
    localStorage.setItem(STORAGE.theme, next)
  } catch {
    // Storage is blocked: the choice holds for this page.
  }
}

export function ThemeButton() {
  const t = useText('shell')
  return (
    <Button look="quiet" size="square" aria-label={t('theme')} onClick={switchTheme}>
      <Icon name="sun" />
    </Button>
  )
}
