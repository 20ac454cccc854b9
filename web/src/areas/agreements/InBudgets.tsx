import { takenOfBudget } from '#messages/conversions';
import type { Schemas } from '../../base/api/client.ts';
import { type Fact, Facts } from '../../base/parts/Facts.tsx';
import { exchangesOf, exchangesOfRefund, exchangesOfReturn } from '../../financing/Exchanges.tsx';
import { Converted } from '../../terms/Taken.tsx';

type Agreement = Schemas['Agreement'];

/** What the offers use of budgets in other currencies, and what their payments cost there; as far as the reader may see it. */
export const InBudgets = ({ agreement }: { readonly agreement: Agreement }) => (
  <Facts of={[...takenOf(agreement), ...exchangesOf(agreement), ...exchangesOfReturn(agreement)]} />
);

const takenOf = ({ id, conversions = [] }: Agreement): readonly Fact[] =>
  conversions.map(({ offer, amount, conversion }) => [
    takenOfBudget(),
    <Converted key={offer} conversion={conversion} from={amount.currency} of={`${id}/conversions/${offer}`} />,
  ]);

/** What came back to such budgets with a refund. */
export const Refunded = ({
  agreement,
  ...of
}: {
  readonly agreement: Agreement;
  readonly recovery: number;
  readonly resolution: number;
}) => <Facts of={exchangesOfRefund(agreement, of.recovery, of.resolution)} />;
