/** The page of somebody who was not let in. It needs nothing else of this site: no style sheet, no script file, no framework. */
import en from '@/lib/i18n/messages/en/door.json'
import ko from '@/lib/i18n/messages/ko/door.json'
import { textOf } from '@/lib/i18n/text'
import type { Refusal } from './refusal'

export interface Notice {
  page: string
  /** Of the page. */
  policy: string
  text: string
}

export function noticeFor(refusal: Refusal, { korean, nonce }: { korean: boolean; nonce: string }): Notice {
  const locale = korean ? 'ko' : 'en'
  const t = textOf('door', korean ? ko : en, locale)
  const title = t(`${refusal.code}.title`)
  const seconds = refusal.retryAfter
  const text = t(`${refusal.code}.text`, { n: seconds ?? 0, ...refusal.values })
  return {
    text: `${title}. ${text}\n`,
    policy: `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; base-uri 'none'; frame-ancestors 'none'`,
    page: [
      `<!DOCTYPE html><html lang="${locale}"><head><meta charset="utf-8">`,
      '<meta name="viewport" content="width=device-width, initial-scale=1">',
      `<title>${title} · Remember Me</title><style nonce="${nonce}">${STYLE}</style></head>`,
      `<body><main><h1>${title}</h1><p>${text}</p>`,
      seconds === undefined ? '' : countdown(seconds, nonce),
      '</main></body></html>',
    ].join(''),
  }
}

/** The colours of the site (app/styles/tokens.css). */
const STYLE =
  ':root{color-scheme:light dark}body{margin:0;background:light-dark(#f6f6f4,#121315);color:light-dark(#16171a,#eeeeec);font:1rem/1.6 system-ui,sans-serif}main{max-width:34rem;margin:15vh auto 0;padding:0 1.5rem}h1{font-size:1.75rem;line-height:1.2}#n{font-variant-numeric:tabular-nums}'

function countdown(seconds: number, nonce: string): string {
  return `<p><span id="n">${seconds}</span></p><script nonce="${nonce}">let n=${seconds};const e=document.getElementById('n');setInterval(()=>{if(n>0)e.textContent=--n;else if(n===0){n=-1;location.reload()}},1000)</script>`
}
