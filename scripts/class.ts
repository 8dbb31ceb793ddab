// npm run class: a class behind one network address, each with an open panel, acting together; beside the bare handler under the same arrivals.
// Against a server of its own with the limits as they come, or one of this machine (--url). Nothing of it is about other machines.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { elsewhere, onOwnServer } from './class/classes.ts'
import { readOptions } from './class/options.ts'
import { tell } from './class/told.ts'
import { sectionOf, withSection } from './class/written.ts'
import { conditions } from './machine.ts'
import { build, generate } from './prepare.ts'
import { root } from './say.mjs'

export default async function klass(words: string[]) {
  const options = readOptions(words)
  if (!options.url) {
    await generate()
    await build()
  }
  const found = await (options.url ? elsewhere(options, options.url) : onOwnServer(options))
  tell(found)
  if (options.write) {
    const path = join(root, 'docs/benchmarks.md')
    writeFileSync(path, withSection(readFileSync(path, 'utf8'), sectionOf(conditions(), found, words)))
  }
  return found.classes.every(({ here, visitors }) => here === visitors) ? 0 : 1
}
