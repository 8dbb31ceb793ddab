import { notFound } from 'next/navigation'

/** Every address of the attacker's site without a page: its own 404, not the framework's. */
export default function NoSuchPage() {
  notFound()
}
