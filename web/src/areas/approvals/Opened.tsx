import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import * as m from '#messages/approvals';
import { terms } from '#messages/financing';
import { Acts } from '../../acts/Acts.tsx';
import { codeText, fieldLabel, personName } from '../../acts/words.ts';
import type { Schemas } from '../../base/api/client.ts';
import { itemQuery } from '../../base/api/items.ts';
import { useSession } from '../../base/api/session.ts';
import { Facts } from '../../base/parts/Facts.tsx';
import { ItemLink } from '../../base/parts/ItemLink.tsx';
import { dayText } from '../../base/parts/locale.ts';
import { Money, moneyText } from '../../base/parts/Money.tsx';
import { Seal } from '../../base/parts/Seal.tsx';
import { Status } from '../../base/parts/Status.tsx';
import { StatusOf } from '../../base/parts/StatusOf.tsx';
import { isSome, less, together } from '../../base/parts/sums.ts';
import { DueDiligence } from '../../papers/DueDiligence.tsx';
import { passportOfQuery } from '../../papers/passport-of.ts';
import { advancedParts, PaymentPart, partsPaid, partTitle, retainedParts } from '../../payments/PaymentPart.tsx';
import { ToText } from '../../payments/ToText.tsx';
import { FinancingFacts } from '../../terms/FinancingFacts.tsx';
import { People } from './People.tsx';
import type { Work } from './queries.ts';

/** What a task is about, by the kind of its item. */
export function Opened({ task, names }: { readonly task: Work; readonly names: Schemas['Names'] }) {
  switch (task.item.slice(0, 'prj'.length)) {
    case 'fnd':
      return <OfOffer id={task.item} offer={task.offer ?? ''} names={names} />;
    case 'prj':
      return <OfProject id={task.item} isClosure={task.kind === 'closure-to-decide'} />;
    case 'agr':
      return <OfAgreement task={task} />;
    case 'mst':
      return <OfMilestone id={task.item} />;
    default:
      return null;
  }
}

const Documents = lazy(async () => ({ default: (await import('../../papers/ProjectPapers.tsx')).DocumentsOf }));
const DocumentsOf = (props: { readonly project: string }) => (
  <Suspense fallback={null}>
    <Documents {...props} />
  </Suspense>
);
// Loaded with the first one that is opened: modifications are few.
const ToChange = lazy(async () => ({ default: (await import('./ToChange.tsx')).ToChange }));

type Agreement = Schemas['Agreement'];
const SIGNING = ['signAgreement', 'declineSignature'];

/** What is to be signed, changed or paid of an agreement. */
function OfAgreement({ task: { item, kind, payment, measure } }: { readonly task: Work }) {
  const { data: agreement } = useSuspenseQuery(itemQuery('getAgreement', item));
  if (kind === 'payment-to-approve') return <ToPay agreement={agreement} payment={payment ?? ''} />;
  if (kind === 'modification-to-approve') return <ToChange agreement={agreement} number={measure ?? 0} />;
  return <ToSign agreement={agreement} />;
}

function ToSign({ agreement }: { readonly agreement: Agreement }) {
  const { id, shares, unfunded, signatures, contentHash, project, names = {} } = agreement;
  const own = useSession()?.organisation;
  const share = shares.find(({ sponsor }) => sponsor === own);
  return (
    <>
      <Facts
        of={[
          [m.binds(), share ? (isSome(share.amount) ? m.bindsToPay({ amount: moneyText(share.amount) }) : null) : m.bindsToDeliver()],
          ...unfunded
            .filter(({ sponsor }) => sponsor === own)
            .map(({ brings, amount }) => [m.binds(), m.bindsBesides({ brings, amount: moneyText(amount) })] as const),
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
          [
            fieldLabel('amount'),
            share && isSome(share.amount) ? <Money amount={share.amount} of={`${id}/shares/${share.sponsor}`} /> : null,
          ],
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
      <DueDiligence subject={agreement.proposer} />
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

const WAIVER = ['waiveMilestone', 'refuseWaiver'];

/** What is given up where a milestone is waived, and who proposed it. */
function OfMilestone({ id }: { readonly id: string }) {
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

type Props = { readonly id: string; readonly offer: string; readonly names: Schemas['Names'] };

/** What a sponsor commits by approving its offer, out of which budget, and who prepared it. */
function OfOffer({ id, offer: wanted, names: given }: Props) {
  const { data: funding } = useSuspenseQuery(itemQuery('getFunding', id));
  const offer = funding.offers.find((each) => each.id === wanted);
  const names = { ...given, ...funding.names };
  if (!offer) return null;
  const { sponsor, amount, financing, preparedBy, mandate, envelope, firstApproval } = offer;
  return (
    <>
      <Facts
        of={[
          [m.binds(), m.bindsToOffer({ sponsor: names[sponsor]?.text ?? sponsor, amount: moneyText(amount) })],
          [fieldLabel('amount'), <Money key="amount" amount={amount} of={`${wanted}/amount`} />],
          [terms(), <FinancingFacts key="terms" financing={financing} />],
          [
            m.round(),
            <ItemLink key="round" id={id}>
              {m.toRound({ round: funding.round })}
            </ItemLink>,
          ],
          [
            fieldLabel('mandate'),
            <ItemLink key="mandate" id={mandate}>
              {names[mandate]?.text ?? fieldLabel('mandate')}
            </ItemLink>,
          ],
          [m.preparedBy(), <People key="people" of={preparedBy} names={names} />],
          [m.firstApproval(), firstApproval ? <People key="first" of={[firstApproval.by]} names={names} /> : null],
          [m.dueDiligence(), <PassportState key="passport" subject={funding.proposer} />],
        ]}
      />
      <DueDiligence subject={funding.proposer} />
      <Budget envelope={envelope} offer={wanted} amount={amount} />
      <DocumentsOf project={funding.project} />
      <Acts item={{ ...funding, names }} only={(permission) => permission.offer === wanted} />
    </>
  );
}

type BudgetProps = { readonly envelope: string; readonly offer: string; readonly amount: Schemas['Money'] };

/** The present budget; next to it what the approval makes of it, if the amount is only reserved so far. */
function Budget({ envelope: id, offer, amount }: BudgetProps) {
  const { data } = useQuery(itemQuery('getEnvelope', id));
  if (!data) return null;
  const { total, reserved, committed, left, claims } = data;
  const isReserved = claims.find((claim) => claim.offer === offer)?.status === 'reserved';
  const rows = [
    ['reserved', m.reserved(), reserved, less(reserved, amount)],
    ['committed', m.committed(), committed, together(committed, amount)],
    ['left', m.left(), left, left],
    ['total', fieldLabel('total'), total, total],
  ] as const;
  return (
    <table role="table">
      <caption>{m.budget()}</caption>
      <thead>
        <tr role="row">
          <td role="cell" />
          <th scope="col" role="columnheader" className="r">
            {m.before()}
          </th>
          {isReserved ? (
            <th scope="col" role="columnheader" className="r">
              {m.after()}
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {rows.map(([key, title, now, then]) => (
          <tr key={key} role="row">
            <th scope="row" role="rowheader">
              {title}
            </th>
            <td role="cell" className="r">
              <Money amount={now} of={`${id}/${key}`} />
            </td>
            {isReserved ? (
              <td role="cell" className="r num">
                {moneyText(then)}
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const APPROVAL = ['approveProject', 'refuseProject'];
const CLOSURE = ['closeProject', 'refuseClosure'];

/** What the secretariat approves or closes, and who had a part in it before. */
function OfProject({ id, isClosure }: { readonly id: string; readonly isClosure: boolean }) {
  const { data: project } = useSuspenseQuery(itemQuery('getProject', id));
  const { status, proposal, proposer, submittedBy, screenedBy, preparedBy = [], closure, funding, names = {} } = project;
  const people = isClosure ? [closure?.proposedBy] : [...preparedBy, submittedBy, screenedBy];
  const target = proposal.target;
  return (
    <>
      <Facts
        of={[
          [m.binds(), isClosure ? m.bindsToClosure() : m.bindsToProject({ amount: target ? moneyText(target) : 'none' })],
          [
            fieldLabel('project'),
            <ItemLink key="project" id={id}>
              {proposal.title}
            </ItemLink>,
          ],
          [m.state(), <Status key="status" status={status} />],
          [fieldLabel('target'), target ? <Money amount={target} of={`${id}/target`} /> : null],
          [m.round(), funding && !isClosure ? <Round id={funding} /> : null],
          [m.preparedBy(), <People key="people" of={people} names={names} />],
          [fieldLabel('note'), closure?.note && isClosure ? <blockquote dir="auto">{closure.note}</blockquote> : null],
          [m.dueDiligence(), isClosure ? null : <PassportState subject={proposer} />],
        ]}
      />
      {isClosure ? null : <DueDiligence subject={proposer} />}
      {isClosure ? null : <DocumentsOf project={id} />}
      <Acts
        item={project}
        only={({ operation }) => (isClosure ? CLOSURE : APPROVAL).includes(operation)}
        given={() => (isClosure && closure ? { places: { number: closure.number } } : {})}
      />
    </>
  );
}

function Round({ id }: { readonly id: string }) {
  const { data } = useQuery(itemQuery('getFunding', id));
  const { names = {}, offers = [] } = data ?? {};
  return (
    <>
      <ItemLink id={id}>{m.toRound({ round: data?.round ?? 1 })}</ItemLink>
      <ul>
        {offers.filter(isHeld).map(({ id: offer, sponsor, amount }) => (
          <li key={offer}>
            {names[sponsor]?.text ?? sponsor} <Money amount={amount} of={`${offer}/amount`} />
          </li>
        ))}
      </ul>
    </>
  );
}

const isHeld = ({ status }: Schemas['Offer']): boolean => status === 'accepted' || status === 'approved';

/** The status of a proposer's due diligence, and the way to rely on it. */
function PassportState({ subject }: { readonly subject: string }) {
  const { data } = useQuery(passportOfQuery(subject));
  if (!data) return null;
  const [passport] = data.passports;
  if (!passport) return m.neverAsked();
  const { id, status, validUntil } = passport;
  return (
    <span className="row">
      <StatusOf of="passportStatus" status={status} />
      {validUntil ? <span>{m.until({ day: dayText(validUntil) })}</span> : null}
      <ItemLink id={id}>{status === 'cleared' ? m.relyOnIt() : m.toPassport()}</ItemLink>
    </span>
  );
}
