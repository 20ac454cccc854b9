import { useQuery } from '@tanstack/react-query';
import * as m from '#messages/approvals';
import { ItemLink } from '../../parts/ItemLink.tsx';
import { dayText } from '../../parts/locale.ts';
import { StatusOf } from '../../parts/StatusOf.tsx';
import { passportOfQuery } from './approvals.queries.ts';

/** Where the due diligence on a proposer stands, and the way to rely on it. */
export function PassportState({ subject }: { readonly subject: string }) {
  const { data } = useQuery(passportOfQuery(subject));
  if (!data) return null;
  const [passport] = data.passports;
  if (!passport) return m.neverAsked();
  const { id, status, validUntil } = passport;
  return (
    <span className="row">
      <StatusOf of="passport" status={status} />
      {validUntil ? <span>{m.until({ day: dayText(validUntil) })}</span> : null}
      <ItemLink id={id}>{status === 'cleared' ? m.relyOnIt() : m.toPassport()}</ItemLink>
    </span>
  );
}
