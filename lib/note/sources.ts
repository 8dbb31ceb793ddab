/** What the rows are judged by, beside the texts that the whole site cites. */
import { type Citation, cheatSheet, named, rfc as sectionOf } from '@/lib/reading/notes/sources'

const SHEETS = 'https://cheatsheetseries.owasp.org/cheatsheets'

/** Of a section, or the whole text. */
export const rfc = (number: string, section?: string): Citation =>
  section ? sectionOf(number, section) : named(`RFC ${number}`, `https://www.rfc-editor.org/rfc/rfc${number}`)

const sheet = (title: string, heading?: string): Citation =>
  heading
    ? cheatSheet(title, heading)
    : named(`OWASP ${title} Cheat Sheet`, `${SHEETS}/${title.replaceAll(' ', '_')}_Cheat_Sheet.html`)

export const sessions = (heading?: string) => sheet('Session Management', heading)
export const tokens = (heading?: string) => sheet('JSON Web Token', heading)
export const CSRF = sheet('Cross-Site Request Forgery Prevention')
export const STORAGE = sheet('HTML5 Security', 'Local Storage')
export const BROWSER_APPS = rfc('10017')

export const APPLE = named(
  'Apple, HTTPCookieStorage',
  'https://developer.apple.com/documentation/foundation/httpcookiestorage',
)
export const OKHTTP = named(
  'OkHttp, CookieJar',
  'https://square.github.io/okhttp/5.x/okhttp/okhttp3/-cookie-jar/index.html',
)
export const CHIPS = named(
  'MDN, Cookies Having Independent Partitioned State',
  'https://developer.mozilla.org/en-US/docs/Web/Privacy/Guides/Third-party_cookies/Partitioned_cookies',
)
export const MDN = named(
  'MDN, Using HTTP cookies',
  'https://developer.mozilla.org/en-US/docs/Web/HTTP/Guides/Cookies',
)
export const FIREFOX = named(
  'Firefox, SessionCookies',
  'https://searchfox.org/mozilla-central/source/browser/components/sessionstore/SessionCookies.sys.mjs',
)
export const REMEMBER_ME = named(
  'Spring Security, Remember-Me Authentication',
  'https://docs.spring.io/spring-security/reference/servlet/authentication/rememberme.html',
)
export const SPRING_SESSION = named(
  'Spring Session, DefaultCookieSerializer',
  'https://docs.spring.io/spring-session/reference/api.html',
)
export const TOMCAT = named(
  'Tomcat, Clustering and Session Replication',
  'https://tomcat.apache.org/tomcat-11.0-doc/cluster-howto.html',
)
export const TOMCAT_MANAGER = named(
  'Tomcat, The Manager Component',
  'https://tomcat.apache.org/tomcat-11.0-doc/config/manager.html',
)
export const RFC_LIST = named('RFC Editor', 'https://www.rfc-editor.org/')
