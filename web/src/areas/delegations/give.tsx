import { Begin } from '../../acts/Begin.tsx';
import { roleText } from '../../acts/words.ts';
import type { Schemas } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';

type Role = Schemas['Session']['roles'][number];
const APPROVING: readonly Role[] = ['proposer.certifier', 'sponsor.approver', 'secretariat.approver', 'finance.checker'];

/** Gives a role of one's own to another person: one form for each role that the person has, and has not from another. */
export function GiveRole() {
  const session = useSession();
  const held = session?.heldFor?.map(({ role }) => role) ?? [];
  const own = APPROVING.filter((role) => session?.roles.includes(role) && !held.includes(role));
  return own.map((role) => (
    <section key={role} className="part" aria-label={roleText(role)}>
      <p>{roleText(role)}</p>
      <Begin operation="delegateRole" roles={[role]} body={{ role }} />
    </section>
  ));
}
