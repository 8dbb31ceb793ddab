const KEY = Symbol.for('remember-me')
const shared = globalThis as { [KEY]?: Map<string, unknown> }
shared[KEY] ??= new Map()
const values = shared[KEY]

/** One value in the process: routes and instrumentation are bundled apart, so a module may exist twice. */
export function perProcess<T>(name: string, make: () => T): T {
  if (!values.has(name)) values.set(name, make())
  return values.get(name) as T
}

/** The next who asks for it makes another one. */
export function forgetPerProcess(name: string): void {
  values.delete(name)
}
