/** How connections are kept in a position of the lab: by the client, and by the balancer towards what lies behind it. */
export interface Manner {
  readonly client: 'silent' | 'close' | 'oldest' | 'oldest-kept' | 'h2' | 'local'
  /** `kept`: for as long as it likes. `heeded`: no longer than the server said (`Keep-Alive`). `each`: a new one for each request. */
  readonly behind: 'kept' | 'heeded' | 'each'
}
