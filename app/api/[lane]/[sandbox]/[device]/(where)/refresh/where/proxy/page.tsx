/** Nothing: proxy.ts has renewed before it. */
export default function Page() {
  return null
}
