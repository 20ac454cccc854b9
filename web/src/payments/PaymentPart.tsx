import { lazy, type ReactNode, Suspense } from 'react';
import {
  approvedOnce,
  bankSaid,
  byDocument,
  comparedInAll,
  inBankStatement,
  inPaymentFile,
  payeeAccount,
  undoingReported,
} from '#messages/parts';
import { Acts } from '../acts/Acts.tsx';
import { fieldLabel, personName } from '../acts/words.ts';
import type { Schemas } from '../base/api/client.ts';
import { useSession } from '../base/api/session.ts';
import { ItemLink } from '../base/parts/ItemLink.tsx';
import { dayText, momentText } from '../base/parts/locale.ts';
import { Money, moneyText } from '../base/parts/Money.tsx';
import { OF_ALL, paymentName } from '../base/parts/payment-name.ts';
import { StatusOf } from '../base/parts/StatusOf.tsx';
import { isSome } from '../base/parts/sums.ts';
import type { Given } from '../opened/Act.tsx';
import { rateOfBank } from '../terms/Taken.tsx';
import { useDocument } from '../uploads/Proven.tsx';
import { isBetweenAccounts, readIn, useAccountsOf } from './accounts-of.ts';

// Most payments pay all of their part.
const HowItFollows = lazy(async () => ({ default: (await import('../financing/HowItFollows.tsx')).HowItFollows }));
const AccountsInUse = lazy(async () => ({ default: (await import('./AccountsInUse.tsx')).AccountsInUse }));
const DueDiligence = lazy(async () => ({ default: (await import('../papers/DueDiligence.tsx')).DueDiligence }));
// Little is ever on hold.
const Held = lazy(async () => ({ default: (await import('../financing/Held.tsx')).Held }));

type Agreement = Schemas['Agreement'];
type Cell = Agreement['cells'][number];
type Payment = Agreement['payments'][number];
type InPayments = NonNullable<Agreement['partsInPayments']>[number];
type Permission = NonNullable<Agreement['may']>[number];
type Props = {
  readonly agreement: Agreement;
  readonly cell: Cell;
  readonly names: Schemas['Names'];
  /** What the part is of, where the page does not say it. */
  readonly title?: string;
  /** What else the page knows of it. */
  readonly children?: ReactNode;
};

/** One sponsor's part of a milestone's money: the status of its payment, and who has to act. */
export function PaymentPart({ agreement, cell, names, title = '', children }: Props) {
  const payment = agreement.payments.find(({ id }) => id === cell.payment);
  const said = payment?.undoing ?? payment?.reported;
  const sponsor = names[cell.sponsor]?.text ?? cell.sponsor;
  const session = useSession();
  // Files are visible to those who keep the books, and to the sponsor that pays; statements to the former alone.
  const seesBooks = session?.roles.some((role) => role.startsWith('finance.') || role === 'auditor');
  const seesFiles = session?.organisation === cell.sponsor || seesBooks;
  const seesAccounts = seesFiles || session?.organisation === agreement.proposer;
  const statement = seesBooks ? payment?.reported?.statement : undefined;
  const document = seesBooks ? said?.document : undefined;
  const holds = holdsOn(agreement, cell);
  const byHand = useDocument({ names });
  const accounts = useAccountsOf(agreement, payment?.id);
  return (
    <article className="money-part" id={payment?.id}>
      <h3>
        {title === '' ? null : `${title}: `}
        {sponsor}
      </h3>
      <p className="row">
        <Money amount={(payment ?? cell).amount} of={`${cell.payment ?? agreement.id}/amount`} />
        <Follows payment={payment} inPayments={inPaymentsOf(agreement, cell)} agreement={agreement} />
        {payment?.debited ? (
          <span>
            {fieldLabel('debited')} <Money amount={payment.debited} of={`${payment.id}/debited`} />
          </span>
        ) : null}
        {payment ? <StatusOf of="paymentStatus" status={payment.status} /> : null}
        {holds.length > 0 ? (
          <Suspense>
            <Held holds={holds} />
          </Suspense>
        ) : null}
        {payment?.file && seesFiles ? <ItemLink id={payment.file}>{inPaymentFile()}</ItemLink> : null}
        {payment?.payeeAccount && seesAccounts ? <ItemLink id={payment.payeeAccount}>{payeeAccount()}</ItemLink> : null}
        {statement ? <ItemLink id={statement}>{inBankStatement()}</ItemLink> : null}
        {document ? (
          <a href={`/v1/evidence/${document}`} download>
            {byDocument()}
          </a>
        ) : null}
        {payment?.undoing ? <strong>{undoingReported({ outcome: payment.undoing.outcome })}</strong> : null}
        {payment?.bankReference ? <span className="mono">{payment.bankReference}</span> : null}
      </p>
      {children}
      {isToBePaid(agreement, payment) ? (
        <Suspense>
          <DueDiligence subject={agreement.proposer} />
        </Suspense>
      ) : null}
      {payment?.firstApproval && payment.status === 'requested' ? <First of={payment.firstApproval} names={names} /> : null}
      <Acts
        item={{ ...agreement, names }}
        only={(permission) =>
          payment ? permission.payment === payment.id || isOfRest(permission, agreement, cell) : isOfPart(permission, cell)
        }
        given={({ operation }) => ({
          ...(said ? { body: { report: said.number } } : {}),
          ...(/^(settlePayment|returnPayment|reverseOutcome)$/.test(operation) ? byHand : {}),
          ...(operation === 'requestPartPayment' ? { currency: cell.amount.currency } : {}),
          ...(operation === 'settlePayment' ? moving('debited', payment?.debitCurrency) : {}),
          ...(operation === 'returnPayment' ? moving('credited', payment?.debited?.currency) : {}),
          ...(isBetweenAccounts(operation) && accounts ? { body: readIn(accounts) } : {}),
          summary: (
            <>
              <Summary agreement={agreement} cell={cell} payment={payment} said={said} names={names} />
              {isBetweenAccounts(operation) && accounts ? (
                <Suspense>
                  <AccountsInUse of={accounts} amount={(payment ?? cell).amount} />
                </Suspense>
              ) : null}
            </>
          ),
        })}
      />
    </article>
  );
}

/** By these the money goes on its way. */
const PAYING: readonly Permission['operation'][] = ['approvePayment', 'instructPayment'];
/** Whether the reader may approve it, or instruct the bank, now. */
const isToBePaid = ({ may = [] }: Agreement, payment: Payment | undefined): boolean =>
  may.some(({ operation, answer, payment: of }) => PAYING.includes(operation) && answer === 'allowed' && of === payment?.id);

/** What the bank took is asked for where it converts, and what it paid in again, which it need not say. */
const moving = (name: 'debited' | 'credited', currency: string | undefined): Pick<Given, 'isAsked' | 'fieldOf' | 'currency'> => ({
  isAsked: (field) => field !== name || currency !== undefined,
  fieldOf: (field) => (field.name === 'debited' ? { ...field, optional: false } : field),
  ...(currency === undefined ? {} : { currency }),
});

type OfSums = Pick<Props, 'agreement'> & { readonly payment: Payment | undefined; readonly inPayments?: InPayments | undefined };

/** How the payment follows from its part, unless it is the whole part. */
const Follows = ({ payment, inPayments, agreement }: OfSums) =>
  inPayments || (payment && [payment.retained, payment.advanced, payment.partPaid].some(isSome)) ? (
    <Suspense>
      <HowItFollows payment={payment} inPayments={inPayments} agreement={agreement} />
    </Suspense>
  ) : null;

/** What is known of a part that is paid in several payments. */
const inPaymentsOf = (agreement: Agreement, cell: Cell): InPayments | undefined =>
  isCell(agreement, cell) ? agreement.partsInPayments?.find((each) => isOfCell(each, cell)) : undefined;

/** What prevents a part from continuing; a paid part can no longer be on hold. */
export const holdsOn = ({ holds = [], payments }: Agreement, part: Part & { readonly payment?: string | undefined }): Schemas['Hold'][] =>
  payments.some(({ id, status }) => id === part.payment && status === 'settled')
    ? []
    : holds.filter((hold) => hold.status === 'standing' && isOfCell(hold, part));

type Part = Pick<Cell, 'tranche' | 'sponsor'>;
const isOfCell = (part: Part, { tranche, sponsor }: Part): boolean => part.tranche === tranche && part.sponsor === sponsor;
/** Whether it is the whole part, not a payment apart from it. */
const isCell = ({ cells }: Agreement, { payment }: Pick<Cell, 'payment'>): boolean => cells.some((each) => each.payment === payment);
/** What may be asked for of a part whose payment was requested before. */
const isOfRest = ({ operation, tranche = 0, sponsor = '' }: Permission, agreement: Agreement, cell: Cell): boolean =>
  /^request(Part)?Payment$/.test(operation) && isCell(agreement, cell) && isOfCell({ tranche, sponsor: sponsor as Cell['sponsor'] }, cell);

type SummaryProps = Pick<Props, 'agreement' | 'cell' | 'names'> & {
  readonly payment: Payment | undefined;
  readonly said: Payment['reported'];
};

/** What a decision is about: the sum that is paid, how else the part is paid, and the reported outcome at the bank. */
function Summary({ agreement, cell, payment, said, names }: SummaryProps) {
  const moved = said?.debited ?? said?.credited;
  const told = said && [
    said.bankReference,
    said.valueDate && dayText(said.valueDate),
    moved && moneyText(moved),
    moved && said.rate && rateOfBank(said.rate, { amount: payment?.amount ?? cell.amount, moved, day: said.valueDate ?? '' }),
    said.note,
    personName(names, said.by),
  ];
  return (
    <>
      <p>
        <b>{moneyText((payment ?? cell).amount)}</b> <Follows payment={payment} agreement={agreement} /> ·{' '}
        {names[cell.sponsor]?.text ?? cell.sponsor}
      </p>
      {said ? (
        <p>
          <b>{bankSaid({ outcome: said.outcome })}</b> · {told?.filter(Boolean).join(' · ')}
        </p>
      ) : null}
    </>
  );
}

const isOfPart = (permission: Permission, { tranche, sponsor }: Pick<Cell, 'tranche' | 'sponsor'>): boolean =>
  permission.payment === undefined &&
  !/^(askAdvance|holdPayment)$/.test(permission.operation) &&
  permission.recovery === undefined &&
  (permission.tranche ?? OF_ALL) === tranche &&
  permission.sponsor === sponsor;

/** What is retained of each sponsor’s payments, and the payments that release it. */
export const retainedParts = ({ retained = [], payments }: Agreement): readonly Cell[] => {
  const released = payments
    .filter(({ tranche }) => tranche === OF_ALL)
    .map(({ id, sponsor, amount }) => ({ tranche: OF_ALL, sponsor, amount, payment: id }));
  const kept = retained.filter(({ sponsor }) => released.every((part) => part.sponsor !== sponsor));
  return [...kept.map((part) => ({ tranche: OF_ALL, ...part })), ...released];
};

/** Payments of advances, each as a separate part. */
export const advancedParts = ({ payments }: Agreement): readonly Cell[] =>
  payments.filter(({ advance }) => advance > 0).map(({ id, tranche, sponsor, amount }) => ({ tranche, sponsor, amount, payment: id }));

/** Payments of some of a part, each as a separate part. */
export const partsPaid = ({ payments }: Agreement): readonly Cell[] =>
  payments
    .filter(({ partPayment }) => partPayment > 0)
    .map(({ id, tranche, sponsor, amount }) => ({ tranche, sponsor, amount, payment: id }));

/** What a part is of, where that is no milestone alone. */
export const partTitle = ({ tranche, payment }: Pick<Cell, 'tranche' | 'payment'>, milestone: string, { payments }: Agreement): string => {
  const { advance, partPayment } = payments.find(({ id }) => id === payment) ?? {};
  return paymentName({ tranche, advance, partPayment }, milestone);
};

/** Whether anything is still to be done with a part. A part knows the id of its payment before that is requested. */
export function isOpen(agreement: Agreement, cell: Cell): boolean {
  const { may = [], payments, partsInPayments = [] } = agreement;
  const { payment: id, tranche, sponsor } = cell;
  const payment = payments.find((each) => each.id === id);
  // A partial payment that is not carried out is due with the remainder.
  if (payment && payment.partPayment > 0 && /^(refused|failed|returned)$/.test(payment.status) && !payment.undoing) return false;
  const isRestDue = isCell(agreement, cell) && partsInPayments.some((each) => isOfCell(each, cell) && isSome(each.rest));
  const isToBook = may.some((each) => each.operation === 'bookExchange' && each.answer === 'allowed' && each.payment === id);
  if (payment) return payment.status !== 'settled' || isRestDue || payment.undoing !== undefined || isToBook;
  return isRestDue || may.some((permission) => permission.answer === 'allowed' && isOfPart(permission, { tranche, sponsor }));
}

type FirstProps = { readonly of: Schemas['FirstApproval']; readonly names: Schemas['Names'] | undefined };

/** Who gave the first of two approvals, by which limit there are two, and what is compared with it: mostly more than the payment itself. */
export const First = ({ of: { by, at, limit, measured }, names = {} }: FirstProps) => (
  <p>
    {approvedOnce({ person: personName(names, by), day: momentText(at), limit: moneyText(limit) })}{' '}
    {measured ? comparedInAll({ whole: moneyText(measured) }) : null}
  </p>
);
