import { oneAccountAmong } from './account-numbers.ts';
import { spelt } from './agreements.ts';
import { type Context, type Recorded, streamsOf } from './facts.ts';

type Check = (holds: boolean, fault: () => string) => void;
/** What a reference of the bank did, of which accounts it may be; none = of any. */
type Use = {
  readonly does: string;
  readonly of: string;
  readonly agreement: string;
  readonly reference: string;
  readonly accounts: readonly string[];
};
/** `isUndone`: that a refund was a mistake is confirmed. `moved`: by a line of which statement, and for whom. */
type Told = Recorded & {
  readonly accounts: readonly string[];
  readonly reference: unknown;
  readonly isUndone?: boolean;
  readonly moved?: Moved | undefined;
};
/**
 * The account and the sponsor of the statement, '' where it has none; from which account the payment was instructed, and whose it is. `isExplained`: a
 * person has said, with a reason, that the entry is this payment.
 */
type Moved = {
  readonly cash: string;
  readonly owner: string;
  readonly payer?: string;
  readonly sponsor: string;
  readonly isExplained: boolean;
};

/**
 * Each reference of the bank of an account settles, returns, refunds or pays one thing, and is reserved for it; one that was booked by mistake is free
 * again. What a statement settles is paid from its account, or said by two persons to be, of the same sponsor; what it returns is paid by its sponsor. An
 * account that was recorded several times is one.
 */
export async function checkReferences(disbursement: Context, check: Check): Promise<void> {
  const accountsOf = accountsByOwner(disbursement);
  const all = streamsOf(disbursement, 'agr')
    .flatMap(([, events]) => told(events, { disbursement, accountsOf }))
    .toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
  const isOne = await oneAccountAmong(disbursement, [
    ...new Set(all.flatMap(({ accounts, moved }) => [...accounts, moved?.cash ?? '', moved?.payer ?? ''])),
  ]);
  const mayBeOne = (one: Use, other: Use): boolean =>
    [one, other].some(({ accounts }) => accounts.length === 0) || one.accounts.some((a) => other.accounts.some((b) => isOne(a, b)));
  const used = new Map<string, Use[]>();
  for (const event of all) {
    const use = useOf(event);
    const { cash = '', owner = '', payer = '', sponsor, isExplained } = event.moved ?? {};
    if (cash && payer && event.type === 'PaymentSettled')
      check(isOne(cash, payer) || isExplained === true, () => `${use.of} is paid from ${payer}, and settled by a statement of ${cash}`);
    if (owner) check(owner === sponsor, () => `${use.of} is of ${sponsor}, and a statement of ${owner} ${use.does}s it`);
    const before = used.get(use.reference) ?? [];
    if (event.type === 'SettlementReversed' || event.type === 'OutcomeReversed' || event.type === 'ClaimReversed' || event.isUndone) {
      used.set(
        use.reference,
        before.filter(({ of, does }) => of !== use.of || does !== use.does),
      );
      continue;
    }
    check(use.reference !== '', () => `${use.of} is ${use.does}${use.does === 'settle' ? 'd' : 'ed'} without a bank reference`);
    const other = before.find((each) => mayBeOne(each, use));
    check(other === undefined, () => `bank reference ${event.reference} ${use.does}s ${other?.of} and ${use.of}`);
    used.set(use.reference, [...before, use]);
  }
  const reserved = reservationsIn(disbursement);
  for (const use of [...used.values()].flat()) {
    // What was reported before references were reserved has none.
    const own = reserved.filter(
      (each) => each.reference === use.reference && each.agreement === use.agreement && isHeldBy(each.holder, use),
    );
    check(
      own.length === 0 || own.some(({ isFree }) => !isFree),
      () => `bank reference ${use.reference} is free, and ${use.does}s ${use.of}`,
    );
  }
}

type Reservation = { readonly holder: string; readonly agreement: string; readonly reference: string; isFree: boolean };

const HOLDERS: Readonly<Record<string, string>> = { refund: 'rfd_', claim: 'clm_' };
const isHeldBy = (holder: string, { does, of }: Use): boolean => (HOLDERS[does] ? holder.startsWith(HOLDERS[does]) : holder === of);

/** For what each reference was last reserved, and whether that has freed it. */
function reservationsIn(disbursement: Context): Reservation[] {
  return streamsOf(disbursement, 'bnk').flatMap(([, events]) => {
    const all = new Map<string, Reservation>();
    for (const { type, data } of events) {
      const { payment: holder, agreement, bankReference } = data;
      if (type === 'BankReferenceReserved') all.set(holder, { holder, agreement, reference: spelt(bankReference), isFree: false });
      const known = all.get(holder);
      if (type === 'BankReferenceReleased' && known) known.isFree = true;
    }
    return [...all.values()];
  });
}

const DOES: Readonly<Record<string, string>> = {
  PaymentSettled: 'settle',
  SettlementReversed: 'settle',
  PaymentReturned: 'return',
  OutcomeReversed: 'return',
  ResolutionConfirmed: 'refund',
  ClaimPaid: 'claim',
  ClaimReversed: 'claim',
};

function useOf({ type, stream, data, accounts, reference }: Told): Use {
  const call = `call ${data.drawing}`;
  const of = { ResolutionConfirmed: `recovery ${data.recovery}.${data.resolution}`, ClaimPaid: call, ClaimReversed: call }[type as string];
  return { does: DOES[type] ?? '', of: of ? `${of} of ${stream}` : data.payment, agreement: stream, reference: spelt(reference), accounts };
}

type Known = { readonly disbursement: Context; readonly accountsOf: ReadonlyMap<string, readonly string[]> };

/** What of an agreement the bank did under a reference, with that reference and the accounts of which it may be. */
function told(events: readonly Recorded[], { disbursement, accountsOf }: Known): Told[] {
  return events.flatMap((event): Told[] => {
    const { type, version, data } = event;
    const last = (of: Recorded['type'], is: (data: Recorded['data']) => boolean) =>
      events.findLast((each) => each.type === of && each.version < version && is(each.data))?.data ?? {};
    switch (type) {
      case 'PaymentSettled':
      case 'PaymentReturned':
      case 'SettlementReversed':
      case 'OutcomeReversed': {
        const payer = last('PaymentInstructed', ({ payment }) => payment === data.payment).payerAccount;
        const { cash, owner } = whoseIs(data.statement, disbursement);
        const { sponsor } = last('PaymentRequested', ({ payment }) => payment === data.payment);
        const moved =
          type === 'PaymentSettled' || type === 'PaymentReturned'
            ? { cash, owner, payer, sponsor, isExplained: isExplained(data, disbursement) }
            : undefined;
        return [{ ...event, reference: data.bankReference, accounts: listed(cash || payer), moved }];
      }
      case 'ResolutionConfirmed': {
        const proposed = (resolution: number) =>
          last('ResolutionProposed', (said) => said.recovery === data.recovery && said.resolution === resolution);
        const said = proposed(data.resolution);
        const isUndone = said.kind === 'reversed';
        const refund = isUndone ? proposed(said.undoes) : said;
        if (refund.kind !== 'refunded') return [];
        const { cash } = whoseIs(refund.statement, disbursement);
        const claimed = last('RecoveryClaimed', ({ recovery }) => recovery === data.recovery);
        const sponsors = (claimed.portions ?? []).map(({ sponsor }: { readonly sponsor: string }) => sponsor);
        const accounts = cash ? [cash] : accountsOfAll(sponsors, accountsOf);
        return [{ ...event, data: { ...data, resolution: refund.resolution }, reference: refund.bankReference, accounts, isUndone }];
      }
      case 'ClaimPaid':
      case 'ClaimReversed': {
        const isOf = ({ drawing }: Recorded['data']): boolean => drawing === data.drawing;
        const { bankReference, statement } = last('ClaimReportedPaid', isOf);
        const { cash, owner } = whoseIs(statement, disbursement);
        const { sponsor } = last('GuaranteeCalled', isOf);
        const accounts = cash ? [cash] : accountsOfAll([sponsor], accountsOf);
        const by = type === 'ClaimPaid' ? { cash, owner, sponsor, isExplained: false } : undefined;
        return [{ ...event, reference: bankReference, accounts, moved: by }];
      }
      default:
        return [];
    }
  });
}

const listed = (account: string | undefined): string[] => (account ? [account] : []);

/** Whether the entry of a statement that moved a payment was last explained as it. */
function isExplained({ statement, statementEntry, payment }: Recorded['data'], { byStream }: Context): boolean {
  const said = byStream.get(statement ?? '')?.findLast(({ type, data }) => type === 'EntryExplained' && data.number === statementEntry);
  return (said?.data.parts ?? []).some((part: { readonly payment?: string }) => part.payment === payment);
}

/** The account in whose cash a statement is booked, and its sponsor; '' = there is none. */
function whoseIs(statement: string | undefined, { byStream }: Context): Pick<Moved, 'cash' | 'owner'> {
  const said = byStream.get(statement ?? '')?.findLast(({ type }) => type === 'StatementImported' || type === 'StatementOwnerConfirmed');
  const { cashAccount: cash = '', owner = '', sponsor = owner } = said?.data ?? {};
  return { cash, owner: sponsor };
}

/** By organisation, the accounts that two of its persons have confirmed. */
function accountsByOwner(disbursement: Context): Known['accountsOf'] {
  const confirmed = streamsOf(disbursement, 'acc').filter(([, events]) => events.some(({ type }) => type === 'BankAccountConfirmed'));
  const byOwner = Map.groupBy(confirmed, ([, [first]]) => String(first?.data.organisation));
  return new Map([...byOwner].map(([owner, streams]) => [owner, streams.map(([account]) => account)]));
}

/** All of theirs; none where one of them has none. */
function accountsOfAll(organisations: readonly string[], accountsOf: Known['accountsOf']): string[] {
  const named = organisations.map((organisation) => accountsOf.get(organisation) ?? []);
  return named.some((accounts) => accounts.length === 0) ? [] : named.flat();
}
