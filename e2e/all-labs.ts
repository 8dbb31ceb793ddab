/** All labs, from their folders: the bundler lists them for the site (lib/labs/index.ts), and here is none. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Lab } from '@/lib/labs/lab'

const slugs = readdirSync(join(import.meta.dirname, '../lib/labs')).filter((name) => /^x\d/.test(name))
const files: { lab: Lab }[] = await Promise.all(
  slugs.sort().map((slug) => import(`../lib/labs/${slug}/lab.ts`)),
)

export const LABS: readonly Lab[] = files.map(({ lab }) => lab)
