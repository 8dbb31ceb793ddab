import { expect, it } from 'vitest'
import { LABS } from '@/lib/labs'
import { browserLabOf } from './definitions'

it('each browser lab is loaded by its slug', async () => {
  for (const lab of LABS.filter(({ place }) => place === 'browser'))
    expect(await browserLabOf(lab.slug)).toBe(lab)
})

it('what is played elsewhere is not, nor what there is not', async () => {
  await expect(browserLabOf('x09-theft')).rejects.toThrow('is no browser lab')
  await expect(browserLabOf('x00-nothing')).rejects.toThrow()
})
