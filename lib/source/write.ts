/** `node lib/source/write.ts`: the sources as they are now, where the bundler finds them. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { extract } from './extract.ts'

/** Written only when it differs: whoever watches the file sees a change only where there is one. */
export function writeSource(root: string): void {
  const path = join(root, 'generated/source.json')
  const text = JSON.stringify(extract(root))
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

if (import.meta.main) writeSource(join(import.meta.dirname, '../..'))
