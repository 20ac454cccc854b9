import type { Received } from '@junkan/kit/call.ts';
import { ProblemError } from '@junkan/kit/problem.ts';
import type { Parts } from '../../../agreements/api/parts.ts';
import type { AgreementId, PaymentId } from '../../../agreements/ids.ts';
import { paymentOf, referencesIn, type settling } from '../../../agreements/payments/api/bank.ts';
import { isPayment } from '../../../agreements/payments/bank-reference.ts';
import { barredFromEntry } from '../../../agreements/payments/payment-duties.ts';
import { agreements } from '../../../mapping.ts';
import type { SponsorAccount } from '../../accounts/view/attributed.ts';
import { isPaidFrom } from '../../accounts/view/owners.ts';
import { openPaymentsOf } from '../../files/view/payments.ts';
import { type Verdict as Matched, match } from '../../iso20022/match.ts';
import type { Statement } from '../../iso20022/statement.ts';
import { bankReferenceOf, type StatementId, type Verdict } from '../statement.ts';

type Of = {
  readonly id: StatementId;
  readonly statement: Statement;
  readonly owners: ReadonlyMap<string, StatementId>;
  /** The accounts of the sponsor whose statement this is; empty until one sponsor is known to own it. */
  readonly accounts: readonly SponsorAccount[];
  /** The entries that are decided already. */
  readonly decided: readonly number[];
};
type With = Pick<Parts, 'store' | 'openPayments'> & Pick<ReturnType<typeof settling>, 'report'>;

const SAYS_NOTHING = { because: '', agreement: '', payment: '', candidates: [], refusal: '', repeats: '', duties: [] } as const;
/** How many agreements are processed in parallel. The payments of one are one stream, and wait for each other. */
const AT_ONCE = 8;

/** What each entry comes to; what settles is reported of its payment, in the name of who imports it. */
export async function verdictsOn(
  { id, statement: { entries }, owners, accounts, decided }: Of,
  { store, openPayments, report }: With,
  step: (what: string) => Received,
): Promise<Verdict[]> {
  const { payments, agreementOf, payerOf } = await openPaymentsOf({ store, openPayments });
  const own = entries.flatMap((entry, at) =>
    owners.get(entry.key) === id && !decided.includes(at + 1) ? [{ entry, number: at + 1 }] : [],
  );
  const byReference = match(
    own.map(({ entry }) => entry),
    payments,
  );
  const matched = byReference.map((each): Matched => {
    if (each.type !== 'settles' && each.type !== 'returns') return each;
    const { key, payment } = each;
    return isPaidFrom(accounts, payerOf.get(payment)) ? each : { type: 'held', key, reason: 'other-account', payments: [payment] };
  });
  const repeated = entries.flatMap(({ key }, at): Verdict[] => {
    const owner = owners.get(key);
    return owner === undefined || owner === id ? [] : [{ ...SAYS_NOTHING, number: at + 1, standing: 'repeated', repeats: owner }];
  });
  const references = referencesIn(store);
  const of = accounts.map(({ id }) => id);
  const verdicts = await Promise.all(
    own.map(async ({ entry: { bankReference = '' }, number }, at): Promise<Verdict> => {
      const verdict = verdictOf(number, matched[at] as Matched, agreementOf);
      const isOpen = verdict.standing === 'unmatched' || verdict.standing === 'suggested';
      const reported =
        isOpen && bankReference !== '' && of.length > 0 ? await references.reportedByHand(bankReference, async () => of) : undefined;
      if (!reported || !isPayment(reported.payment)) return verdict;
      const { agreement, payment } = reported;
      return { ...SAYS_NOTHING, number, standing: 'held', because: 'reported-by-hand', agreement, payment };
    }),
  );

  const settles = new Map(matched.flatMap((each, at) => (each.type === 'settles' ? [[own[at]?.number ?? 0, each] as const] : [])));
  const settled = await inTurns(verdicts, async (verdict) => {
    const said = settles.get(verdict.number);
    if (!said) return verdict;
    const { agreement, payment } = verdict;
    try {
      const { number } = verdict;
      const { bankReference = bankReferenceOf(id, { number, bankReference: '' }), valueDate, debited } = said;
      const reported = { bankReference, valueDate, debited, statement: id, statementEntry: number };
      const call = step(`report ${number}`);
      await report({ agreement: agreement as AgreementId, payment: payment as PaymentId, ...reported }, call);
      const order = paymentOf(await store.load(agreements, agreement as AgreementId), payment as PaymentId);
      const brought = { by: call.actor.person, statement: id, direction: 'debit' } as const;
      return order ? { ...verdict, duties: barredFromEntry(order, brought) } : verdict;
    } catch (error) {
      if (!isRefusal(error)) throw error;
      return { ...verdict, standing: 'held' as const, because: 'report-refused' as const, refusal: error.problem.type };
    }
  });
  return [...repeated, ...settled].toSorted((a, b) => a.number - b.number);
}

/** What a decider says, and not that something is out of reach. */
export const isRefusal = (error: unknown): error is ProblemError =>
  error instanceof ProblemError && ['forbidden', 'not-found', 'invalid', 'conflict'].includes(error.problem.kind);

function verdictOf(number: number, matched: Matched, agreementOf: ReadonlyMap<string, AgreementId>): Verdict {
  const of = (payment: string | undefined) => {
    const agreement = payment === undefined ? undefined : agreementOf.get(payment);
    return agreement === undefined ? {} : { agreement, payment: payment as PaymentId };
  };
  switch (matched.type) {
    case 'settles':
      return { ...SAYS_NOTHING, number, standing: 'reported', ...of(matched.payment) };
    case 'returns':
      return { ...SAYS_NOTHING, number, standing: 'returns', ...of(matched.payment) };
    case 'held': {
      const { reason: because, payments } = matched;
      if (because === 'not-booked') return { ...SAYS_NOTHING, number, standing: 'pending' };
      return { ...SAYS_NOTHING, number, standing: 'held', because, ...of(payments.length === 1 ? payments[0] : undefined) };
    }
    case 'suggested': {
      const candidates = matched.candidates.flatMap(({ payment, score }) => {
        const agreement = agreementOf.get(payment);
        return agreement ? [{ agreement, payment: payment as PaymentId, score }] : [];
      });
      return { ...SAYS_NOTHING, number, standing: 'suggested', candidates };
    }
    case 'unmatched':
      return { ...SAYS_NOTHING, number, standing: 'unmatched' };
  }
}

/**
 * Does something for each item: those of one agreement sequentially, several agreements in parallel. Results are in the order of the items.
 */
export async function inTurns<Item extends { readonly agreement: string }, Done>(
  items: readonly Item[],
  act: (item: Item) => Promise<Done>,
): Promise<Done[]> {
  const done = new Map<Item, Done>();
  const groups = [...Map.groupBy(items, ({ agreement }) => agreement).values()].values();
  const worker = async (): Promise<void> => {
    for (const group of groups) for (const item of group) done.set(item, await act(item));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return items.map((item) => done.get(item) as Done);
}
