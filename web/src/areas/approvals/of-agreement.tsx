import { useSuspenseQuery } from '@tanstack/react-query';
import { lazy } from 'react';
import * as m from '#messages/approvals';
import { Acts } from '../../acts/Acts.tsx';
import { advancedParts, PaymentPart, partsPaid, partTitle, retainedParts } from '../../acts/PaymentPart.tsx';
import { fieldLabel, personName } from '../../acts/words.ts';
import type { Schemas } from '../../api/client.ts';
import { itemQuery } from '../../api/items.ts';
import { useSession } from '../../api/session.ts';
import { Facts } from '../../parts/Facts.tsx';
import { ItemLink } from '../../parts/ItemLink.tsx';
import { Money, moneyText } from '../../parts/Money.tsx';
import { Seal } from '../../parts/Seal.tsx';
import { ToText } from '../../parts/ToText.tsx';
import type { Work } from './approvals.queries.ts';
import { People } from './people.tsx';

// It comes with the first that is looked at: modifications are few.
const ToChange = lazy(async () => ({ default: (await import('./to-change.tsx')).ToChange }));

type Agreement = Schemas['Agreement'];
const SIGNING = ['signAgreement', 'declineSignature'];

/** What is to be signed, changed or paid of an agreement. */
export function OfAgreement({ task: { item, kind, payment, measure } }: { readonly task: Work }) {
  const { data: agreement } = useSuspenseQuery(itemQuery('getAgreement', item));
  if (kind === 'payment-to-approve') return <ToPay agreement={agreement} payment={payment ?? ''} />;
  if (kind === 'modification-to-approve') return <ToChange agreement={agreement} number={measure ?? 0} />;
  return <ToSign agreement={agreement} />;
}

function ToSign({ agreement }: { readonly agreement: Agreement }) {
  const { id, shares, signatures, contentHash, project, names = {} } = agreement;
  const own = useSession()?.organisation;
  const share = shares.find(({ sponsor }) => sponsor === own);
  return (
    <>
      <Facts
        of={[
          [m.binds(), share ? m.bindsToPay({ amount: moneyText(share.amount) }) : m.bindsToDeliver()],
          [
            fieldLabel('project'),
            <ItemLink key="project" id={project}>
              {names[project]?.text ?? m.project()}
            </ItemLink>,
          ],
          [
            m.agreement(),
            <ItemLink key="agreement" id={id}>
              {m.readWhole()}
            </ItemLink>,
          ],
          [fieldLabel('amount'), share ? <Money amount={share.amount} of={`${id}/shares/${share.sponsor}`} /> : null],
          [
            m.signedBy(),
            signatures.length > 0
              ? signatures.map(({ party, by }) => (
                  <Seal key={party} isBound name={personName(names, by)} detail={names[party]?.text ?? party} />
                ))
              : null,
          ],
          [
            fieldLabel('contentHash'),
            <span key="hash">
              <span className="mono">{contentHash}</span> <ToText id={id} />
            </span>,
          ],
        ]}
      />
      <Acts
        item={agreement}
        only={({ operation }) => SIGNING.includes(operation)}
        given={({ operation }) => (operation === 'signAgreement' ? { body: { contentHash } } : {})}
      />
    </>
  );
}

function ToPay({ agreement, payment }: { readonly agreement: Agreement; readonly payment: string }) {
  const { payments, cells, names = {} } = agreement;
  const order = payments.find(({ id }) => id === payment);
  const cell = [...cells, ...retainedParts(agreement), ...advancedParts(agreement), ...partsPaid(agreement)].find(
    (each) => each.payment === payment,
  );
  if (!order || !cell) return null;
  const { submittedBy, verifiedBy, requestedBy, milestone } = order;
  return (
    <>
      <Facts
        of={[
          [m.binds(), m.bindsToPayment({ amount: moneyText(order.amount) })],
          [
            partTitle(cell, m.milestone({ number: order.tranche }), agreement),
            <ItemLink key="milestone" id={milestone}>
              {m.reportAndVerdict()}
            </ItemLink>,
          ],
          [m.preparedBy(), <People key="people" of={[submittedBy, verifiedBy, requestedBy]} names={names} />],
        ]}
      />
      <PaymentPart agreement={agreement} cell={cell} names={names} />
    </>
  );
}
