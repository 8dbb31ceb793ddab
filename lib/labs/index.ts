/** All labs, in the order in which they are shown: one is a folder (README.md here), and there is no other list of them. */
import { LAB_GROUPS, type Lab } from './lab'

// Without the option `import`: a production build of Turbopack 16.4 renames exports, and there looks for the old name.
const FOLDERS = import.meta.glob<{ lab: Lab }>('./x*/lab.ts', { eager: true })

const groupAt = ({ group }: Lab) => LAB_GROUPS.indexOf(group)

export const LABS: readonly Lab[] = Object.values(FOLDERS)
  .map(({ lab }) => lab)
  .sort(
    (one, other) =>
      groupAt(one) - groupAt(other) || one.lesson[0] - other.lesson[0] || one.lesson[1] - other.lesson[1],
  )

export const labOf = (slug: string): Lab | null => LABS.find((lab) => lab.slug === slug) ?? null
