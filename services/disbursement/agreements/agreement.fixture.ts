import { NO_RULES, type Rules } from '@junkan/kit/pure/limits.ts';
import { driven } from '@junkan/kit/testing/decider.fixture.ts';
import type { Actor, Role } from '@junkan/proto/actor.ts';
import { decide, evolve } from './agreement.ts';
import type { Command, Event } from './agreement-faces.ts';
import { type InForce, initial, isInForce, type State } from './agreement-state.ts';
import { payingIn } from './contract/contract-terms.ts';
import type { Share, Terms, Tranche } from './contract/terms.ts';
import type { AgreementId, PaymentId, SponsorId } from './ids.ts';
import { entryOf } from './journal.ts';
import type { MilestoneFacts } from './milestone-facts.ts';
import type { MeasureKind, TrancheChange } from './modifications/measure.ts';
import type { MilestonesLeft } from './modifications/measure-commands.ts';

/** One agreement of two sponsors and three tranches, the last without money, and the persons who act on it. */
export const AGREEMENT: AgreementId = 'agr_a';
export const FUND: SponsorId = 'spo_fund';
export const BANK: SponsorId = 'spo_bank';
export const NOW = '2027-03-01T09:00:00.000Z';
export const HASH = 'hash-of-the-terms';

export const money = (amount: bigint, currency = 'USD') => ({ amount, currency });
export const actor = (person: string, organisation: string, ...roles: Role[]): Actor => ({ person, organisation, roles });

export const workflow = actor('system:workflows', 'junkan', 'system.workflow');
export const certifier = actor('certifier', 'org_city', 'proposer.certifier');
export const fundApprover = actor('fund-approver', FUND, 'sponsor.approver');
export const bankApprover = actor('bank-approver', BANK, 'sponsor.approver');
export const maker = actor('maker', 'secretariat', 'finance.maker');
export const checker = actor('checker', 'secretariat', 'finance.checker');
/** Says what the bank did, and has neither requested nor approved it. */
export const teller = actor('teller', 'secretariat', 'finance.maker');
/** A person with every role of finance, who is kept apart only by what they have done. */
export const both = (person: string): Actor => actor(person, 'secretariat', 'finance.maker', 'finance.checker');

export const share = (sponsor: SponsorId, amount: bigint): Share => ({
  sponsor,
  offer: `off_${sponsor}`,
  envelope: `env_${sponsor}`,
  amount: money(amount),
  financing: undefined,
  parts: [],
  periodStart: '',
  periodEnd: '',
});
export const tranche = (number: number, amount: bigint): Tranche => ({
  number,
  title: `Step ${number}`,
  monthsAfterEffective: 12 * number,
  amount: money(amount),
  dueOn: '',
});
export const BIG_TRANCHES: readonly Tranche[] = [tranche(1, 600n), tranche(2, 400n)];

export const terms: Terms = {
  project: 'prj_p',
  round: 1,
  funding: 'fnd_f',
  proposer: 'org_city',
  shares: [share(FUND, 75n), share(BANK, 25n)],
  tranches: [tranche(1, 60n), tranche(2, 40n), tranche(3, 0n)],
  conditions: [],
  promised: [],
};
export const paymentOf = (number: number, sponsor: SponsorId): PaymentId => `pay_${number}${sponsor}`;
export const paymentsOf = (of: Terms): PaymentId[] =>
  of.tranches.flatMap(({ number }) => payingIn(of).map(({ sponsor }) => paymentOf(number, sponsor)));
export const PAYMENT = paymentOf(1, FUND);

export const met = (number: number): Extract<MilestoneFacts, { is: 'verified' }> => ({
  id: `mst_${number}`,
  is: 'verified',
  agreement: AGREEMENT,
  report: 2,
  payableBasisPoints: 10_000,
  rest: 'cancelled',
  submittedBy: 'officer',
  reportedBy: ['officer'],
  verifiedBy: 'verifier',
});

export const draft = (over: Partial<Terms> = {}, contentHash = HASH) => {
  const changed = { ...terms, ...over };
  return {
    type: 'DraftAgreement',
    terms: changed,
    conversions: [],
    contentHash,
    payments: paymentsOf(changed),
    signingDays: 60,
    now: NOW,
    by: workflow,
  } satisfies Command;
};
export const sign = (party: string, by: Actor, contentHash = HASH) =>
  ({ type: 'SignAgreement', agreement: AGREEMENT, party, contentHash, preparedBy: ['drafter'], now: NOW, by }) satisfies Command;
export const request = (over: { tranche?: number; sponsor?: SponsorId; milestone?: MilestoneFacts; by?: Actor } = {}) =>
  ({
    type: 'RequestPayment',
    agreement: AGREEMENT,
    tranche: 1,
    sponsor: FUND,
    milestone: met(over.tranche ?? 1),
    now: NOW,
    by: maker,
    ...over,
  }) satisfies Command;
export const PART: PaymentId = 'pay_part';
export const requestPart = (amount: bigint, over: Parameters<typeof request>[0] & { payment?: PaymentId; currency?: string } = {}) => {
  const { payment = PART, currency, ...of } = over;
  return { ...request(of), type: 'RequestPartPayment', amount: money(amount, currency), payment } satisfies Command;
};
/** Where the city is paid, and from where. */
export const ACCOUNTS = { payerAccount: 'acc_a', payeeAccount: 'acc_b' } as const;
export const approve = (by = checker, payment = PAYMENT, rules: Rules = NO_RULES) =>
  ({ type: 'ApprovePayment', agreement: AGREEMENT, payment, rules, isToItself: false, ...ACCOUNTS, now: NOW, by }) satisfies Command;
export const reject = (by = checker, payment = PAYMENT) =>
  ({ type: 'RefusePayment', agreement: AGREEMENT, payment, note: 'txt_note', now: NOW, by }) satisfies Command;
export const instruct = (by = maker, payment = PAYMENT) =>
  ({ type: 'InstructPayment', payment, ...ACCOUNTS, now: NOW, by }) satisfies Command;
export const settle = (over: { payment?: PaymentId; bankReference?: string; valueDate?: string; by?: Actor } = {}) =>
  ({
    type: 'ReportSettlement',
    payment: PAYMENT,
    bankReference: 'BANK-1',
    valueDate: '2027-03-01',
    document: 'slip',
    now: NOW,
    by: maker,
    ...over,
  }) satisfies Command;
export const fail = (payment = PAYMENT, by = teller) =>
  ({ type: 'ReportFailure', payment, note: 'txt_failed', now: NOW, by }) satisfies Command;
export const returned = (over: { payment?: PaymentId; bankReference?: string; valueDate?: string; by?: Actor } = {}) =>
  ({
    type: 'ReportReturn',
    payment: PAYMENT,
    bankReference: 'BACK-1',
    valueDate: '2027-03-01',
    document: 'slip',
    note: 'txt_closed',
    now: NOW,
    by: teller,
    ...over,
  }) as const satisfies Command;
export const mistaken = (over: { payment?: PaymentId; by?: Actor } = {}) =>
  ({
    type: 'ReportMistake',
    payment: PAYMENT,
    note: 'txt_another',
    document: 'slip',
    unknownEvidence: [],
    now: NOW,
    by: maker,
    ...over,
  }) satisfies Command;
export const reversed = (over: { payment?: PaymentId; by?: Actor } = {}) =>
  ({ type: 'ReportReversal', payment: PAYMENT, note: 'txt_mistake', now: NOW, by: maker, ...over }) as const satisfies Command;
export const confirm = (over: { payment?: PaymentId; report?: number; by?: Actor } = {}) =>
  ({
    type: 'ConfirmPayment',
    agreement: AGREEMENT,
    payment: PAYMENT,
    report: 1,
    rates: [],
    now: NOW,
    by: checker,
    ...over,
  }) satisfies Command;
export const object = (over: { payment?: PaymentId; report?: number; by?: Actor } = {}) =>
  ({ type: 'ObjectToPayment', payment: PAYMENT, report: 1, note: 'txt_no_such_money', now: NOW, by: checker, ...over }) satisfies Command;
/** Reported by one person and confirmed by another. */
export const settled = (over: Parameters<typeof settle>[0] = {}) => [settle(over), confirm({ payment: over.payment ?? PAYMENT })] as const;
export const failed = [fail(), confirm()] as const;
/** A requested payment, approved and sent to the bank. */
export const sent = (payment: PaymentId) => [approve(checker, payment), instruct(maker, payment)] as const;
/** A requested payment, approved, sent and settled under a reference. */
export const paying = (payment: PaymentId, bankReference: string) => [...sent(payment), ...settled({ payment, bankReference })] as const;
export const claim = (over: Partial<Extract<Command, { type: 'ClaimRecovery' }>> = {}) =>
  ({
    type: 'ClaimRecovery',
    kind: 'ineligible',
    tranche: 1,
    amount: money(20n),
    note: 'txt_why',
    answerDays: 30,
    now: NOW,
    by: officer,
    ...over,
  }) satisfies Command;

export const officer = actor('secretary', 'secretariat', 'secretariat.officer');
export const secretariatApprover = actor('secretariat-approver', 'secretariat', 'secretariat.approver');
/** Everybody whom a measure may need. */
export const approvers = [secretariatApprover, certifier, fundApprover, bankApprover];
export const propose = (kind: MeasureKind, changes: readonly TrancheChange[] = [], by = officer) =>
  ({
    type: 'ProposeMeasure',
    kind,
    note: `txt_${kind}`,
    changes,
    hearingDays: 14,
    now: NOW,
    by,
    amendment: '',
    financing: [],
    results: [],
    promised: [],
    provisions: '',
    cureUntil: '',
    cause: kind === 'suspension' || kind === 'termination' ? 'mutual' : '',
  }) satisfies Command;
/** The payment of what was retained of the fund's money, and its request. */
export const RELEASE = paymentOf(0, FUND);
export const release = (sponsor: SponsorId = FUND, by = maker) =>
  ({ type: 'RequestRelease', agreement: AGREEMENT, sponsor, payment: paymentOf(0, sponsor), now: NOW, by }) satisfies Command;
/** A termination because of the proposer, who had until today to put it right, with the last approval that it needs. */
export const terminatedForBreach = (measure: number, answers: readonly Command[] = heard(measure)): Command[] => [
  { ...propose('termination'), cause: 'breach', cureUntil: NOW.slice(0, 10) },
  ...answers,
  { ...approveMeasure(measure), now: '2027-03-02T09:00:00.000Z' },
];
/** What the parties say to a measure that is proposed by the secretariat. */
export const heard = (measure: number) => {
  const answer = (by: Actor) => ({ type: 'AnswerMeasure', measure, note: `txt_${by.organisation}`, now: NOW, by }) satisfies Command;
  return [answer(certifier), answer(fundApprover), answer(bankApprover)] as const;
};
export const approveMeasure = (measure: number, by = secretariatApprover) =>
  ({ type: 'ApproveMeasure', agreement: AGREEMENT, measure, promised: [], hashOf, now: NOW, by }) satisfies Command;
const hashOf = (content: string): string => `hash of ${content}`;
export const complete = (left: Partial<MilestonesLeft> = {}, by = workflow) =>
  ({
    type: 'CompleteTermination',
    agreement: AGREEMENT,
    left: { payable: [], uncut: [], open: [], ...left },
    by,
  }) satisfies Command;
export const refuseMeasure = (measure: number, by = secretariatApprover) =>
  ({ type: 'RefuseMeasure', measure, note: 'txt_no', by }) satisfies Command;
/** What a verdict of so many basis points does to a tranche; 0 = not met. */
export const verdict = ({ tranche: number, bps, rest }: { tranche: number; bps: number; rest: 'carried' | 'cancelled' }) => {
  const milestone: MilestoneFacts =
    bps === 0
      ? { id: `mst_${number}`, is: 'not-payable', verdict: 'rejected', agreement: AGREEMENT, rest }
      : { ...met(number), payableBasisPoints: bps, rest };
  return {
    type: 'ApplyVerdict',
    agreement: AGREEMENT,
    tranche: number,
    milestone,
    unjudged: [1, 2, 3],
    now: NOW,
    by: workflow,
  } satisfies Command;
};
export const end = { type: 'EndAgreement', by: workflow } satisfies Command;

export const { eventsOf, given, acceptedOn, walk } = driven<State, Command, Event>({ decide, evolve, initial });

const approverOf: Readonly<Record<SponsorId, Actor>> = { [FUND]: fundApprover, [BANK]: bankApprover };
/** Drafted and signed by the proposer and by every sponsor. */
export const signed = (over: Partial<Terms> = {}): Command[] => {
  const drafted = draft(over);
  const signing = drafted.terms.shares.map(({ sponsor }) => sign(sponsor, approverOf[sponsor] ?? fundApprover));
  return [drafted, sign('org_city', certifier), ...signing];
};
export const allSigned = signed();
/** An effective agreement on which these commands were accepted. */
export const effective = (...commands: readonly Command[]): State => acceptedOn(initial, ...allSigned, ...commands);
/** The same of other terms. */
export const effectiveOn = (over: Partial<Terms>, ...commands: readonly Command[]): State =>
  acceptedOn(initial, ...signed(over), ...commands);

export const inForce = (state: State): InForce => {
  if (state.status === 'absent' || !isInForce(state)) throw new Error(`not in force: ${state.status}`);
  return state;
};
/** What a command that must be accepted posts to each account. */
export const booked = (command: Command, state: State) => eventsOf(command, state).flatMap(postingsOf);
export const postingsOf = (event: Event) =>
  (entryOf(event)?.postings ?? []).map(({ account, money: { amount } }) => [account, amount] as const);

export const refused = (type: string, data: object = {}) => ({ ok: false, rejection: { type, ...data } });
