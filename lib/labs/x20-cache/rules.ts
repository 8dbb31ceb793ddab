/** How the origin marks its answers, and how careful the cache is. */
export interface CacheRules {
  /** The Cache-Control field of the origin. */
  readonly control: string
  /** The origin sends the cookie that came along once more with each answer, so that it lives on. */
  readonly rolling: boolean
  /** The origin names its answer by a hash, and answers 304 to who has that one. */
  readonly etag?: true
  /** The origin says that the answer depends on the field that carries the credential. */
  readonly vary?: true
  /** The cache keeps no answer that sets a cookie, as many do of their own accord. */
  readonly refusesSetCookie?: true
  /** The cache keeps bodies in files and not in memory. */
  readonly onDisk?: true
}
