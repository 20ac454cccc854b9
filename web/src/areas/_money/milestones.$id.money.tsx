import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import * as m from '#messages/money';
import { personName } from '../../acts/words.ts';
import { api, type Schemas } from '../../base/api/client.ts';
import { itemQuery } from '../../base/api/items.ts';
import { keys } from '../../base/api/keys.ts';
import { onePage } from '../../base/api/whole.ts';
import { Export } from '../../base/Export.tsx';
import { Icon } from '../../base/parts/Icon.tsx';
import { ItemPage } from '../../base/parts/ItemPage.tsx';
import { Money } from '../../base/parts/Money.tsx';
import { CodedPrint } from '../../base/parts/PrintButton.tsx';
import { paymentName } from '../../base/parts/payment-name.ts';
import { Seal } from '../../base/parts/Seal.tsx';
import { StatusOf } from '../../base/parts/StatusOf.tsx';
import { isSome } from '../../base/parts/sums.ts';
import { Table } from '../../base/parts/Table.tsx';
import { advancedParts, PaymentPart, partsPaid, partTitle } from '../../payments/PaymentPart.tsx';
import { Line, wayOf } from './Line.tsx';
import { Steps } from './Steps.tsx';

/** Every step of one milestone's money, from its commitment on. */
const moneyQuery = (id: string) =>
  queryOptions({
    queryKey: keys.part(id, 'money'),
    queryFn: ({ signal }) => api.operations.getMoneyOfMilestone({ id, with: 'names' }, { signal }),
  });

const route = getRouteApi('/members/milestones/$id/money');

/** The money of one milestone: from its commitment to what the bank settled, who acted, and the journal's entries. */
export function Page() {
  const { id } = route.useParams();
  const { data: money } = useSuspenseQuery(moneyQuery(id));
  const { data: milestone } = useSuspenseQuery(itemQuery('getMilestone', id));
  const { data: agreement } = useSuspenseQuery(itemQuery('getAgreement', money.agreement));
  const names = { ...agreement.names, ...milestone.names, ...money.names };
  const payments = (agreement.payments ?? []).filter((payment) => payment.milestone === id);
  const title = m.moneyOf({ number: milestone.number });
  return (
    <ItemPage
      title={title}
      up={
        <Link to="/projects/$id" params={{ id: money.project }}>
          {names[money.project]?.text ?? m.project()}
        </Link>
      }
      crumbs={[
        <Link key="milestone" to="/milestones/$id" params={{ id }}>
          {milestone.title}
        </Link>,
      ]}
      state={
        <p className="row">
          <span>{milestone.title}</span>
          <StatusOf of="milestoneStatus" status={milestone.status} />
        </p>
      }
      aside={
        <>
          <CodedPrint ask={() => api.operations.printMilestone({ id })} />
          <a className="btn bare" href={`/v1/milestones/${id}/money?with=names`} download={`${id}-money.json`}>
            {m.downloadJson()}
          </a>
          <Export
            name="money"
            columns={async () => (await import('../../exports/money-columns.ts')).STEP_COLUMNS}
            page={onePage(money.steps, names)}
          />
        </>
      }
    >
      <dl className="figures lead">
        <Figure term={m.planned()} amount={money.planned} of={`${id}/planned`} />
        <Figure term={m.payable({ code: milestone.status })} amount={money.payable} of={`${id}/payable`} />
        <Figure term={m.paid()} amount={money.paid} of={`${id}/paid`} />
        {money.kept && isSome(money.kept) ? <Figure term={m.kept()} amount={money.kept} of={`${id}/kept`} /> : null}
        <Figure term={m.left()} amount={money.left} of={`${id}/left`} />
      </dl>
      <Line way={wayOf(money, agreement, names)} />
      <Payments agreement={agreement} tranche={money.tranche} names={names} />
      <WhoActed payments={payments} names={names} />
      <Steps money={money} names={names} />
    </ItemPage>
  );
}

const Figure = ({ term, amount, of }: { readonly term: string; readonly amount: Schemas['Money'] | undefined; readonly of: string }) =>
  amount ? (
    <div>
      <dt>{term}</dt>
      <dd>
        <Money amount={amount} of={of} />
      </dd>
    </div>
  ) : null;

type Props = { readonly agreement: Schemas['Agreement']; readonly tranche: number | undefined; readonly names: Schemas['Names'] };

/**
 * One part per sponsor, and each advance of it: the status of its payment, what the bank was instructed and reported, and who has to act.
 */
const Payments = ({ agreement, tranche, names }: Props) => (
  <section className="part" aria-labelledby="h-payments">
    <h2 id="h-payments">{m.payments()}</h2>
    {agreement.payments.some((payment) => payment.tranche === tranche) ? null : <p className="quiet">{m.noPayments()}</p>}
    <div className="branches">
      {[...advancedParts(agreement), ...agreement.cells, ...partsPaid(agreement)]
        .filter((cell) => cell.tranche === tranche)
        .map((cell) => (
          <PaymentPart key={cell.payment} agreement={agreement} cell={cell} names={names} title={titleOf(cell, agreement)} />
        ))}
    </div>
  </section>
);

/** The page says of which milestone it is; payments of advances and of some of a part say that they are. */
function titleOf(part: Schemas['Cell'], agreement: Schemas['Agreement']): string {
  const title = agreement.tranches.find(({ number }) => number === part.tranche)?.title ?? '';
  return agreement.cells.some(({ payment }) => payment === part.payment) ? '' : partTitle(part, title, agreement);
}

type Payment = Schemas['Payment'];
const DUTIES = ['reported', 'verified', 'requested', 'approved', 'confirmed'] as const;
/** Acts that bind. */
const BINDING: readonly string[] = ['verified', 'approved', 'confirmed'];

/** Above a limit two persons approve. */
const personsOf = ({ submittedBy, verifiedBy, requestedBy, firstApproval, approvedBy, confirmedBy }: Payment) =>
  [[submittedBy], [verifiedBy], [requestedBy], [firstApproval?.by, approvedBy], [confirmedBy]].map((persons) =>
    persons.filter((person) => person !== undefined),
  );

/** Who had which duty for each payment: nobody has two that must be separate. */
function WhoActed({ payments, names }: { readonly payments: readonly Payment[]; readonly names: Schemas['Names'] }) {
  if (payments.length === 0) return null;
  return (
    <section className="part" aria-labelledby="h-eyes">
      <h2 id="h-eyes">{m.whoActed()}</h2>
      <Table
        label={m.whoActed()}
        className="eyes"
        rows={payments}
        keyOf={({ id }) => id}
        columns={[
          {
            title: m.part(),
            cell: (payment) =>
              `${payment.advance > 0 || payment.partPayment > 0 ? `${paymentName(payment)}: ` : ''}${names[payment.sponsor]?.text ?? payment.sponsor}`,
          },
          ...DUTIES.map((duty, index) => ({
            title: m.duty({ code: duty }),
            cell: (payment: Payment) => {
              const acted = personsOf(payment)[index] ?? [];
              if (acted.length === 0) return '–';
              return acted.map((person) => <Seal key={person} name={personName(names, person)} isBound={BINDING.includes(duty)} />);
            },
          })),
          { title: m.rule(), cell: (payment) => <Apart persons={personsOf(payment)} /> },
        ]}
      />
    </section>
  );
}

function Apart({ persons }: { readonly persons: readonly (readonly string[])[] }) {
  // Who approves a payment may confirm what the bank did with it.
  const apart = persons.slice(0, BINDING.length + 1).flat();
  const isApart = new Set(apart).size === apart.length;
  return (
    <span className={`tag ${isApart ? 'good' : 'bad'}`}>
      <Icon name={isApart ? 'done' : 'late'} />
      <span>{isApart ? m.differentPersons({ count: apart.length }) : m.samePerson()}</span>
    </span>
  );
}
