import * as m from '#messages/accounts';
import type { Schemas } from '../api/client.ts';
import { useSession } from '../api/session.ts';
import { Begin } from './Begin.tsx';
import { labelOf } from './words.ts';

const OPERATION = 'proposeBankAccount';
const ROLES: readonly Schemas['Session']['roles'][number][] = ['proposer.officer', 'sponsor.officer'];

type Props = {
  /** The account in whose place it is named. */
  readonly replaces?: string;
  /** Whether it stands under no heading of its own. */
  readonly isAlone?: boolean;
};

/** Names an account of one's own organisation. */
export function NameAccount({ replaces = '', isAlone = false }: Props) {
  const session = useSession();
  if (!session?.roles.some((role) => ROLES.includes(role))) return null;
  return (
    <>
      {isAlone ? <h2 className="vh">{labelOf(OPERATION)}</h2> : null}
      <Begin operation={OPERATION} roles={ROLES} body={{ replaces }} hints={{ country: m.countryHint(), currency: m.currencyHint() }} />
    </>
  );
}
