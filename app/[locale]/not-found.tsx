import { Missing } from '@/app/_frame/missing'

export default function NotFound() {
  return <Missing />
}
