import { getLocale, getTranslations } from 'next-intl/server'
import { buttonClass } from '@/app/_ui/button'
import { cx } from '@/app/_ui/cx'
import { Icon } from '@/app/_ui/icon'
import { Logo } from '@/app/_ui/where-glyph'
import { localePath } from '@/lib/i18n/routing'
import { PAGES } from '@/lib/site/pages'
import { LanguageLink } from './language-link'
import { NavLinks } from './nav-links'
import { SandboxName } from './sandbox-name'
import { ThemeButton } from './theme-button'

export async function TopBar() {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('shell')])
  return (
    <header className="border-b border-line bg-paper">
      <div className="mx-auto flex h-10 max-w-page items-center gap-4 px-gutter max-laptop:gap-1 max-narrow:gap-0">
        <a
          className="flex min-h-6 items-center gap-2.5 font-bold whitespace-nowrap no-underline max-narrow:gap-1.5 max-tablet:mr-auto max-tablet:min-h-10"
          href={localePath(locale, '/')}
        >
          <Logo />
          <span>{t('brand')}</span>
        </a>
        <nav className="flex self-stretch text-13 max-tablet:hidden print:hidden" aria-label={t('nav.label')}>
          <NavLinks pages={PAGES} />
        </nav>
        <div className="flex items-center gap-2.5 text-12 whitespace-nowrap text-ink-3 max-tablet:gap-0.5 tablet:ml-auto print:hidden">
          <SandboxName />
          <LanguageLink />
          <ThemeButton />
          <button
            type="button"
            className={cx(buttonClass({ look: 'quiet', size: 'square' }), 'tablet:hidden')}
            aria-label={t('nav.menu')}
            popoverTarget="menu"
          >
            <Icon name="menu" />
          </button>
        </div>
      </div>
      <nav
        id="menu"
        className="inset-[2.5rem_0_auto_auto] m-0 min-w-45 border border-line-strong bg-surface p-1.5 text-ink shadow-2 tablet:hidden"
        popover="auto"
        aria-label={t('nav.label')}
      >
        <NavLinks pages={PAGES} sheet />
      </nav>
    </header>
  )
}
