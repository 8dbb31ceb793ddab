// The configuration of HAProxy in front of one server, or of cells. Plain Node 24 or later, no packages: it is in the container, too.
// node scripts/proxy.ts a=10.0.0.2:3000 b=10.0.0.3:3000 > haproxy.cfg; one server alone: node scripts/proxy.ts 10.0.0.2:3000
import { refuse } from './copies.ts'

export interface CellAt {
  /** '': a server that is alone. */
  name: string
  /** Host and port. */
  at: string
}

export interface ProxyAsked {
  cells: readonly CellAt[]
  /** Where it listens, as HAProxy's `bind` has it. */
  bind: readonly string[]
  /** Files with a certificate each; beside `shop.crt` lies `shop.key`. None: plain http. */
  certificates: readonly string[]
  /** Says over TLS that it was TLS, so that the shop promises it (Strict-Transport-Security). */
  promises: boolean
  /** Where plain http is sent on to https. */
  redirects?: readonly string[]
}

/** For Debian's HAProxy 2.6 or later. */
export function proxyConfig(asked: ProxyAsked): string {
  const cells = asked.cells.filter(({ name }) => name !== '')
  return [
    HEAD,
    ...(asked.redirects?.length ? [redirecting(asked.redirects)] : []),
    frontend(asked, cells),
    ...cells.map(home),
    ...(cells.length > 0 ? [pool('newcomers', asked.cells, NEWCOMERS)] : []),
    pool('files', asked.cells, FILES),
    pool('anywhere', asked.cells, ANYWHERE),
  ].join('\n')
}

/** Fields as browsers and the shop write them in HTTP/1.1: HAProxy would write them small, and the panel shows heads as they were sent. */
const FIELDS =
  'Accept Accept-Encoding Accept-Language Allow Authorization Cache-Control Connection Content-Encoding Content-Length Content-Security-Policy Content-Type Cookie Cross-Origin-Opener-Policy Cross-Origin-Resource-Policy Date ETag Host If-Match If-None-Match Keep-Alive Last-Event-ID Location Origin Permissions-Policy Pragma Range Referer Referrer-Policy Retry-After Sec-Fetch-Dest Sec-Fetch-Mode Sec-Fetch-Site Sec-Fetch-User Set-Cookie Strict-Transport-Security Transfer-Encoding Upgrade-Insecure-Requests User-Agent Vary X-Accel-Buffering X-Content-Type-Options X-Forwarded-For X-Forwarded-Proto X-Ticket'

const HEAD = `# Written by scripts/proxy.ts: change the list of cells there, not this file.
global
  # A head of up to 16 KiB, which is the shop's own to refuse, and answers with many Set-Cookie fields.
  tune.bufsize 32768
  tune.http.maxhdr 500
  ssl-default-bind-options ssl-min-ver TLSv1.2
  # shop.key beside shop.crt.
  ssl-load-extra-del-ext
  # After a reload: event streams are let go then, and come back by themselves.
  hard-stop-after 30s
${FIELDS.split(' ')
  .map((name) => `  h1-case-adjust ${name.toLowerCase()} ${name}`)
  .join('\n')}

defaults
  mode http
  option h1-case-adjust-bogus-client
  option h1-case-adjust-bogus-server
  option forwardfor
  # Events go on as they come.
  option http-no-delay
  # Slow clients end here already, heads and bodies.
  option http-buffer-request
  timeout http-request 10s
  timeout http-keep-alive 60s
  # As long as an event stream may be silent, which is 15 s, and then some.
  timeout client 60s
  timeout server 60s
  timeout connect 5s
  timeout check 5s
  # A server that starts again is waited for, a second each: its sandboxes are nowhere else. Only what was never sent is sent again.
  retries 5
  retry-on conn-failure
  # Who takes connections is alive: one that has much to do answers late, and its sandboxes are nowhere else.
  # The server lets an idle connection go after 5 s.
  default-server check inter 2s fall 3 rise 1 pool-purge-delay 2s
`

const redirecting = (binds: readonly string[]) => `frontend plain
${binds.map((bind) => `  bind ${bind}`).join('\n')}
  http-request redirect scheme https code 308
`

function frontend({ bind, certificates, promises }: ProxyAsked, cells: readonly CellAt[]) {
  const tls = certificates.length > 0
  const ssl = tls ? ` ssl ${certificates.map((file) => `crt ${file}`).join(' ')} alpn http/1.1` : ''
  return `frontend site
${bind.map((one) => `  bind ${one}${ssl}`).join('\n')}
  ${tls && promises ? 'http-request set-header X-Forwarded-Proto https' : 'http-request del-header X-Forwarded-Proto'}
${cells.length > 0 ? byPrefix(cells) : ''}  use_backend files if { path_beg /_next/static/ }
  default_backend anywhere
`
}

/** A key as the cookie has it: of several that lie side by side the first that names a cell. */
const KEY = String.raw`^(.*?\.)??([a-z0-9]{1,4})-[A-Za-z0-9_-]{43}(\..*)?$`

const byPrefix = (
  cells: readonly CellAt[],
) => `  # The name of the cell stands in front of a sandbox's name in the path,
  http-request set-var(txn.cell) path,field(4,/),field(1,-) if { path_beg /api/cookie/ /api/session/ /api/jwt/ }
  # of its owner's key (without TLS the cookie has no prefix: INSECURE_HTTP),
  http-request set-var(txn.cell) req.cook(owner),regsub('"${KEY}",\\2') if { path_beg /api/sandbox }
  http-request set-var(txn.cell) req.cook(__Secure-owner),regsub('"${KEY}",\\2') if { path_beg /api/sandbox } { req.cook(__Secure-owner) -m found }
  # and of the code or the ticket of a page of the other site.
  http-request set-var(txn.cell) req.hdr(x-ticket),field(1,-) if { path_beg /attacker/ }
  use_backend cell-%[var(txn.cell)] if { var(txn.cell) -m str ${cells.map(({ name }) => name).join(' ')} }
  use_backend newcomers if { path /api/sandbox } METH_POST
`

const home = ({ name, at }: CellAt) => `backend cell-${name}
${away}  server ${name} ${at}
`

function pool(name: string, cells: readonly CellAt[], more: string) {
  return `backend ${name}
  balance roundrobin
  option redispatch 1
${more}${cells.map((cell) => `  server ${cell.name || 'shop'} ${cell.at}`).join('\n')}
`
}

const problem = (code: string, status: number, title: string) =>
  `  http-error status ${status} content-type application/problem+json string '${JSON.stringify({
    ...{ type: `urn:remember-me:problem:${code}`, title, status, code },
  })}' hdr Retry-After 2 hdr Cache-Control no-store\n`

const AWAY = 'The server that has this sandbox does not answer now. Try again in a moment.'
const away = [502, 503, 504].map((status) => problem('away', status, AWAY)).join('')

/** Nothing was made by whoever answers 503: the next one is asked. */
const NEWCOMERS = `  retry-on conn-failure 503
  option httpchk
  # From an address that nobody has (RFC 5737): the cell gives turns to addresses.
  http-check send meth GET uri /api/health?newcomers ver HTTP/1.1 hdr Host localhost hdr X-Forwarded-For 192.0.2.1
  http-check expect status 200
${problem('draining', 503, 'No server takes new sandboxes now. Try again in a moment.')}`

/** While cells are updated one after the other, a file of one build is only where that build is. */
const FILES = `  retry-on conn-failure 404
`

const ANYWHERE = `  http-error status 503 content-type "text/html; charset=utf-8" string '<!DOCTYPE html><title>Remember Me</title><p>The shop starts again. Reload in a moment.</p><p lang="ko">다시 시작하는 중입니다. 잠시 뒤에 새로 고치십시오.</p>' hdr Retry-After 2 hdr Cache-Control no-store
`

/** As given on the command line; null: one of them is none. */
export function cellsIn(words: readonly string[]): CellAt[] | null {
  const cells = words.map((word) => {
    const [, name = '', at] = /^(?:([a-z0-9]{1,4})=)?([A-Za-z0-9.-]+:\d{1,5})$/.exec(word) ?? []
    return at ? { name, at } : null
  })
  const names = cells.map((cell) => cell?.name)
  const isOne = cells.length === 1 || !names.includes('')
  const fits = cells.length > 0 && !cells.includes(null) && isOne && new Set(names).size === names.length
  return fits ? (cells as CellAt[]) : null
}

/** As deploy/ has it: both names over TLS. */
export const deployed = (cells: readonly CellAt[]): string =>
  proxyConfig({
    cells,
    bind: [':443', ':::443 v6only'],
    redirects: [':80', ':::80 v6only'],
    certificates: ['/certs/shop.crt', '/certs/other.crt'],
    promises: true,
  })

if (import.meta.main) {
  const cells = cellsIn(process.argv.slice(2))
  if (!cells) refuse('node scripts/proxy.ts a=host:port b=host:port …, or one host:port')
  process.stdout.write(deployed(cells))
}
