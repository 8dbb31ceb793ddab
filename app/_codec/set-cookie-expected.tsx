'use client'
import { MEASURED_IN } from '@/lib/browsers/measured'
// Part of what is read in the page.
import { octetsOf } from '@/lib/codec/pasted'
import { inChromium } from '@/lib/cookies/chromium'
import { readSetCookie } from '@/lib/cookies/set-cookie'
import { type CookieContext, type Expectation, expectationOf } from '@/lib/cookies/storage-model'
import { useLocale, useText } from '@/lib/i18n/client'
import { dayAndTime } from '@/lib/reading/format'
import { citation, cookies } from '@/lib/reading/notes/sources'

const STORAGE_MODEL = cookies('5.7')

/** By the text of the specification, and where a browser was seen to do something else, by that browser. */
export function SetCookieExpected({ line }: { line: string }) {
  const t = useText('bench')
  const sources = useText('sources')
  const around = aroundOf(line)
  const expected = expectationOf(line, around, octetsOf)
  const measured = inChromium(line, around, octetsOf)
  return (
    <div data-part="expected" className="grid gap-1 rounded-2 bg-mark-1 px-3 py-2.5">
      <h4 className="text-14">{t('cookie.expected')}</h4>
      <What expected={expected} />
      {expected.kind === 'stored' && <Where expected={expected} />}
      <p className="text-ink-2">
        {t('cookie.assumed')} <a href={STORAGE_MODEL.href}>{citation(sources, STORAGE_MODEL)}</a>
      </p>
      {measured && (
        <div data-part="measured" className="mt-1.5 grid gap-1 border-t border-line-strong pt-2">
          <h4 className="text-14">{t('cookie.measured', { browser: MEASURED_IN })}</h4>
          <ul className="list-disc pl-5">
            {measured.differences.map((code) => (
              <li key={code}>{t(`cookie.differs.${code}`)}</li>
            ))}
          </ul>
          <What expected={{ ...measured, because: null }} />
        </div>
      )}
    </div>
  )
}

function What({ expected }: { expected: Pick<Expectation, 'kind' | 'because' | 'keptUntil' | 'capped'> }) {
  const t = useText('bench')
  const inspector = useText('inspector')
  const locale = useLocale()
  const { kind, because, keptUntil, capped } = expected
  return (
    <p>
      <b>{t(`cookie.${kind}`)}</b>
      {because && <span>{` ${inspector(`expect.${because}`)}`}</span>}
      {kind === 'stored' && (
        <span>
          {t('cookie.until', {
            kept: keptUntil === null ? 'session' : 'date',
            date: keptUntil === null ? '' : dayAndTime(keptUntil, locale),
          })}
        </span>
      )}
      {kind === 'stored' && capped && <span>{` ${t('cookie.capped')}`}</span>}
    </p>
  )
}

function Where({ expected: { hostOnly, domain, path, sameSite } }: { expected: Expectation }) {
  const t = useText('bench')
  return (
    <p>
      {`${t('cookie.hosts', { scope: hostOnly ? 'host' : 'below', domain })} ${t('cookie.sent', { path, sameSite })}`}
    </p>
  )
}

/** As if an https page of that very domain had sent it, in answer to a request for "/". */
function aroundOf(line: string): CookieContext {
  const { domain } = readSetCookie(line, octetsOf)
  return {
    host: domain && HOST_NAME.test(domain) ? domain : 'shop.example',
    secureOrigin: true,
    crossSite: false,
    requestPath: '/',
    now: Date.now(),
  }
}

const HOST_NAME = /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/
