import { useQuery } from '@tanstack/react-query';
import * as m from '#messages/payment-files';
import { Begin } from '../../acts/Begin.tsx';
import type { Schemas } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import { numberText } from '../../parts/locale.ts';
import { waitingQuery } from './files.queries.ts';

const ROLES: readonly Schemas['Session']['roles'][number][] = ['finance.maker'];

/** The approved payments that are in no file, by who pays them and in which currency: all of each go into one file. */
export function Waiting() {
  const isMaker = useSession()?.roles.some((role) => ROLES.includes(role)) ?? false;
  const { data } = useQuery({ ...waitingQuery, enabled: isMaker });
  if (!isMaker || !data) return null;
  const groups = Map.groupBy(
    data.payments.filter(({ file }) => !file),
    ({ sponsor, amount }) => `${sponsor} ${amount.currency}`,
  );
  return (
    <section className="part" aria-labelledby="h-waiting">
      <h2 id="h-waiting">{m.waiting()}</h2>
      {groups.size === 0 ? <p className="quiet">{m.noneWaits()}</p> : null}
      {[...groups].map(([key, payments]) => {
        const [payer = '', currency = ''] = key.split(' ');
        return (
          <article key={key}>
            <h3>{m.waitingOf({ payer: data.names?.[payer]?.text ?? payer, currency, count: numberText(payments.length) })}</h3>
            <Begin operation="makePaymentFile" roles={ROLES} body={{ payer, currency, payments: [] }} />
          </article>
        );
      })}
    </section>
  );
}
