import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import * as m from '#messages/money';
import type { Schemas } from '../../api/client.ts';
import { itemQuery } from '../../api/items.ts';
import { onePage } from '../../api/whole.ts';
import { Export } from '../../exports/Export.tsx';
import { Money } from '../../parts/Money.tsx';
import { PrintButton } from '../../parts/PrintButton.tsx';
import { StatusOf } from '../../parts/StatusOf.tsx';
import { isSome } from '../../parts/sums.ts';
import { Line } from './line.tsx';
import { moneyQuery } from './money.queries.ts';
import { Payments } from './payments.tsx';
import { wayOf } from './stations.ts';
import { Steps } from './steps.tsx';
import { WhoActed } from './who-acted.tsx';

const route = getRouteApi('/members/milestones/$id/money');

/** The money of one milestone: from its commitment to what the bank settled, who acted, and the journal's entries. */
export function MoneyPage() {
  const { id } = route.useParams();
  const { data: money } = useSuspenseQuery(moneyQuery(id));
  const { data: milestone } = useSuspenseQuery(itemQuery('getMilestone', id));
  const { data: agreement } = useSuspenseQuery(itemQuery('getAgreement', money.agreement));
  const names = { ...agreement.names, ...milestone.names, ...money.names };
  const payments = (agreement.payments ?? []).filter((payment) => payment.milestone === id);
  const title = m.moneyOf({ number: milestone.number });
  return (
    <>
      <title>{`${title} · Junkan`}</title>
      <ol className="crumbs">
        <li>
          <Link to="/projects/$id" params={{ id: money.project }}>
            {names[money.project]?.text ?? m.project()}
          </Link>
        </li>
        <li>
          <Link to="/milestones/$id" params={{ id }}>
            {milestone.title}
          </Link>
        </li>
      </ol>
      <div className="head">
        <div>
          <h1>{title}</h1>
          <p className="row">
            <span>{milestone.title}</span>
            <StatusOf of="milestone" status={milestone.status} />
          </p>
        </div>
        <div className="row">
          <PrintButton />
          <a className="btn bare" href={`/v1/milestones/${id}/money?with=names`} download={`${id}-money.json`}>
            {m.downloadJson()}
          </a>
          <Export
            name="money"
            columns={async () => (await import('../../exports/money-columns.ts')).STEP_COLUMNS}
            page={onePage(money.steps, names)}
          />
        </div>
      </div>
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
    </>
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
