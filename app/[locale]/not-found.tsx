import { Missing } from '../_ui/missing'
import { Logo } from '../_ui/where-glyph'

export default function NotFound() {
  return (
    <main id="main" className="wrap plain">
      <Logo />
      <Missing />
    </main>
  )
}
