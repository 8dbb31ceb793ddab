/** Ids of the glossary's terms, until the glossary says them itself. */
export const TERMS: readonly string[] = `
stateless stateful persistent-connection cookie session token cookie-jar set-cookie cookie-attribute session-cookie server-session
persistent-cookie third-party-cookie path-attribute domain-attribute cookie-prefix expiry http-only secure same-site same-site-attribute
cross-site issue store sign-in sign-out forced-sign-out concurrent-session-limit device-list browser-close remember-me authentication
authorization credential bearer encode decode encrypt decrypt sign verify signature hash mac plain-cookie signed-cookie sealed-cookie
secret-key key-pair tamper forge theft replay session-fixation xss csrf claim claims-set registered-claim issuer subject audience payload
access-token refresh-token rotation reuse-detection token-family sliding-session idle-timeout absolute-timeout revoke denylist stale-data
role opaque-token local-storage cache scale-out load-balancer sticky-session session-replication single-sign-on resource-server native-app
`
  .trim()
  .split(/\s+/)
