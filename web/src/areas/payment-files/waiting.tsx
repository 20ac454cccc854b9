import { useQuery } from '@tanstack/react-query';
import * as m from '#messages/payment-files';
import { Begin } from '../../acts/Begin.tsx';
import type { Schemas } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import { numberText } from '../../parts/locale.ts';
import { useChosen } from './chosen.tsx';
import { waitingQuery } from './files.queries.ts';

const ROLES: readonly Schemas['Session']['roles'][number][] = ['finance.maker'];

type MakingProps = { readonly payer: string; readonly currency: string; readonly isOver: boolean };

/** The form of a file, in which its payments are chosen. */
const Making = ({ payer, currency, isOver }: MakingProps) => (
  <Begin operation="makePaymentFile" roles={ROLES} isOver={isOver} {...useChosen(payer, currency)} />
);

/** The approved payments that are in no file, by who pays them and in which currency: those of each go into one file. */
export function Waiting() {
  const isMaker = useSession()?.roles.some((role) => ROLES.includes(role)) ?? false;
  const { data } = useQuery({ ...waitingQuery, enabled: isMaker });
  if (!isMaker || !data) return null;
  // Those that are in a file by now stay in their group: it still tells that the file is made.
  const groups = Map.groupBy(data.payments, ({ sponsor, amount }) => `${sponsor} ${amount.currency}`);
  return (
    <section className="part" aria-labelledby="h-waiting">
      <h2 id="h-waiting">{m.waiting()}</h2>
      {data.payments.every(({ file }) => file) ? <p className="quiet">{m.noneWaits()}</p> : null}
      {[...groups].map(([key, payments]) => {
        const [payer = '', currency = ''] = key.split(' ');
        const free = payments.filter(({ file }) => !file).length;
        return (
          <div key={key}>
            {free === 0 ? null : <h3>{m.waitingOf({ payer: data.names?.[payer]?.text ?? payer, currency, count: numberText(free) })}</h3>}
            <Making payer={payer} currency={currency} isOver={free === 0} />
          </div>
        );
      })}
    </section>
  );
}
