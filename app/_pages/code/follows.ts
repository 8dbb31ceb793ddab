/** Which difference follows from which operation. A test holds it to the table: each once. */
import type { OperationName } from '@/lib/source/operations'
import type { DifferenceName } from '@/lib/strategies/differences'

export const FOLLOWS: Readonly<Record<OperationName, readonly DifferenceName[]>> = {
  open: [
    'ownEnd',
    'absoluteEnd',
    'readableByHolder',
    'alterableByHolder',
    'readableByPageScript',
    'databaseCopySignsIn',
    'writeFromElsewhere',
    'sameSite',
    'outlivesBrowser',
    'algorithm',
    'costOfMe',
    'costOfCartRead',
    'discountChange',
  ],
  save: ['costOfCartWrite', 'parallelAdds', 'cartOnSecondDevice', 'fiftyLines', 'wholeCatalogue'],
  renew: ['oldCredentialAfterSignIn', 'plantedValueAfterSignIn', 'secondSignIn'],
  end: ['copyAfterSignOut', 'cartAfterSignOut'],
  refresh: ['refreshTwice', 'refreshAlone'],
  revoke: ['copyAfterForcedSignOut', 'copyOneAccessLifeLater', 'copyAfterPasswordChange', 'devices'],
}
