/** `file:` addresses as libSQL reads them: percent-escaped, absolute or relative. */
import { resolve } from 'node:path'

/** The path of the file, as written; null for a libSQL server. */
export function fileOf(url: string): string | null {
  if (!url.startsWith('file:')) return null
  return decodeURIComponent(url.slice('file:'.length).replace(/^\/\/[^/]*/, ''))
}

export function addressOf(path: string): string {
  return `file:${path.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/')}`
}

/** The same address with an absolute path; relative ones start at `folder`. */
export function absoluteUrl(url: string, folder: string): string {
  const path = fileOf(url)
  return path === null ? url : addressOf(resolve(/* turbopackIgnore: true */ folder, path))
}
