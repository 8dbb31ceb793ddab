// Asks the inspector of a Node process that was started with --inspect (Chrome DevTools protocol).

// biome-ignore lint/suspicious/noExplicitAny: whoever asks for a method knows what it gives.
type Result = any

interface Waiting {
  resolve(result: Result): void
  reject(error: Error): void
}

export type Session = Awaited<ReturnType<typeof inspect>>

export async function inspect(port: number) {
  const [{ webSocketDebuggerUrl }] = (await (await fetch(`http://127.0.0.1:${port}/json`)).json()) as [
    { webSocketDebuggerUrl: string },
  ]
  const socket = new WebSocket(webSocketDebuggerUrl)
  const asked = new Map<number, Waiting>()
  socket.onmessage = ({ data }) => {
    const { id, result, error } = JSON.parse(data)
    const { resolve, reject } = asked.get(id) ?? {}
    asked.delete(id)
    error ? reject?.(new Error(error.message)) : resolve?.(result)
  }
  await new Promise((resolve, reject) => Object.assign(socket, { onopen: resolve, onerror: reject }))
  let last = 0
  const ask = (method: string, params?: object): Promise<Result> => {
    last += 1
    const { promise, resolve, reject } = Promise.withResolvers<Result>()
    asked.set(last, { resolve, reject })
    socket.send(JSON.stringify({ id: last, method, params }))
    return promise
  }
  return { ask, close: () => socket.close() }
}
