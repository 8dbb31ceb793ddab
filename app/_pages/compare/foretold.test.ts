import { expect, it } from 'vitest'
import { GUESSES } from '@/lib/reading/told/path'
import { FORETOLD } from './foretold'

it('is one of the answers that can be given', () => expect(GUESSES).toContain(FORETOLD))
