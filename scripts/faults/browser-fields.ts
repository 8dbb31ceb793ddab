// What a browser sends along, by what it asks for, and what it asks for when it has a page.

export type Fields = Record<string, string>

export const BROWSER = {
  'sec-ch-ua-platform': '"Windows"',
  'User-Agent':
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome Safari/537.36',
  'sec-ch-ua': '"Chromium";v="148", "Google Chrome";v="148", "Not/A)Brand";v="99"',
  'sec-ch-ua-mobile': '?0',
  'Accept-Encoding': 'gzip, deflate, br',
  'Accept-Language': 'en-GB,en;q=0.9,ko;q=0.8',
}
const fetched = (mode: string, dest: string, accept: string) => ({
  Accept: accept,
  'Sec-Fetch-Site': mode === 'navigate' ? 'none' : 'same-origin',
  'Sec-Fetch-Mode': mode,
  'Sec-Fetch-Dest': dest,
})
export const PAGE = {
  ...fetched('navigate', 'document', 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8'),
  'Upgrade-Insecure-Requests': '1',
  'Sec-Fetch-User': '?1',
}
/** `cache: 'no-store'` (app/_live/requests/http.ts). */
export const API = { ...fetched('cors', 'empty', '*/*'), 'Cache-Control': 'no-cache', Pragma: 'no-cache' }
export const STREAM = { ...fetched('cors', 'empty', 'text/event-stream'), 'Cache-Control': 'no-cache' }

/** What the page names: its style sheets, scripts, fonts and pictures. Each once, as a first visit fetches them. */
export function filesOf(html: string) {
  const paths = new Map<string, Fields>()
  for (const [tag, path] of html.matchAll(/<(?:link|script|img)[^>]*?\s(?:href|src)="(\/[^"]+)"[^>]*>/g))
    if (!/rel="(?:alternate|canonical)"/.test(tag)) paths.set(path!.replaceAll('&amp;', '&'), fieldsFor(tag))
  return [...paths].map(([path, fields]) => ({ path, fields }))
}

function fieldsFor(tag: string) {
  if (tag.includes('stylesheet')) return fetched('no-cors', 'style', 'text/css,*/*;q=0.1')
  if (tag.includes('as="font"')) return fetched('cors', 'font', '*/*')
  if (tag.startsWith('<script') || tag.includes('as="script"')) return fetched('no-cors', 'script', '*/*')
  return fetched('no-cors', 'image', 'image/avif,image/webp,*/*;q=0.8')
}
