import { listChecked } from '@/lib/labs/where/lists'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = listChecked
