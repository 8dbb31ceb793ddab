// Requests that no browser sends, as octets. `{host}` is the name that the server has.

const LONG = 'a'.repeat(17_000)
const HOST = 'Host: {host}\r\n'
const CLOSE = 'Connection: close\r\n'

/** A line or more of a head that is otherwise in order. */
const head = (lines: string, body = '') => `${lines}\r\n${HOST}${CLOSE}\r\n${body}`
const field = (line: string, path = '/') => head(`GET ${path} HTTP/1.1\r\n${line}`)

type Odd = [what: string, octets: string]

const TARGETS = [
  'OPTIONS *',
  'GET *',
  'OPTIONS /',
  'OPTIONS /api/catalogue',
  'HEAD /',
  'GET http://{host}/api/catalogue',
  'GET http://{host}',
  'GET https://{host}/api/health',
  'GET http://evil.example/api/sandbox',
  'GET http://someone@{host}/',
  'GET http:///api/catalogue',
  'GET ftp://{host}/',
  'GET //evil.example/%2e%2e',
  'GET /..%2f..%2fetc/passwd',
  'GET /api/../api/catalogue',
  'GET /%00',
  'GET /%zz',
  'GET /ko/%E0%A4%A',
  'GET /api/catalogue?x=%zz',
  'GET /?x=%E0%A4%A',
  'GET /api/source?file=../../package.json',
  'GET /_next/image?url=%2Fpictures%2Fen-home.png&w=64&q=75',
  'GET /_next/data/x/index.json',
  'GET /_next/static/%2e%2e/%2e%2e/server.js',
  'GET /__nextjs_original-stack-frames',
  'GET /?_rsc=x',
  'GET /?__nextLocale=x&__nextDefaultLocale=y',
  'GET /index.rsc',
  'GET /.well-known/security.txt/x',
  'GET catalogue',
  'CONNECT localhost:1',
  'CONNECT /',
  'TRACE /',
  'PRI *',
  'BREW /api/catalogue',
  'PROPFIND /api/sandbox',
  'POST /',
  'PUT /icon.svg',
  'DELETE /api/health',
  `GET /?${'a&'.repeat(7500)}`,
  `GET /api/a${'/'.repeat(15_000)}x/`,
  `GET /${LONG}`,
].map((target): Odd => [target, head(`${target} HTTP/1.1`)])

const FIELDS = [
  'Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\nConnection: Upgrade, HTTP2-Settings',
  'Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13',
  'Upgrade: x',
  'Expect: 100-continue',
  'Expect: x',
  'RSC: x',
  'RSC: 1',
  'RSC: 1\r\nNext-Router-State-Tree: x',
  'RSC: 1\r\nNext-Router-State-Tree: %5B%22%22%5D',
  `RSC: 1\r\nNext-Router-State-Tree: ${'%5B'.repeat(2000)}`,
  'RSC: 1\r\nNext-Router-Prefetch: x',
  'RSC: 1\r\nNext-Router-Prefetch: 1\r\nNext-Router-Segment-Prefetch: ../x',
  'RSC: 1\r\nNext-Router-Prefetch: 1\r\nNext-Router-Segment-Prefetch: /__PAGE__',
  'RSC: 1\r\nNext-Url: x',
  'Next-Action: x',
  'Next-Resume: 1',
  'Next-HMR-Refresh: 1',
  'X-Middleware-Subrequest: proxy:proxy:proxy:proxy:proxy',
  'X-Middleware-Set-Cookie: a=b',
  'X-Nextjs-Data: 1',
  'X-Matched-Path: /%zz',
  'X-Now-Route-Matches: 1=%zz',
  'X-Invoke-Path: /x\r\nX-Invoke-Status: 500',
  'X-Prerender-Revalidate: x',
  'X-Forwarded-Host: evil.example',
  'X-Forwarded-Proto: x',
  'X-Forwarded-For: %zz',
  'X-Next-Intl-Locale: xx',
  "Content-Security-Policy: script-src 'nonce-<'",
  'Accept-Encoding: x;q=y',
  'Accept-Language: *;q=x',
  'Range: bytes=99999999-',
  'If-None-Match: x',
  'If-Modified-Since: x',
  'Cookie: =; ;=; a; __Secure-owner=\u0001',
  'Cookie: __Secure-owner=x; __Secure-owner=y',
  'Authorization: Bearer',
  `User-Agent: ${'('.repeat(8000)}`,
  `Cookie: a=${LONG}`,
  `${'a'.repeat(9000)}: b`,
  'Host: evil.example',
  'No colon',
  'Space : x',
  ' folded',
  'A: \u0000',
  'Content-Length: x',
  'Content-Length: 1\r\nTransfer-Encoding: chunked',
  'Transfer-Encoding: x',
].flatMap((line): Odd[] => [
  [line, field(line)],
  [`${line} (API)`, field(line, '/api/catalogue')],
])

const FORM = 'Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 3'
const JSON_TYPE = 'Content-Type: application/json'

const BODIES: Odd[] = [
  ['an action', head('POST / HTTP/1.1\r\nNext-Action: x\r\nContent-Length: 3', '[1]')],
  ['an action as a form', head(`POST /labs HTTP/1.1\r\n${FORM}`, 'a=b')],
  [
    'a form of parts without a boundary',
    head('POST / HTTP/1.1\r\nContent-Type: multipart/form-data\r\nContent-Length: 3', 'a=b'),
  ],
  ['a form for the API', head(`POST /api/sandbox/acts HTTP/1.1\r\n${FORM}`, 'a=b')],
  ['no JSON', head(`POST /api/sandbox/acts HTTP/1.1\r\n${JSON_TYPE}\r\nContent-Length: 1`, '{')],
  ['no UTF-8', head(`POST /api/sandbox/acts HTTP/1.1\r\n${JSON_TYPE}\r\nContent-Length: 2`, '\u00c3(')],
  ['a chunk that is none', head('POST /api/sandbox HTTP/1.1\r\nTransfer-Encoding: chunked', 'x\r\n')],
  [
    'a chunk with a long extension',
    head('POST /api/sandbox HTTP/1.1\r\nTransfer-Encoding: chunked', `1;${LONG}\r\na`),
  ],
  ['a body with GET', head('GET / HTTP/1.1\r\nContent-Length: 3', 'abc')],
  ['a length below nothing', head('POST /api/sandbox HTTP/1.1\r\nContent-Length: -1')],
]

const LINES: Odd[] = [
  ['nonsense', 'nonsense\r\n\r\n'],
  ['no version', head('GET /')],
  ['HTTP/9.9', head('GET / HTTP/9.9')],
  ['HTTP/1.0 without a name', 'GET / HTTP/1.0\r\n\r\n'],
  ['no name', 'GET /api/catalogue HTTP/1.1\r\nConnection: close\r\n\r\n'],
  ['an empty name', 'GET / HTTP/1.1\r\nHost:\r\nConnection: close\r\n\r\n'],
  ['a name that is none', 'GET / HTTP/1.1\r\nHost: a b/c\r\nConnection: close\r\n\r\n'],
  ['HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
  ['TLS', '\u0016\u0003\u0001\u0000\u00a5\u0001\u0000\u0000\u00a1\u0003\u0003'],
  ['lines that end with LF', 'GET / HTTP/1.1\nHost: {host}\n\n'],
]

/** Pairs of what it is and the octets, one character each. */
export const ODD = [...TARGETS, ...FIELDS, ...BODIES, ...LINES]
