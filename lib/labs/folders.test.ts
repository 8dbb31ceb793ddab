/** A folder is a lab, and nothing else names one: what the bundler finds is what lies here. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { LOCALES } from '@/lib/i18n/routing'
import { LABS } from './index'
import { LAB_GROUPS, type Lab } from './lab'

const folders = readdirSync(import.meta.dirname).filter((name) => /^x\d/.test(name))

it('each folder is one lab, by its slug', () => {
  expect(folders.length).toBeGreaterThan(0)
  expect(LABS.map(({ slug }) => slug).toSorted()).toEqual(folders.toSorted())
})

it.each(LAB_GROUPS)('those of a group stand in the order of the lessons: %s', (group) => {
  const places = LABS.filter((lab) => lab.group === group).map(placeOf)
  expect(places).toEqual(places.toSorted((one, other) => one - other))
})

const placeOf = ({ lesson: [lesson, place] }: Lab) => lesson * 100 + place

it('each has a place of its own', () => {
  const places = LABS.map(placeOf)
  expect(places).toHaveLength(new Set(places).size)
})

it('a group is met once on the way through them, in the order of the groups', () => {
  const met = LABS.map(({ group }) => group).filter((group, at, all) => group !== all[at - 1])
  expect(met).toEqual(LAB_GROUPS.filter((group) => LABS.some((lab) => lab.group === group)))
})

it.each(LOCALES)('each brings its words: %s', (locale) => {
  for (const slug of folders)
    expect([slug, existsSync(join(import.meta.dirname, slug, `${locale}.json`))]).toEqual([slug, true])
})

const root = resolve(import.meta.dirname, '../..')

/** Files and packages that come along with a file: what it imports by value, and what these do. */
function carriedBy(file: string, known = new Set<string>()): Set<string> {
  const text = readFileSync(file, 'utf8')
  for (const [, name] of text.matchAll(/^(?:import|export) (?!type )[^']*?from '([^']+)'/gm)) {
    const own = /^(?:@\/|\.)/.test(name!)
    const path = own
      ? `${resolve(name!.startsWith('.') ? dirname(file) : root, name!.replace(/^@\//, ''))}.ts`
      : name!
    if (known.has(path)) continue
    known.add(path)
    if (own && existsSync(path)) carriedBy(path, known)
  }
  return known
}

it.each(folders)('a page may load %s: nothing of the server comes along', (slug) => {
  const carried = [...carriedBy(join(import.meta.dirname, slug, 'lab.ts'))]
  expect(carried).toContain(join(import.meta.dirname, 'lab.ts'))
  expect(carried.filter((path) => !path.startsWith(root))).toEqual([])
})
