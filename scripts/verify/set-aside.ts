import { type Finding, finding, type Recorded, type Stored, streamsOf } from './facts.ts';

type Events = readonly Recorded[];
type Named = { readonly agreement: string; readonly payment: string };
const NONE: ReadonlyMap<number, readonly Named[]> = new Map();
type Of = { readonly disbursement: Pick<Stored['disbursement'], 'byStream'> };

const APPROVALS: readonly Recorded['type'][] = ['PaymentApprovedOnce', 'PaymentApproved'];

/**
 * 67. That a line of a statement is something else than the payment of which it bears the reference, or that another line takes it back, is confirmed by a person who
 * did not request that payment, and did not approve it where who requested it says so; so is that this was wrong. Earlier versions did not record who was barred; what they set aside is not
 * measured.
 */
export function setAsideByOthers({ disbursement }: Of): Finding {
  const { check, result } = finding();
  const statements = streamsOf(disbursement as Stored['disbursement'], 'stm');
  const references = new Map(statements.map(([id, events]) => [id, namedIn(events)]));
  for (const [statement, events] of statements) {
    const named = references.get(statement) ?? NONE;
    const [said, doubted] = [new Map<number, Recorded>(), new Map<number, Recorded>()];
    for (const event of events) {
      const { type, data } = event;
      if (type === 'EntryIgnored' || type === 'EntryExplained') said.set(data.number, event);
      if (type === 'EntryLinked' || type === 'EntryHeld') said.delete(data.number);
      if (type === 'EntryDoubted') doubted.set(data.number, event);
      if (type === 'EntryDoubtRefused') doubted.delete(data.number);
      if (type !== 'EntriesConfirmed' && type !== 'EntriesReopened') continue;
      for (const number of data.numbers ?? []) {
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
  }
  return result();
}

/** The lines that one takes back, as somebody says. */
const reversedIn = (saying: Recorded | undefined): readonly { readonly statement: string; readonly entry: number }[] =>
  (saying?.data.parts ?? []).filter(({ as }: { as?: string }) => as === 'reversal');

/** The payments of which each line bears the reference, as it was matched. */
function namedIn(events: Events): ReadonlyMap<number, readonly Named[]> {
  const named = new Map<number, readonly Named[]>();
  const references = events
    .flatMap(({ type, data }) => (type === 'EntriesRead' ? data.entries : []))
    .map(({ instruction = '' }) => instruction);
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
