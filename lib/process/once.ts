/** One value in the process: routes and instrumentation are bundled apart, so a module may exist twice. */
export function perProcess<T>(name: string, make: () => T): T {
  const key = Symbol.for(`remember-me.${name}`)
  const shared = globalThis as unknown as Record<symbol, T | undefined>
  shared[key] ??= make()
  return shared[key]
}
