import type { Instant } from '@junkan/kit/pure/dates.ts';
import type { TurnChanged } from '@junkan/proto/junkan/programme/v1/facts.ts';
import { recordOf } from '../declaration/obligation.ts';
import type { Existing as Signatory, SignatoryId } from '../declaration/signatory.ts';

// What was handed in, returned or accepted, as the ladder of the signatory has to know it.

/** `version`: of the event in its stream that says so; `members`: the other signatories for which it counts, too. */
export type Turn = {
  readonly obligation: string;
  readonly fact: TurnChanged['fact'];
  readonly at: Instant;
  readonly version: number;
  readonly members?: readonly SignatoryId[];
};
export type Handed = { readonly stream: string; readonly turns: readonly Turn[] };
export type PendingTurn = {
  readonly obligation: string;
  readonly fact: TurnChanged['fact'];
  readonly at: Instant;
  readonly source: string;
};

/** The turns that the signatory has not recorded, in the order in which they happened. */
export const pendingTurns = ({ recorded }: Pick<Signatory, 'recorded'>, handed: readonly Handed[]): PendingTurn[] =>
  handed
    .flatMap(({ stream, turns }) => turns.map(({ version, members: _, ...turn }) => ({ ...turn, source: `${stream}@${version}`, version })))
    .filter(({ obligation, source }) => !recordOf(recorded, obligation).turns.some((each) => each.source === source))
    .toSorted((a, b) => (a.at === b.at ? a.version - b.version : a.at < b.at ? -1 : 1))
    .map(({ version: _, ...turn }) => turn);
