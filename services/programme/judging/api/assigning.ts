import highs from 'highs';
import {
  allowed,
  isOfOwnCountry,
  type Judging,
  MAX_BALLOTS,
  MIN_BALLOTS,
  type ToAssign,
  type Unassignable,
  unassignable,
} from '../assignment.ts';
import { linked } from '../ranking.ts';

// It is a module of another kind than its types say.
const load = highs as unknown as typeof highs.default;

type Answer = { readonly ok: true; readonly judging: readonly Judging[] } | { readonly ok: false; readonly refusal: Unassignable };

/** First nobody of the own country, then the fewest ballots, then the most even load. */
const WEIGHTS = { ownCountry: 100_000, ballot: 100, most: 1, least: -1 };
/** A bridge is asked for wherever the solution falls apart: so often at most. */
const MAX_BRIDGES = 60;

type Pair = Judging & { readonly name: string; readonly isHome: boolean };

/** Works out who judges what, as a mixed integer linear program. */
export async function assign(asked: ToAssign): Promise<Answer> {
  const refusal = unassignable(asked);
  if (refusal) return { ok: false, refusal };
  const pairs = allowed(asked).map((pair, index): Pair => ({ ...pair, name: `x${index}`, isHome: isOfOwnCountry(asked, pair) }));
  const { solve } = await load();
  const bridges: string[][] = [];
  for (;;) {
    const solution = solve(programOf(asked, pairs, bridges));
    if (solution.Status !== 'Optimal')
      return { ok: false, refusal: { type: 'JurorsAreTooFew', nominations: asked.nominations.map(({ id }) => id) } };
    const { Columns: columns } = solution;
    const judging = pairs.filter(({ name }) => (columns[name] as { readonly Primal?: number } | undefined)?.Primal === 1);
    const groups = linked(judging);
    const [first = []] = groups;
    if (groups.length <= 1) return { ok: true, judging: judging.map(({ juror, nomination }) => ({ juror, nomination })) };
    if (bridges.length === MAX_BRIDGES) return { ok: false, refusal: { type: 'ScoresAreNotComparable', groups } };
    bridges.push(first);
  }
}

/** In the LP format. Each bridge: of these nominations and of the others somebody judges one each. */
function programOf({ nominations, jurors }: ToAssign, pairs: readonly Pair[], bridges: readonly (readonly string[])[]): string {
  const sum = (some: readonly Pair[]): string => some.map(({ name }) => name).join(' + ');
  const loads = jurors.flatMap(({ person }) => {
    const own = pairs.filter(({ juror }) => juror === person);
    const all = sum(own);
    return own.length === 0 ? [] : [`${all} <= ${MAX_BALLOTS}`, `${all} - most <= 0`, `${all} - least >= 0`];
  });
  const links = bridges.flatMap((group, bridge) => {
    const across = jurors.flatMap(({ person }, index) => {
      const own = pairs.filter(({ juror }) => juror === person);
      const [inside, outside] = [
        own.filter(({ nomination }) => group.includes(nomination)),
        own.filter(({ nomination }) => !group.includes(nomination)),
      ];
      const name = `z${bridge}_${index}`;
      return inside.length === 0 || outside.length === 0 ? [] : [{ name, inside, outside }];
    });
    return [
      `${across.map(({ name }) => name).join(' + ')} >= 1`,
      ...across.flatMap(({ name, inside, outside }) => [`${sum(inside)} - ${name} >= 0`, `${sum(outside)} - ${name} >= 0`]),
    ];
  });
  const bridging = bridges
    .flatMap((_, bridge) => jurors.map((__, index) => `z${bridge}_${index}`))
    .filter((name) => links.some((line) => line.includes(`${name} `)));
  const enough = nominations.map(({ id }) => `${sum(pairs.filter(({ nomination }) => nomination === id))} >= ${MIN_BALLOTS}`);
  const costs = pairs.map(({ name, isHome }) => `${WEIGHTS.ballot + (isHome ? WEIGHTS.ownCountry : 0)} ${name}`);
  return [
    'Minimize',
    ` cost: ${costs.join(' + ')} + ${WEIGHTS.most} most - ${-WEIGHTS.least} least`,
    'Subject To',
    ...[...enough, ...loads, ...links].map((line, index) => ` c${index}: ${line}`),
    'Bounds',
    ` 0 <= most <= ${MAX_BALLOTS}`,
    ` 0 <= least <= ${MAX_BALLOTS}`,
    'Binary',
    ` ${[...pairs.map(({ name }) => name), ...bridging].join(' ')}`,
    'End',
  ].join('\n');
}
