import { jar } from '@/lib/labs/attacker/site'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = jar
