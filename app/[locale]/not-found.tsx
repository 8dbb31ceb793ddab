import { Missing } from '@/app/_frame/missing'
import { Logo } from '@/app/_ui/where-glyph'

export default function NotFound() {
  return (
    <main id="main" className="wrap plain">
      <Logo />
      <Missing />
    </main>
  )
}
