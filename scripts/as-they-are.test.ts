/** Node runs the scripts as they are: no bundler finds a file for them, and of TypeScript there is only what can be taken away. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { dirname, join, relative, resolve } from 'node:path'
import { expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '..')

const scripts = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.ts$/.test(name) && !/\.test\.ts$/.test(name))
  .map((name) => join(import.meta.dirname, name))

/** What is left of the imports of a file when its types are gone. @throws when some of it cannot be taken away */
function importsOf(file: string): string[] {
  const text = stripTypeScriptTypes(readFileSync(file, 'utf8'))
  return [...text.matchAll(/(?:from |import |import\()'([.@]\.?\/[^']+)'/g)].map(([, name]) => name!)
}

it('and so is whatever they reach', () => {
  const seen = new Set(scripts)
  const wrong: string[] = []
  for (const file of seen)
    for (const name of importsOf(file)) {
      const path = resolve(dirname(file), name)
      if (name.startsWith('@') || !existsSync(path)) wrong.push(`${relative(root, file)} → ${name}`)
      else if (/\.ts$/.test(path)) seen.add(path)
    }
  expect(wrong).toEqual([])
  expect(seen.size).toBeGreaterThan(scripts.length)
})

it('before the packages are there, nothing is reached but plain files', () => {
  const plain = ['run.mjs', 'setup.mjs', 'say.mjs'].map((name) => join(import.meta.dirname, name))
  const names = plain.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/^import .* from '([^']+)'$/gm)].map(([, name]) => name!),
  )
  expect(names.filter((name) => !/^node:|\.mjs$/.test(name))).toEqual([])
})
