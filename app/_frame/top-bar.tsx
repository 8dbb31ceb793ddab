import { getLocale, getTranslations } from 'next-intl/server'
import { Icon } from '@/app/_ui/icon'
import { Logo } from '@/app/_ui/where-glyph'
import { localePath } from '@/lib/i18n/routing'
import { LanguageLink } from './language-link'
import { NavLinks } from './nav-links'
import { SandboxName } from './sandbox-name'
import { ThemeButton } from './theme-button'

export async function TopBar() {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('shell')])
  return (
    <header className="top">
      <div className="wrap">
        <a className="brand" href={localePath(locale, '/')}>
          <Logo />
          <span>{t('brand')}</span>
        </a>
        <nav className="nav" aria-label={t('nav.label')}>
          <NavLinks />
        </nav>
        <div className="end">
          <SandboxName />
          <LanguageLink />
          <ThemeButton />
          <button type="button" className="iconbtn menu" aria-label={t('nav.menu')} popoverTarget="menu">
            <Icon name="menu" />
          </button>
        </div>
      </div>
      <nav id="menu" className="menu-sheet" popover="auto" aria-label={t('nav.label')}>
        <NavLinks />
      </nav>
    </header>
  )
}
