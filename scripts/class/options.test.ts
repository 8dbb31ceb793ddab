import { expect, it } from 'vitest'
import { readOptions } from './options'

it('takes what it knows', () => {
  expect(readOptions([])).toMatchObject({ visitors: 150, every: 3, classes: 1, pid: [], write: false })
  const given = [
    '--visitors',
    '300',
    '--every=6',
    '--url',
    'http://localhost:3000/',
    '--pid',
    '1,22',
    '--no-bare',
  ]
  expect(readOptions(given)).toMatchObject({
    visitors: 300,
    every: 6,
    url: 'http://localhost:3000',
    pid: [1, 22],
    'no-bare': true,
  })
})

it.each(['https://localhost:8443', 'http://shop.localhost', 'http://127.0.0.2:1', 'http://[::1]:3000'])(
  'of this machine: %s',
  (url) => expect(readOptions(['--url', url]).url).toBe(url),
)

it.each([
  ['more than it may', '--visitors', '1001'],
  ['none', '--visitors', '0'],
  ['a part of one', '--visitors', '1.5'],
  ['no number', '--seconds', 'x'],
  ['something else', '--address', '10.0.0.1'],
  ['a word beside', 'fast'],
  ['another machine', '--url', 'http://shop.example'],
  ['another machine by number', '--url', 'http://10.0.0.1:3000'],
  ['a name that only begins so', '--url', 'http://localhost.evil.example'],
  ['another scheme', '--url', 'file:///etc'],
  ['no process', '--pid', '1,x'],
])('refuses %s', (_, ...words) => expect(() => readOptions(words)).toThrow('npm run class'))
