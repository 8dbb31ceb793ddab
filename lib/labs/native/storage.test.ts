/** What an app of a run has written down goes with the run. */
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { labServer } from '@/lib/testing/lab-server'
import { freshSandbox } from '@/lib/testing/sandbox'
import { until } from '@/lib/testing/until'
import { labOf } from '../index'
import { positionOf } from '../lab'
import { Run } from '../run/run'
import { openAppStorage } from './storage'

labServer()

async function ownFolder(): Promise<string> {
  const { TMPDIR } = process.env
  const folder = await mkdtemp(join(tmpdir(), 'apps-'))
  process.env.TMPDIR = folder
  onTestFinished(async () => {
    if (TMPDIR === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = TMPDIR
    await rm(folder, { recursive: true })
  })
  return folder
}

it('is for its owner alone, and is gone when it is removed', async () => {
  const folder = await ownFolder()
  const storage = await openAppStorage()
  expect(await storage.read()).toBeNull()
  await storage.write('one')
  await storage.write('two')
  expect(await storage.read()).toBe('two')
  const [made] = await readdir(folder)
  expect((await stat(join(folder, made!, 'cookies.json'))).mode & 0o777).toBe(0o600)
  await storage.remove()
  expect([await readdir(folder), await storage.read()]).toEqual([[], null])
})

it.each([0, 2, 7])('a run of X19 that is stopped after act %i leaves none', async (acts) => {
  const folder = await ownFolder()
  const lab = labOf('x19-native-client')!
  const { sandbox } = await freshSandbox()
  const run = new Run(sandbox, lab, positionOf(lab, 'on-disk')!, () => {})
  await run.open()
  for (let act = 0; act < acts; act++) await run.playAct()
  const under = run.playAct()
  await run.close()
  await under
  await until(async () => expect(await readdir(folder)).toEqual([]))
})
