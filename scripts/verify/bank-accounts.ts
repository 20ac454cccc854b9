import { type Accounts, accountsIn, lastAt, usedAt } from './accounts-in-use.ts';
import { draftOf, paidPartsOf, type Share } from './agreements.ts';
import type { OfOffer } from './converted.ts';
import { type Recorded, type Stored, streamsOf } from './facts.ts';

type Check = (holds: boolean, fault: () => string) => void;

/**
 * A bank account is named and confirmed by two persons of its organisation, and used no sooner than it has cooled: at least a day, which is the
 * least that the policy of an installation may say. What replaces another is of the same organisation. A payment goes to the account, and from the account, for
 * which it was approved, once or twice: those that were used then, one for each organisation and currency.
 */
export function checkBankAccounts({ disbursement }: Stored, check: Check): void {
  const accounts = accountsIn(disbursement);
  for (const [agreement, events] of streamsOf(disbursement, 'agr')) {
    checkApprovedAccounts(agreement, events, check);
    checkAccountsInUse(agreement, events, accounts, check);
  }
  for (const [account, events] of streamsOf(disbursement, 'acc')) {
    const [named] = events;
    const confirmed = events.find(({ type }) => type === 'BankAccountConfirmed');
    const { replaces = '', organisation } = named?.data ?? {};
    check(
      named?.type === 'BankAccountProposed' && named.person === named.data.by,
      () => `bank account ${account} begins with ${named?.type} by ${named?.person}`,
    );
    check(
      confirmed === undefined || (confirmed.person === confirmed.data.by && confirmed.person !== named?.person),
      () => `bank account ${account} was named and confirmed by ${confirmed?.person}`,
    );
    check(
      confirmed === undefined || Date.parse(confirmed.data.usableFrom) - Date.parse(confirmed.data.at) >= DAY_MS,
      () => `bank account ${account} was confirmed at ${confirmed?.data.at} and is used from ${confirmed?.data.usableFrom}`,
    );
    check(
      confirmed === undefined || !events.some(({ type }) => type === 'BankAccountRefused'),
      () => `bank account ${account} was confirmed, and refused`,
    );
    const replaced = replaces === '' ? undefined : disbursement.byStream.get(replaces)?.[0];
    check(
      replaces === '' || replaced?.data.organisation === organisation,
      () => `bank account ${account} of ${organisation} replaces ${replaces}, which is of ${replaced?.data.organisation ?? 'nobody'}`,
    );
  }
}

/** The one other currency from budgets in which all money of a sponsor comes: without an account in that of the agreement, it pays from one in this. */
function budgetCurrencyOf(events: readonly Recorded[], sponsor: string): string {
  const { shares = [], conversions = [] } = (draftOf(events)?.data ?? {}) as {
    shares?: readonly Share[];
    conversions?: readonly OfOffer[];
  };
  const share = shares.find((each) => each.sponsor === sponsor);
  const into = (share ? paidPartsOf(share) : []).map(
    ({ offer }) => conversions.find((each) => each.offer === offer)?.conversion.amount.currency ?? '',
  );
  const [only = '', ...others] = new Set(into);
  return others.length === 0 ? only : '';
}

const DAY_MS = 86_400_000;

const GOING: readonly Recorded['type'][] = ['PaymentApproved', 'PaymentPutInFile', 'PaymentInstructed'];
const APPROVALS: readonly Recorded['type'][] = ['PaymentApprovedOnce', 'PaymentApproved'];

/** Approvals of earlier versions named no accounts. */
function checkApprovedAccounts(agreement: string, events: readonly Recorded[], check: Check): void {
  for (const { type, version, data } of events.filter((event) => GOING.includes(event.type))) {
    const before = events.filter((event) => event.version < version && event.data.payment === data.payment);
    const approval = before.findLast((event) => APPROVALS.includes(event.type) || event.type === 'PaymentRequested');
    if (approval?.data.payeeAccount === undefined) continue;
    for (const account of ['payerAccount', 'payeeAccount'] as const)
      check(
        approval.data[account] !== '' && data[account] === approval.data[account],
        () =>
          `${type} of ${data.payment} in ${agreement} names ${data[account] ?? 'no account'}, and was approved for ${approval.data[account] || 'none'}`,
      );
  }
}

/** An organisation uses one account in a currency: the last that has cooled, and none once that is retired. */
function checkAccountsInUse(agreement: string, events: readonly Recorded[], accounts: Accounts, check: Check): void {
  const payee = events.find(({ type }) => type === 'AgreementDrafted')?.data.proposer ?? '';
  for (const { version, data } of events.filter((event) => APPROVALS.includes(event.type) && event.data.payeeAccount !== undefined)) {
    const request = events.findLast(
      (event) => event.version < version && event.type === 'PaymentRequested' && event.data.payment === data.payment,
    );
    const { sponsor = '', amount } = request?.data ?? {};
    const currency: string = amount?.currency ?? '';
    const only = budgetCurrencyOf(events, sponsor);
    for (const [organisation, named, other] of [
      [sponsor, data.payerAccount, only],
      [payee, data.payeeAccount, ''],
    ] as const)
      check(
        usedAt(accounts, { organisation, currency, at: data.at }) === named ||
          (other !== '' &&
            lastAt(accounts, { organisation, currency, at: data.at }) === '' &&
            usedAt(accounts, { organisation, currency: other, at: data.at }) === named),
        () => `${data.payment} of ${agreement} was approved for ${named || 'no account'}, which ${organisation} did not use at ${data.at}`,
      );
  }
}
