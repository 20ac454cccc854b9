import { spelt } from './agreements.ts';
import { type Finding, finding, type Recorded, type Stored, streamsOf } from './facts.ts';
import { entriesIn } from './suspense.ts';

type Events = readonly Recorded[];
/** `statement`: '' = the one in which it is said. */
type Line = { readonly statement: string; readonly entry: number };
type Named = { readonly agreement: string; readonly payment: string };
const NONE: ReadonlyMap<number, readonly Named[]> = new Map();
type Of = { readonly disbursement: Pick<Stored['disbursement'], 'byStream'> };

const APPROVALS: readonly Recorded['type'][] = ['PaymentApprovedOnce', 'PaymentApproved'];

/**
 * 67. That a line of a statement is something else than the payment of which it bears the reference, or that another line takes it back, is confirmed by a person who
 * did not request that payment, and did not approve it where who requested it says so; so is that this was wrong. Earlier versions did not record who was barred;
 * what they set aside is not measured. A line that bears the reference of the bank under which something was reported by hand is said, and confirmed, to be that
 * alone; so is one that two persons had confirmed before somebody reported it by hand: both would count.
 */
export function setAsideByOthers({ disbursement }: Of): Finding {
  const { check, result } = finding();
  const statements = streamsOf(disbursement as Stored['disbursement'], 'stm');
  const references = new Map(statements.map(([id, events]) => [id, namedIn(events)]));
  const byHand = reportsByHand(disbursement as Stored['disbursement']);
  for (const [statement, events] of statements) {
    const named = references.get(statement) ?? NONE;
    const [said, doubted, confirmed] = [new Map<number, Recorded>(), new Map<number, Recorded>(), new Map<number, Recorded>()];
    /** That an entry, which is not that by what was said of it, bears no reference under which something was reported by hand; and whether that is so. */
    const checkReported = ({ statement: of, entry }: Line, at: string, saying: Recorded | undefined, done: string): boolean => {
      const reported = byHand(of || statement, entry, at).find((each) => !saying || !isSaid(each, saying));
      check(
        !reported,
        () => `entry ${entry} of ${of || statement} bears the reference under which ${reported?.payment} was reported by hand, and ${done}`,
      );
      return !reported;
    };
    const checkSaid = (entry: number, { at }: Recorded, saying: Recorded): boolean =>
      checkReported({ statement, entry }, at, saying, 'is said to be something else');
    for (const event of events) {
      const { type, data } = event;
      for (const number of data.numbers ?? [data.number])
        if (type !== 'EntryDoubted' && type !== 'EntryDoubtRefused') confirmed.delete(number);
      if (SETS_ASIDE.includes(type)) {
        said.set(data.number, event);
        checkSaid(data.number, event, event);
      }
      if (type === 'EntryLinked' || type === 'EntryHeld') said.delete(data.number);
      if (type === 'EntryDoubted') doubted.set(data.number, event);
      if (type === 'EntryDoubtRefused') doubted.delete(data.number);
      if (type !== 'EntriesConfirmed' && type !== 'EntriesReopened') continue;
      for (const number of data.numbers ?? []) {
        if (type === 'EntriesConfirmed') {
          const saying = said.get(number);
          if (saying && checkSaid(number, event, saying)) confirmed.set(number, saying);
          for (const taken of reversedIn(saying)) checkReported(taken, event.at, undefined, 'is taken back');
        }
        const saying = (type === 'EntriesConfirmed' ? said : doubted).get(number);
        const takenBack = reversedIn(said.get(number)).flatMap((each) => references.get(each.statement)?.get(each.entry) ?? []);
        doubted.delete(number);
        for (const of of saying ? setAside(saying, [...(named.get(number) ?? []), ...takenBack]) : []) {
          const isBarred =
            saying !== undefined && barredFrom(disbursement.byStream.get(of.agreement) ?? [], of, saying).includes(event.person);
          const done = type === 'EntriesConfirmed' ? 'set aside' : 'taken up again';
          check(
            !isBarred,
            () =>
              `entry ${number} of ${statement}, which bears the reference of ${of.payment}, or takes back what does, was ${done} by ${event.person}, who had a part in it`,
          );
        }
      }
    }
    for (const [number, saying] of confirmed) checkReported({ statement, entry: number }, NOW, saying, 'is confirmed to be something else');
  }
  return result();
}

type ByHand = {
  readonly agreement: string;
  readonly payment: string;
  readonly accounts: readonly string[];
  readonly from: string;
  readonly until: string;
};
const NEVER = '9999';
/** Behind all that is recorded. */
const NOW = '9998';

/** What was reported by hand, and is not taken back or found in a statement, at an instant, under the reference of the bank that an entry bears. */
function reportsByHand(disbursement: Stored['disbursement']) {
  const all = new Map<string, ByHand[]>();
  for (const [, events] of streamsOf(disbursement, 'bnk'))
    for (const [place, { type, data, at }] of events.entries()) {
      if (type !== 'BankReferenceReserved' || data.statement) continue;
      const end = events.slice(place + 1).find((each) => ENDS.includes(each.type) && each.data.payment === data.payment);
      const { agreement = '', payment = '', accounts = [] } = data;
      const reference = spelt(data.bankReference);
      all.set(reference, [...(all.get(reference) ?? []), { agreement, payment, accounts, from: at, until: end?.at ?? NEVER }]);
    }
  const lines = new Map(streamsOf(disbursement, 'stm').map(([statement, events]) => [statement, entriesIn(events)]));
  return (statement: string, number: number, at: string): readonly ByHand[] => {
    const { bankReference = '' } = lines.get(statement)?.[number - 1] ?? {};
    // As it was known by then.
    const account = disbursement.byStream.get(statement)?.findLast((event) => event.at <= at && event.data.cashAccount)?.data.cashAccount;
    if (!bankReference || !account) return [];
    return (all.get(spelt(bankReference)) ?? []).filter(
      ({ accounts, from, until }) => from < at && at < until && (accounts.length === 0 || accounts.includes(account)),
    );
  };
}

const SETS_ASIDE: readonly Recorded['type'][] = ['EntryIgnored', 'EntryExplained', 'FeeRecorded'];
const ENDS: readonly Recorded['type'][] = ['BankReferenceFound', 'BankReferenceReleased'];

/** Whether a part is that payment, or of that agreement where it is a refund or what a guarantor has paid. */
const isSaid = ({ agreement, payment }: ByHand, { data }: Recorded): boolean =>
  (data.parts ?? []).some((part: { as?: string; agreement?: string; payment?: string }) =>
    payment.startsWith('pay_') ? part.payment === payment : part.agreement === agreement && (part.as === 'refund' || part.as === 'claim'),
  );

/** The lines that one takes back, as somebody says. */
const reversedIn = (saying: Recorded | undefined): readonly Line[] =>
  (saying?.data.parts ?? []).filter(({ as }: { as?: string }) => as === 'reversal');

/** The payments of which each line bears the reference, as it was matched. */
function namedIn(events: Events): ReadonlyMap<number, readonly Named[]> {
  const named = new Map<number, readonly Named[]>();
  const references = entriesIn(events).map(({ instruction = '', mentioned }) => instruction || mentioned);
  for (const { type, data } of events)
    for (const { number, agreement = '', payment = '' } of type === 'EntriesMatched' ? (data.entries ?? []) : [])
      if (payment && references[number - 1]) named.set(number, [...(named.get(number) ?? []), { agreement, payment }]);
  return named;
}

/** Those of them that a saying leaves out, of what says who is barred from confirming it. */
const setAside = ({ data }: Recorded, named: readonly Named[]): readonly Named[] =>
  (data.duties ?? []).length === 0
    ? []
    : named.filter(({ payment }) => !(data.parts ?? []).some((part: { payment?: string }) => part.payment === payment));

/** Who requested the payment last before, and where that person says it, who approved it. */
function barredFrom(events: Events, { payment }: Named, saying: Recorded): readonly string[] {
  const before = events.filter(({ at, data }) => at <= saying.at && data.payment === payment);
  const request = before.findLast(({ type }) => type === 'PaymentRequested');
  if (!request) return [];
  const approvers = before.filter(({ type, version }) => APPROVALS.includes(type) && version > request.version).map(({ person }) => person);
  return [request.person, ...(saying.person === request.person ? approvers : [])];
}
