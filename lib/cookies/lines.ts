/** Set-Cookie lines that the workbench is tried with: in Chromium by the browser tests, in each engine by `npm run engines`. */
const long = 'x'.repeat(1025)

/** What the text of the specification says of them is what Chromium does. */
export const AS_WRITTEN: readonly string[] = [
  'zz=1',
  'zz',
  '=zz',
  ' zz = 1 2 ; Path=/',
  'zz="a;b"',
  'zz=1; Expires=0',
  'zz=1; Expires=-1',
  'zz=1; Expires=1',
  'zz=1; Expires=2027-01-01',
  'zz=1; Expires=2027-01-01T00:00:00Z',
  'zz=1; Expires=01/01/2027',
  'zz=1; Expires=January 2027',
  'zz=1; Expires=Fri, 31 Jun 2027 00:00:00 GMT',
  'zz=1; Expires=Fri, 30 Feb 2027 00:00:00 GMT',
  'zz=1; Expires=Fri, 01 Jan 2027 24:00:00 GMT',
  'zz=1; Expires=Thu, 01 Jan 2027 00:00:00',
  'zz=1; Expires=Thu, 01 Jan 2027 00:00:00 +0900',
  'zz=1; Expires=Thu, 01 Jan 2027 00:00:00 EST',
  'zz=1; Expires=Fri, 01-Jan-60 00:00:00 GMT',
  'zz=1; Expires=Thu, 01-Jan-70 00:00:00 GMT',
  'zz=1;max-age = 60',
  'zz=1; Max-Age=-5',
  'zz=1; Max-Age=60; Expires=Thu, 01 Jan 1970 00:00:00 GMT',
  'zz=1; Max-Age=99999999999999999999',
  'zz=1; Max-Age=86313600',
  `zz=1; Max-Age=60; Max-Age=${'0'.repeat(1025)}`,
  `zz=1; Path=/${long}`,
  `zz=1; Path=/; Path=/${long}; HttpOnly`,
  'zz=1; Domain=localhost',
  'zz=1; Domain=; Domain=..localhost',
  'zz=1; Domain=löcal',
  'zz=1; SameSite=None',
  'zz=1; SameSite=None; SameSite=Lax',
  '__Secure-zz=1',
  '__SECURE-zz=1; Secure',
  '__Host-zz=1; Secure',
  '__Host-zz=1; Secure; Path=/; Domain=',
  '=__Secure-zz; Secure',
  `zz=${'x'.repeat(4095)}`,
  `zz=${'한'.repeat(1364)}xx`,
  `zz=${'한'.repeat(1364)}xxx`,
]

/** Chromium does something else. */
export const DIFFERENT: readonly string[] = [
  'zz=1; Max-Age=60; Max-Age=abc',
  'zz=1; Expires=Thu, 01 Jan 2027 00:00:00 GMT; Expires=0',
  'zz=1; Max-Age=+60',
  'zz=1; Expires=1st Jan 2027 00:00:00 GMT',
  'zz=1; Expires=1 Jan 127 00:00:00 GMT',
  'zz=a\tb',
  '=zz=1',
  'zz=1; Partitioned',
  'zz=1; Partitioned; Secure',
  '__Http-zz=1; Secure',
  '__Http-zz=1; Secure; HttpOnly',
  '__Host-Http-zz=1; Secure; Path=/',
  '__Host-Http-zz=1; Secure; HttpOnly; Path=/',
  '__Http-zz',
  '__Host-zz=1; Secure; Path=/; Domain=localhost',
  '__Host-zz=1; Secure; Path=',
]

export const LINES: readonly string[] = [...AS_WRITTEN, ...DIFFERENT]

/** As a short name: of a character that comes twenty times and more, how many. */
export function nameOfLine(line: string): string {
  const runs: [one: string, times: number][] = []
  for (const one of line) {
    const last = runs.at(-1)
    if (last?.[0] === one) last[1]++
    else runs.push([one, 1])
  }
  return runs.map(([one, times]) => (times < 20 ? one.repeat(times) : `${one}{${times}}`)).join('')
}
