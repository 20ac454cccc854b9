import * as m from '#messages/accounts';
import { Begin } from './Begin.tsx';

/** Names an account of one's own organisation; `replaces`: in the place of another. */
export const NameAccount = ({ replaces = '' }: { readonly replaces?: string }) => (
  <Begin
    operation="proposeBankAccount"
    roles={['proposer.officer', 'sponsor.officer']}
    body={{ replaces }}
    hints={{ country: m.countryHint(), currency: m.currencyHint() }}
  />
);
