import type { Recorded, Stored } from './facts.ts';
import { streamsOf } from './facts.ts';
import type { JuryFact } from './jury-figures.ts';

/** What was recorded of a category of an award, as plain facts: of which award and category they are, each says. */
export type AwardFact = JuryFact & { readonly cycle: string; readonly category: string };

// biome-ignore lint/suspicious/noExplicitAny: read as stored
type Data = any;

/** Where ballots were struck, others do not take their places. */
const minimumOf = (struck: number) => ({ minimum_ballots: struck > 0 ? 1 : 3, minimum_raw: '60' });

/** Nothing is known of a category before its ballots are opened. */
export function juryFacts({ programme }: Pick<Stored, 'programme'>): AwardFact[] {
  return streamsOf(programme, 'cyc').flatMap(([cycle, events]) => {
    const categories = new Set(events.filter(({ type }) => type === 'OutcomeDecided').map(({ data }) => String(data.category)));
    return [...categories].flatMap((category) => factsIn(events, category).map((fact) => ({ ...fact, cycle, category })));
  });
}

/** As they were when the last outcome was decided, or all that there are. */
export function factsIn(events: readonly Recorded[], category: string): JuryFact[] {
  const of = (type: Recorded['type']): Data[] =>
    events.filter((event) => event.type === type && (event.data.category ?? category) === category).map(({ data }) => data);
  const outcome = of('OutcomeDecided').at(-1);
  const draft = of('AwardCycleDrafted')[0] ?? {};
  const eligible = (of('BallotsAssigned')[0]?.eligible ?? []).filter((each: Data) => each.category === category);
  const jurors = of('JurorAppointed').map(({ juror }) => String(juror));
  const answered = new Map(of('InterestsDeclared').map((data) => [String(data.person), data]));
  const silent = jurors.filter((juror) => !answered.has(juror));
  const preferred = Map.groupBy(
    (outcome?.votes ?? []).flatMap(({ order = [] }: Data) => order.slice(0, 1)),
    (nomination) => String(nomination),
  );
  return [
    { fact: 'rule', ...minimumOf(of('BallotStruck').length) },
    ...(draft.criteria ?? []).map((each: Data) => ({
      fact: 'criterion',
      code: each.code,
      weight_basis_points: each.weightBasisPoints,
      tie: each.tieOrder,
    })),
    ...eligible.map((each: Data) => ({ fact: 'nomination', id: each.nomination, verified_share: each.verifiedShare || '0' })),
    ...jurors.map((id) => ({ fact: 'juror', id })),
    ...silent.map((juror) => ({ fact: 'conflict', juror, nomination: eligible[0]?.nomination ?? '', bars: 'category' })),
    ...[...answered].flatMap(([juror, { declared = [], found = [] }]) => [
      ...declared.map((nomination: string) => ({ fact: 'conflict', juror, nomination, bars: 'nomination' })),
      ...found.map(({ nomination, bars }: Data) => ({ fact: 'conflict', juror, nomination, bars })),
    ]),
    ...(outcome?.ballots ?? []).flatMap(({ juror, nomination, marks = [] }: Data) =>
      marks.map(({ criterion, mark = 0 }: Data) => ({ fact: 'score', juror, nomination, criterion, value: mark })),
    ),
    ...of('BallotStruck').map(({ juror, nomination }) => ({ fact: 'struck', juror, ...(nomination ? { nomination } : {}) })),
    ...[...preferred].map(([nomination, { length }]) => ({ fact: 'preferred', nomination, votes: length })),
  ];
}
