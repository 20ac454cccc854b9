import { type Context, type Recorded, streamsOf } from './facts.ts';
import { approvalsAlone, transfersOf } from './payment-files.ts';

/** What two persons do of one thing, the earlier before the later. */
export type Pair = { readonly name: string; readonly earlier: Recorded; readonly later: Recorded };

/** Of a file of payments, in the order of its steps: it is made, approved and sent, or its refusal is asked for and given. */
const OF_FILES: readonly (readonly Recorded['type'][])[] = [
  ['PaymentFileBegun', 'PaymentFileApprovedOnce', 'PaymentFileApproved'],
  ['PaymentFileApprovedOnce', 'PaymentFileApproved', 'PaymentFileHandedOver'],
  ['PaymentFileRefusalRequested', 'PaymentFileRefused'],
];

/** What two persons do of payment files and statements: also of a payment and its file, where one person approved either alone. */
export const pairsInBanking = (disbursement: Context): Pair[] => [
  ...streamsOf(disbursement, 'pfl').flatMap(([file, events]) => [
    ...pairsOfFile(file, events),
    ...pairsOfAlone(file, events, disbursement),
  ]),
  ...streamsOf(disbursement, 'stm').flatMap(([statement, events]) => pairsOfStatement(statement, events)),
];

function pairsOfFile(file: string, events: readonly Recorded[]): Pair[] {
  return OF_FILES.flatMap((steps) => {
    const taken = events.filter(({ type }) => steps.includes(type));
    return taken.flatMap((later, at) =>
      taken.slice(0, at).flatMap((earlier) => (earlier.type === later.type ? [] : [{ name: file, earlier, later }])),
    );
  });
}

function pairsOfAlone(file: string, events: readonly Recorded[], disbursement: Context): Pair[] {
  const of = (type: Recorded['type']) => events.find((event) => event.type === type);
  const [begun, once, later] = [of('PaymentFileBegun'), of('PaymentFileApprovedOnce'), of('PaymentFileApproved')];
  if (!begun || !later || once) return [];
  return approvalsAlone(disbursement, transfersOf(events), begun).map((earlier) => ({ name: `a payment in ${file}`, earlier, later }));
}

const SAYS: readonly Recorded['type'][] = ['EntryLinked', 'FeeRecorded', 'EntryIgnored', 'EntryExplained'];

/** Who says of an entry what it is, and who confirms that, above a limit two. */
export function pairsOfStatement(statement: string, events: readonly Recorded[]): Pair[] {
  const said = new Map<number, readonly Recorded[]>();
  const pairs: Pair[] = [];
  for (const event of events) {
    const { type, data } = event;
    if (SAYS.includes(type)) said.set(data.number, [event]);
    if (type === 'EntriesReopened') for (const number of data.numbers ?? []) said.delete(number);
    if (type !== 'EntriesConfirmed' && type !== 'EntriesConfirmedOnce') continue;
    for (const number of data.numbers ?? []) {
      const before = said.get(number) ?? [];
      pairs.push(...before.map((earlier) => ({ name: `entry ${number} of ${statement}`, earlier, later: event })));
      if (before.length > 0) said.set(number, [...before, event]);
    }
  }
  return pairs;
}
