import { greater } from '@junkan/kit/pure/money.ts';
import { type Finding, finding, minor, type Recorded, type Stored, streamsOf } from './facts.ts';

type Cell = { readonly tranche: number; readonly sponsor: string; readonly amount?: { readonly amount?: string } };
type Check = (isSo: boolean, fault: () => string) => void;

/** Kinds to which all parties consent, whatever else changes. */
const OF_ALL = ['budget-over-20', 'results', 'terms', 'other'];

/**
 * 23. An amendment has the consent of everybody whose money or date it moves, and of all parties where more than a fifth of the money, the results or
 * the terms change, counted over all amendments since the signature; a termination is approved once the parties were heard, or had their time, and what can be cured had its own.
 */
export function measuresAreAgreed({ disbursement }: Pick<Stored, 'disbursement'>): Finding {
  const { check, result } = finding();
  for (const [agreement, events] of streamsOf(disbursement, 'agr'))
    for (const proposed of events.filter(({ type, data }) => type === 'MeasureProposed' && data.party)) {
      const of = (type: Recorded['type']) =>
        events.filter((each) => each.type === type && each.data.measure === proposed.data.measure && each.version > proposed.version);
      const name = `measure ${proposed.data.measure} of ${agreement}`;
      checkHearing(name, proposed, of, check);
      for (const amended of of('AgreementAmended'))
        checkConsent(name, { events, proposed, amended, approvals: of('MeasureApproved') }, check);
      for (const begun of of('AgreementTerminationBegun')) checkCure(name, { events, proposed, begun, of }, check);
    }
  return result();
}

type Of = (type: Recorded['type']) => readonly Recorded[];

/** Each party answers once. */
function checkHearing(name: string, { data }: Recorded, of: Of, check: Check): void {
  const answering: string[] = of('MeasureAnswered').map((answer) => answer.data.party);
  check(
    new Set(answering).size === answering.length && answering.every((party) => (data.heard ?? []).includes(party)),
    () => `${name} was answered by ${answering.join(', ')}, and ${(data.heard ?? []).join(', ') || 'nobody'} was heard`,
  );
}

type Amended = {
  readonly events: readonly Recorded[];
  readonly proposed: Recorded;
  readonly amended: Recorded;
  readonly approvals: readonly Recorded[];
};

function checkConsent(name: string, { events, proposed, amended, approvals }: Amended, check: Check): void {
  const before = cellsBefore(events, amended.version);
  const drafted = events.findLast(({ type, version }) => type === 'AgreementDrafted' && version < amended.version)?.data;
  const sponsors: string[] = (drafted?.shares ?? []).map(({ sponsor }: { sponsor: string }) => sponsor);
  const dated: number[] = (amended.data.changes ?? []).filter(({ dueOn }: { dueOn?: string }) => dueOn).map(({ tranche }: Cell) => tranche);
  const differences = differencesOf(events, amended);
  const said: { readonly amount?: string } | undefined = amended.data.moved;
  const moved = said ? movedUntil(events, amended) : movedIn(differences);
  check(
    said === undefined || minor(said) === moved,
    () => `${name} says that ${minor(said)} has moved since the signature, and ${moved} has`,
  );
  const isOfAll = OF_ALL.includes(proposed.data.amendment) || isGreat(before, moved);
  const moves = (cell: Cell, index: number): boolean =>
    differences[index] !== 0n || (dated.includes(cell.tranche) && minor(cell.amount) > 0n);
  const needed = new Set([
    'secretariat',
    drafted?.proposer,
    proposed.data.party,
    ...(isOfAll ? sponsors : before.filter(moves).map(({ sponsor }) => sponsor)),
  ]);
  const missing = [...needed].filter((party) => approvals.every(({ data }) => data.party !== party));
  check(missing.length === 0, () => `${name} took effect without the consent of ${missing.join(', ')}`);
}

/** What an amendment adds to each cell, or takes from it. */
function differencesOf(events: readonly Recorded[], amended: Recorded): bigint[] {
  const after: readonly Cell[] = amended.data.cells ?? [];
  return cellsBefore(events, amended.version).map((cell, index) => minor(after[index]?.amount) - minor(cell.amount));
}

const sum = (figures: readonly bigint[]): bigint => figures.reduce((all, figure) => all + figure, 0n);
/** What is moved from one cell to another counts once. */
const movedIn = (differences: readonly bigint[]): bigint =>
  greater(sum(differences.filter((each) => each > 0n)), -sum(differences.filter((each) => each < 0n)));

/** By all amendments until this one; an amendment that names no such sum is of an earlier version, which measured each by itself. */
const movedUntil = (events: readonly Recorded[], { version }: Recorded): bigint =>
  movedIn(
    events.filter((event) => event.type === 'AgreementAmended' && event.version <= version).flatMap((each) => differencesOf(events, each)),
  );

/** More than a fifth of all that is agreed. */
const isGreat = (before: readonly Cell[], moved: bigint): boolean => moved * 5n > sum(before.map(({ amount }) => minor(amount)));

/** As the last event that has said all cells left them. */
const cellsBefore = (events: readonly Recorded[], version: number): readonly Cell[] =>
  events.findLast((event) => event.version < version && Array.isArray(event.data.cells))?.data.cells ?? [];

type Begun = { readonly events: readonly Recorded[]; readonly proposed: Recorded; readonly begun: Recorded; readonly of: Of };

function checkCure(name: string, { events, proposed, begun, of }: Begun, check: Check): void {
  const approvals = of('MeasureApproved').filter(({ version }) => version < begun.version);
  const answered = of('MeasureAnswered');
  const suspension = suspensionBefore(events, begun.version);
  const last: string = [proposed.data.cureUntil ?? '', suspension?.data.cureUntil ?? ''].toSorted().at(-1) ?? '';
  for (const { version, data } of approvals) {
    const unheard = (proposed.data.heard ?? []).filter((party: string) =>
      answered.every((answer) => answer.data.party !== party || answer.version > version),
    );
    check(
      unheard.length === 0 || data.at >= proposed.data.answerDue,
      () => `${name} was approved at ${data.at}, before ${unheard.join(', ')} was heard`,
    );
    check(last === '' || data.at.slice(0, 10) > last, () => `${name} was approved at ${data.at}, while it could be cured until ${last}`);
  }
}

/** The suspension at that time, as it was proposed. */
function suspensionBefore(events: readonly Recorded[], version: number): Recorded | undefined {
  const turned = events.findLast((event) => event.version < version && ['AgreementSuspended', 'AgreementResumed'].includes(event.type));
  if (turned?.type !== 'AgreementSuspended') return undefined;
  return events.find(({ type, data }) => type === 'MeasureProposed' && data.measure === turned.data.measure);
}
