import { cameToNothing, cellsBefore, draftOf, inCell, paidPartsOf, requestBefore } from './agreements.ts';
import { type Finding, finding, minor, type Recorded, type Stored, streamsOf } from './facts.ts';
import { moved } from './money.ts';
import { sharesBefore } from './retention.ts';

type Money = { readonly amount?: string };
type Posting = { readonly account: string; readonly money?: Money };
type Check = (holds: boolean, fault: () => string) => void;
type Events = readonly Recorded[];

const of = (events: Events, type: Recorded['type']): Recorded[] => events.filter((event) => event.type === type);

/**
 * 25. What is paid before its milestone is verified was requested, within terms and policy, and is booked to a separate account; what is
 * liquidated was reported by one person and accepted by another, and together with what is claimed back it does not exceed what was paid.
 */
export function advancesAreLiquidated({ disbursement }: Stored): Finding {
  const { check, result } = finding();
  for (const [agreement, events] of streamsOf(disbursement, 'agr')) {
    const account = `proposer/${draftOf(events)?.data.proposer}/advance/${agreement}`;
    for (const asked of of(events, 'AdvanceAsked')) {
      checkSum(agreement, asked, events, check);
      checkLiquidation(agreement, asked, events, check);
    }
    for (const request of of(events, 'PaymentRequested').filter(({ data }) => data.advance))
      checkRequest(agreement, request, events, check);
    for (const refusal of of(events, 'AdvanceRefused')) checkRefusal(agreement, refusal, events, check);
    for (const settlement of of(events, 'PaymentSettled')) checkAccount(agreement, settlement, events, account, check);
    for (const accepted of of(events, 'ExpenditureAccepted')) checkAccepted(agreement, accepted, events, account, check);
    let balance = 0n;
    for (const event of events) {
      balance += postedTo(account, event);
      check(balance >= 0n, () => `${account} is ${balance} after ${event.type}`);
    }
  }
  return result();
}

const postedTo = (account: string, { data }: Recorded): bigint =>
  ((data.entry?.postings ?? []) as Posting[])
    .filter((posting) => posting.account === account)
    .reduce((sum, { money }) => sum + minor(money), 0n);

function checkSum(agreement: string, { data, version }: Recorded, events: Events, check: Check): void {
  const cell = cellsBefore(events, version).find(({ tranche, sponsor }) => tranche === data.tranche && sponsor === data.sponsor);
  const share = sharesBefore(events, version).find(({ sponsor }) => sponsor === data.sponsor);
  const parts = share ? paidPartsOf(share) : [];
  const sum = (all: typeof parts): bigint => all.reduce((whole, { amount }) => whole + minor(amount), 0n);
  const whole = sum(parts);
  const allowing = sum(parts.filter(({ financing }) => financing?.advances));
  const limit = cell && whole > 0n ? (inCell(cell) * allowing * BigInt(data.limitPercent ?? 0)) / (whole * 100n) : 0n;
  check(
    minor(data.amount) > 0n && minor(data.amount) <= limit,
    () => `advance ${data.advance} of ${agreement} is ${minor(data.amount)}, its terms and the policy allow ${limit}`,
  );
}

function checkRequest(agreement: string, { data, version }: Recorded, events: Events, check: Check): void {
  const name = `advance ${data.advance} of ${agreement}`;
  const asked = of(events, 'AdvanceAsked').find((event) => event.data.advance === data.advance && event.version < version);
  const isSame = (['tranche', 'sponsor'] as const).every((field) => asked?.data[field] === data[field]);
  check(
    asked !== undefined && isSame && minor(asked.data.amount) === minor(data.amount) && asked.person === data.submittedBy,
    () => `${name} is requested by ${data.payment}, and was asked for otherwise`,
  );
  const refused = of(events, 'AdvanceRefused').some((event) => event.data.advance === data.advance && event.version < version);
  check(!refused, () => `${name} was refused and requested`);
}

/** What was requested may be refused once that has come to nothing. */
function checkRefusal(agreement: string, { data, version }: Recorded, events: Events, check: Check): void {
  const request = of(events, 'PaymentRequested').findLast((event) => event.data.advance === data.advance && event.version < version);
  const isOver = request === undefined || cameToNothing(request, events, version);
  check(isOver, () => `advance ${data.advance} of ${agreement} was refused while ${request?.data.payment} was valid`);
}

/** Only advances are booked there, and all of them. */
function checkAccount(agreement: string, settlement: Recorded, events: Events, account: string, check: Check): void {
  const request = requestBefore(events, settlement.data.payment, settlement.version);
  const due = request?.data.advance ? minor(request.data.amount) : 0n;
  const posted = postedTo(account, settlement);
  check(posted === due, () => `payment ${settlement.data.payment} of ${agreement} books ${posted} as an advance instead of ${due}`);
}

function checkAccepted(agreement: string, { data, version, person }: Recorded, events: Events, account: string, check: Check): void {
  const name = `statement ${data.expenditure} of advance ${data.advance} of ${agreement}`;
  const isOf = (event: Recorded): boolean => event.data.advance === data.advance && event.data.expenditure === data.expenditure;
  const stated = of(events, 'ExpenditureSubmitted').find((event) => isOf(event) && event.version < version);
  check(
    stated !== undefined && stated.person !== person,
    () => `${name} was stated by ${stated?.person ?? 'nobody'} and accepted by ${person}`,
  );
  check(
    minor(data.amount) <= minor(stated?.data.amount),
    () => `${name} states ${minor(stated?.data.amount)}, and ${minor(data.amount)} is accepted`,
  );
  const decided = events.filter((event) => ['ExpenditureAccepted', 'ExpenditureReturned'].includes(event.type) && isOf(event));
  check(decided.length === 1, () => `${name} is decided ${decided.length} times`);
  check(
    moved(data.entry) === minor(data.amount) && postedTo(account, { data } as Recorded) === -minor(data.amount),
    () => `${name} does not move what is accepted`,
  );
}

type Portion = { readonly advance?: number; readonly amount?: Money };

/** What is liquidated and what is claimed back are no more than was paid. */
function checkLiquidation(agreement: string, { data: { advance, amount } }: Recorded, events: Events, check: Check): void {
  const accepted = of(events, 'ExpenditureAccepted').filter(({ data }) => data.advance === advance);
  const refused = new Set(of(events, 'RecoveryRefused').map(({ data }) => data.recovery));
  const claimed = of(events, 'RecoveryClaimed')
    .filter(({ data }) => !refused.has(data.recovery))
    .flatMap(({ data }) => (data.advances ?? []) as Portion[])
    .filter((portion) => portion.advance === advance);
  const orders = of(events, 'PaymentRequested').filter(({ data }) => data.advance === advance);
  const isPaid = of(events, 'PaymentSettled').some(({ data }) => orders.some((order) => order.data.payment === data.payment));
  const used = [...accepted.map(({ data }) => minor(data.amount)), ...claimed.map((portion) => minor(portion.amount))];
  const sum = used.reduce((all, each) => all + each, 0n);
  const paid = isPaid ? minor(amount) : 0n;
  check(sum <= paid, () => `of advance ${advance} of ${agreement} ${sum} is liquidated or claimed back, and ${paid} was paid`);
}
