/** The one cookie of the workbench that the page sets itself, by document.cookie. The server takes it away with the others (jar.ts). */
export const BY_SCRIPT = 'bench-script=value; Path=/attacker; Max-Age=86400; SameSite=Lax'
