import { type Acted, type Context, type Recorded, type Stored, streamsOf } from './facts.ts';
import type { Pair } from './pairs-in-banking.ts';
import { type Attempt, attemptsIn, before, type Check } from './signatory-facts.ts';

/** Who does the second never did the first. `by`: what both are about. */
type Apart = { readonly first: Recorded['type']; readonly second: Recorded['type']; readonly by?: string };
const APART: readonly Apart[] = [
  { first: 'CouncilDecided', second: 'DeclarationSigned' },
  { first: 'MandateGiven', second: 'DeclarationSigned' },
  { first: 'SignatureChecked', second: 'SignatoryAdmitted' },
  { first: 'NoticePrepared', second: 'NoticeIssued', by: 'obligation' },
  { first: 'NoticePrepared', second: 'SignatorySuspended', by: 'obligation' },
  { first: 'LapseAnnounced', second: 'SignatoryLapsed' },
];

/** What two persons do of one thing: who writes does not publish, who prepares does not sign or decide, who checks does not admit. */
export const pairsOfSignatories = (programme: Context): Pair[] => [
  ...streamsOf(programme, 'dcl').flatMap(([declaration, events]) => versionsOf(declaration, events)),
  ...attemptsIn({ programme }).flatMap(pairsOf),
];

const versionsOf = (declaration: string, events: readonly Recorded[]): Pair[] =>
  events
    .filter(({ type }) => type === 'DeclarationPublished')
    .flatMap((later) => {
      const earlier = events.find(({ type, data }) => type === 'DeclarationDrafted' && data.number === later.data.number);
      return earlier ? [{ name: `version ${later.data.number} of ${declaration}`, earlier, later }] : [];
    });

const pairsOf = ({ name, events }: Attempt): Pair[] =>
  events.flatMap((later) =>
    APART.filter(({ second }) => second === later.type).flatMap(({ first, by }) => {
      const same = before(events, later).filter(({ data }) => by === undefined || data[by] === later.data[by]);
      return firstsOf(same, first).map((earlier) => ({ name, earlier, later }));
    }),
  );

const WRITTEN: readonly Recorded['type'][] = ['CouncilDecided', 'MandateGiven'];

/** Of the form of a signature, and of a notice, everybody who wrote a text of it; what was written before the report came, or got more time, is of no notice. */
function firstsOf(same: readonly Acted[], first: Recorded['type']): readonly Acted[] {
  if (WRITTEN.includes(first)) return same.filter(({ type }) => type === first);
  if (first !== 'NoticePrepared') return same.filter(({ type }) => type === first).slice(-1);
  const issued = same.findIndex(({ type }) => type === 'NoticeIssued');
  const until = issued === -1 ? same : same.slice(0, issued);
  const fallen = until.findLastIndex(
    ({ type, data }) => type === 'ExtensionGranted' || (type === 'TurnChanged' && data.fact === 'submitted'),
  );
  return until.slice(fallen + 1).filter(({ type }) => type === first);
}

/** Each event names who acted, and what two persons do is done by two. */
export function checkSignatories({ programme }: Stored, check: Check): void {
  for (const { stream, version, type, data, person } of programme.events)
    if (data.by !== undefined) check(data.by === person, () => `${type} of ${stream}@${version} says ${data.by}, but ${person} acted`);
  for (const { name, earlier, later } of pairsOfSignatories(programme))
    check(earlier.person !== later.person, () => `${earlier.type} and ${later.type} of ${name} are by ${later.person}`);
}
