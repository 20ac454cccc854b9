import { useSuspenseQuery } from '@tanstack/react-query';
import * as m from '#messages/approvals';
import { Acts } from '../../acts/Acts.tsx';
import { codeText, fieldLabel } from '../../acts/words.ts';
import { itemQuery } from '../../api/items.ts';
import { Facts } from '../../parts/Facts.tsx';
import { ItemLink } from '../../parts/ItemLink.tsx';
import { Money, moneyText } from '../../parts/Money.tsx';
import { People } from './people.tsx';

const WAIVER = ['waiveMilestone', 'refuseWaiver'];

/** What is given up where a milestone is waived, and who proposed it. */
export function OfMilestone({ id }: { readonly id: string }) {
  const { data: milestone } = useSuspenseQuery(itemQuery('getMilestone', id));
  const { waiver, title, names = {} } = milestone;
  if (!waiver) return null;
  const { number, amount, rest, note, proposedBy } = waiver;
  return (
    <>
      <Facts
        of={[
          [m.binds(), m.bindsToWaiver({ amount: moneyText(amount) })],
          [
            m.milestone({ number: milestone.number }),
            <ItemLink key="milestone" id={id}>
              {title}
            </ItemLink>,
          ],
          [m.atStake(), <Money key="amount" amount={amount} of={`${id}/at-stake`} />],
          [fieldLabel('rest'), codeText('code_rest', rest)],
          [fieldLabel('note'), note ? <blockquote dir="auto">{note}</blockquote> : null],
          [m.preparedBy(), <People key="people" of={[proposedBy]} names={names} />],
        ]}
      />
      <Acts
        item={milestone}
        only={({ operation }) => WAIVER.includes(operation)}
        given={({ operation }) => ({ places: { number }, ...(operation === 'waiveMilestone' ? { body: { amount } } : {}) })}
      />
    </>
  );
}
