/** Runs once when the server starts. This file is compiled for the Edge runtime too: everything else is in the second one. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') await (await import('./instrumentation-node')).start()
}

/** Whatever nobody expected. The answer says nothing of it; the log says where it arose. */
export async function onRequestError(error: unknown, _request: unknown, context: { routePath: string }) {
  if (process.env.NEXT_RUNTIME === 'nodejs')
    (await import('./instrumentation-node')).noteBug(error, context.routePath)
}
