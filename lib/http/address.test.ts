import { describe, expect, it } from 'vitest'
import { chooseAddress, chooseScheme, networkOf } from './address'

describe('the address of a client', () => {
  it.each([
    ['nobody in front: what the client says is ignored', '1.1.1.1', '9.9.9.9', 0, '9.9.9.9'],
    ['nothing sent', '', '9.9.9.9', 0, '9.9.9.9'],
    ['one proxy: what it was called from', '1.1.1.1', '10.0.0.1', 1, '1.1.1.1'],
    ['one proxy, a forged entry further left', '6.6.6.6, 1.1.1.1', '10.0.0.1', 1, '1.1.1.1'],
    ['two proxies', '6.6.6.6, 1.1.1.1, 10.0.0.2', '10.0.0.1', 2, '1.1.1.1'],
    ['more proxies promised than there are', '1.1.1.1', '10.0.0.1', 5, '1.1.1.1'],
    ['no socket', '', undefined, 0, 'unknown'],
  ])('%s', (_, sent, peer, hops, expected) => {
    expect(chooseAddress(sent, peer, hops)).toBe(expected)
  })

  it.each([
    ['1.2.3.4', '1.2.3.4'],
    ['::ffff:1.2.3.4', '1.2.3.4'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::9', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['unknown', 'unknown'],
  ])('%s counts as %s', (address, network) => {
    expect(networkOf(address)).toBe(network)
  })
})

describe('the scheme of a client', () => {
  it.each([
    ['https', 1, 'https'],
    ['HTTPS', 1, 'https'],
    ['https, http', 1, 'http'],
    ['http, https', 1, 'https'],
    ['https, http', 2, 'https'],
    ['', 1, ''],
  ])('%s behind %d: %s', (sent, hops, scheme) => expect(chooseScheme(sent, hops)).toBe(scheme))
})
