import type { Recorded } from './facts.ts';

type Check = (holds: boolean, fault: () => string) => void;
type Streams = ReadonlyMap<string, readonly Recorded[]>;

const INSTITUTION = 8;
const plain = (text = ''): string => text.replaceAll(/[\s-]/g, '').toUpperCase();

/** With which somebody says what an entry is; and with which that waits no more. */
const SAYS: readonly Recorded['type'][] = ['EntryLinked', 'EntryExplained', 'FeeRecorded', 'EntryIgnored'];
const ENDS: readonly Recorded['type'][] = [
  'EntryHeld',
  'FeeRefused',
  'DismissalRefused',
  'ExplanationRefused',
  'EntriesConfirmed',
  'EntriesReopened',
];

/** Who has reported what an entry is, and waits for a second person. */
function saidIn(events: readonly Recorded[]): ReadonlySet<string> {
  const said = new Map<number, string>();
  for (const { type, person, data } of events) {
    if (type === 'EntriesMatched')
      for (const { number, standing } of data.entries ?? []) if (standing === 'reported') said.set(number, person);
    // What was dismissed before a second person was required waits for nobody.
    if (type === 'EntryIgnored' && !data.waits) said.delete(data.number);
    else if (SAYS.includes(type)) said.set(data.number, person);
    if (ENDS.includes(type)) for (const number of data.numbers ?? [data.number]) said.delete(number);
  }
  return new Set(said.values());
}

type Said = { readonly number: number; readonly standing: string; readonly payment?: string };
/** What an entry consists of, as somebody has said it. */
const partsIn = (type: Recorded['type'], { number, parts = [] }: Recorded['data']): readonly Said[] =>
  type === 'EntryExplained' ? parts.map(({ payment }: Said) => ({ number, standing: 'reported', payment })) : [];

/** Which entries settle a payment, or are said to. */
function settlingIn(events: readonly Recorded[]): ReadonlySet<number> {
  const settling = new Set<number>();
  for (const { type, data } of events) {
    const matched: readonly { number: number; standing: string; payment?: string }[] =
      type === 'EntriesMatched' ? (data.entries ?? []) : type === 'EntryLinked' ? [{ standing: 'reported', ...data }] : partsIn(type, data);
    for (const { number, standing, payment } of matched) if (standing === 'reported' && payment) settling.add(number);
    if (type === 'EntriesReopened' || type === 'EntryHeld' || type === 'ExplanationRefused')
      for (const number of data.numbers ?? [data.number]) settling.delete(number);
  }
  return settling;
}

/** Which entries two persons have confirmed for the owner of the statement. Earlier versions, which name no edition of the limits, counted them of nobody’s day. */
function confirmedIn(events: readonly Recorded[]): readonly number[] {
  const confirmed = new Set<number>();
  for (const { type, data } of events) {
    for (const number of data.numbers ?? [data.number])
      if (SAYS.includes(type) || type === 'EntryHeld' || type === 'EntriesReopened') confirmed.delete(number);
    if (type === 'EntriesConfirmed' && data.rules !== undefined) for (const number of data.numbers ?? []) confirmed.add(number);
  }
  return [...confirmed];
}

/**
 * The owner of a statement: of an account with its last characters and in its currency that two persons of the sponsor have confirmed, at the bank that it
 * names. If finance named it, one person named the account, and another, who neither imported the statement nor reported what waits in it,
 * confirmed it. Nothing in it settles a payment before it has an owner, nor when it gets another one, and nothing that was counted of a day of the one is confirmed then.
 */
export function checkOwner(statement: string, events: readonly Recorded[], accounts: Streams, check: Check): void {
  const [imported] = events;
  if (imported?.type !== 'StatementImported') return;
  const atImport: string = imported.data.owner ?? '';
  const own = [...accounts.values()].filter(([named]) => named?.data.organisation === atImport);
  check(
    atImport === '' || own.some((account) => isOfIt(account, imported)),
    () => `statement ${statement} is of ${atImport}, who has confirmed no account of it`,
  );
  checkCurrency(statement, imported, imported.data.cashAccount, accounts, check);
  let owner = atImport;
  let named: Recorded | undefined;
  for (const [at, { type, person, data }] of events.entries()) {
    const isWaiting = named !== undefined;
    if (type === 'EntriesMatched' && imported.data.claimants?.length > 0)
      check(
        owner !== '' || settlingIn([{ ...imported, type, data }]).size === 0,
        () => `statement ${statement} settles payments, and nobody knows whose it is`,
      );
    if (type === 'StatementOwnerNamed') {
      check(
        owner !== data.sponsor && !named,
        () => `statement ${statement} is said to be of ${data.account}, and is of ${owner || named?.data.account}`,
      );
      named = { ...imported, person, data };
    }
    if (type !== 'StatementOwnerRefused' && type !== 'StatementOwnerConfirmed') continue;
    const [does, account] = [type === 'StatementOwnerRefused' ? 'refused' : 'confirmed', named?.data.account];
    check(isWaiting, () => `whose statement ${statement} is was ${does}, and nobody had said it`);
    check(
      person !== named?.person && person !== imported.person,
      () =>
        `that statement ${statement} is of ${account} is ${does} by ${person}, who ${person === named?.person ? 'said it' : 'imported it'}`,
    );
    check(
      !saidIn(events.slice(0, at)).has(person),
      () => `whose statement ${statement} is was ${does} by ${person}, who said what waits in it`,
    );
    if (type === 'StatementOwnerConfirmed') {
      checkCurrency(statement, imported, data.cashAccount, accounts, check);
      check(
        owner === '' || settlingIn(events.slice(0, at)).size === 0,
        () => `statement ${statement} is of ${data.sponsor} now, and settles payments of ${owner}`,
      );
      const [kept] = owner === '' ? [] : confirmedIn(events.slice(0, at));
      const before = owner;
      check(
        kept === undefined,
        () => `statement ${statement} is of ${data.sponsor} now, and entry ${kept} of it is confirmed for ${before}`,
      );
      owner = data.sponsor;
      const known = accounts.get(data.account) ?? [];
      check(
        data.account === account &&
          data.sponsor === named?.data.sponsor &&
          known[0]?.data.organisation === owner &&
          isOfIt(known, imported),
        () => `statement ${statement} is confirmed to be of ${data.account} of ${owner}, which is no account of it`,
      );
    }
    named = undefined;
  }
}

/** In the cash of an account the lines of a statement in its currency are booked; earlier versions booked none. */
function checkCurrency(statement: string, { data }: Recorded, account: string | undefined, accounts: Streams, check: Check): void {
  const currency = accounts.get(account ?? '')?.[0]?.data.currency;
  check(
    !account || currency === data.currency,
    () => `statement ${statement} in ${data.currency} is booked in ${account}, which is in ${currency}`,
  );
}

/** What is remembered of an account: that a statement was confirmed to belong to it, by the same person, with the bank that it names. */
export function checkAttributions(statements: Streams, accounts: Streams, check: Check): void {
  for (const [account, events] of accounts)
    for (const { person, data } of events.filter(({ type }) => type === 'StatementsAttributed')) {
      const of = statements.get(data.statement) ?? [];
      const isConfirmed = of.some(
        (event) => event.type === 'StatementOwnerConfirmed' && event.data.account === account && event.person === person,
      );
      check(
        isConfirmed && isSaid(data, of[0]?.data ?? {}),
        () => `account ${account} is given the statements like ${data.statement}, which says something else`,
      );
    }
}

type BankNames = { readonly bic?: string; readonly bankCode?: string };
const isSaid = (data: BankNames, statement: BankNames): boolean =>
  plain(data.bic) === plain(statement.bic) && plain(data.bankCode) === plain(statement.bankCode);

function isOfIt(account: readonly Recorded[], { data: statement }: Recorded): boolean {
  const [named] = account;
  if (!named || !account.some(({ type }) => type === 'BankAccountConfirmed')) return false;
  const { lastFour, scheme, ...own } = named.data;
  return plain(statement.account).endsWith(lastFour) && (scheme === 'iban' || !isElsewhere(own, statement));
}

function isElsewhere(one: BankNames, other: BankNames): boolean {
  const [bics, codes] = [[one, other].map(({ bic }) => plain(bic)), [one, other].map(({ bankCode }) => plain(bankCode))];
  if (bics.every((bic) => bic !== '')) return bics[0]?.slice(0, INSTITUTION) !== bics[1]?.slice(0, INSTITUTION);
  return codes.every((code) => code !== '') && codes[0] !== codes[1];
}
