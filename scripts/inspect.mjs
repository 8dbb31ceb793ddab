// Asks the inspector of a Node process that was started with --inspect (Chrome DevTools protocol).

/** @returns `ask(method, params)` */
export async function inspect(port) {
  const [{ webSocketDebuggerUrl }] = await (await fetch(`http://127.0.0.1:${port}/json`)).json()
  const socket = new WebSocket(webSocketDebuggerUrl)
  const asked = new Map()
  socket.onmessage = ({ data }) => {
    const { id, result, error } = JSON.parse(data)
    const { resolve, reject } = asked.get(id) ?? {}
    asked.delete(id)
    error ? reject?.(new Error(error.message)) : resolve?.(result)
  }
  await new Promise((resolve, reject) => Object.assign(socket, { onopen: resolve, onerror: reject }))
  let last = 0
  const ask = (method, params) => {
    last += 1
    const { promise, resolve, reject } = Promise.withResolvers()
    asked.set(last, { resolve, reject })
    socket.send(JSON.stringify({ id: last, method, params }))
    return promise
  }
  return { ask, close: () => socket.close() }
}
