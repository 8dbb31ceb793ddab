/** Cookies of the workbench that the page sets itself, by document.cookie. The server takes them away with the others (jar.ts). */
export const BY_SCRIPT = 'bench-script=value; Path=/attacker; Max-Age=86400; SameSite=Lax'
/** With all that the prefix asks for and a script can say: it cannot say HttpOnly. */
export const HTTP_PREFIXED_BY_SCRIPT =
  '__Http-bench-script=value; Path=/attacker; Max-Age=86400; Secure; SameSite=Lax'
