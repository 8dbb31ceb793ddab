/** Nothing: the layout around it renews. */
export default function Page() {
  return null
}
