import { type Recorded, type Stored, streamsOf } from './facts.ts';

/** What was recorded of actions and their results, as plain facts: what an independent computation of the figures reads, one JSON object a line. */
export type RollupFact = Readonly<Record<string, unknown>> & { readonly fact: string };

// biome-ignore lint/suspicious/noExplicitAny: read as stored
type Data = any;
type Action = { readonly id: string; readonly events: readonly Recorded[]; readonly opening: Data; readonly tags: Data };

export function rollupFacts({ programme }: Pick<Stored, 'programme'>): RollupFact[] {
  const actions = streamsOf(programme, 'act').map(
    ([id, events]): Action => ({ id, events, opening: events[0]?.data ?? {}, tags: tagsOf(events) }),
  );
  const results = actions.flatMap(resultsOf);
  const readings = new Map(results.map(({ measured }) => [measured.indicator, measured]));
  return [
    ...[...readings].map(([code, { overTime, overPlaces }]) => ({ fact: 'indicator', code, over_time: overTime, over_places: overPlaces })),
    ...citiesOf(actions),
    ...groupsOf(actions),
    ...actions.flatMap(moneyOf),
    ...actions.map(actionFact),
    ...results.map(({ fact }) => fact),
  ];
}

const tagsOf = (events: readonly Recorded[]): Data => events.findLast(({ data }) => data.tags !== undefined)?.data.tags ?? {};

const isProject = ({ opening }: Action): boolean => opening.project !== undefined;
const ownerOf = ({ opening }: Action): string => opening.city ?? opening.proposer;
const isAtCity = (action: Action): boolean => !isProject(action) || action.opening.atCity === true;
const countryOf = ({ opening }: Action): string => opening.country ?? opening.place?.country ?? '';
const placeOf = (action: Action): string => action.opening.group?.id ?? (isAtCity(action) ? ownerOf(action) : countryOf(action));
const membersOf = ({ opening }: Action): Data[] => opening.group?.members ?? [];

function citiesOf(actions: readonly Action[]): RollupFact[] {
  const cities = new Map<string, RollupFact>();
  for (const action of actions.filter((each) => isAtCity(each) && !each.opening.group)) {
    const id = ownerOf(action);
    const population = String(action.opening.place?.population ?? cities.get(id)?.['population'] ?? 0);
    cities.set(id, { fact: 'city', id, country: countryOf(action), population });
  }
  // As members of a group they have the population that its group recorded.
  for (const { city: id, country, population = 0 } of actions.flatMap(membersOf))
    cities.set(id, { fact: 'city', id, country, population: String(population) });
  return [...cities.values()];
}

const groupsOf = (actions: readonly Action[]): RollupFact[] => [
  ...new Map(
    actions
      .filter(({ opening }) => opening.group)
      .map((action) => [
        action.opening.group.id,
        { fact: 'group', id: action.opening.group.id, members: membersOf(action).map(({ city }) => city) },
      ]),
  ).values(),
];

const actionFact = (action: Action): RollupFact => {
  const { declaration = '', commitments = [], partOf } = action.tags;
  return {
    fact: 'action',
    id: action.id,
    city: ownerOf(action),
    commitments: commitments.map((code: string) => `${declaration}/${code}`),
    ...(isProject(action) ? { project: action.opening.project } : {}),
    ...(partOf ? { part_of: partOf } : {}),
  };
};

/** By the newest report of each milestone. */
function moneyOf({ events, opening }: Action): RollupFact[] {
  const verified = events.filter(({ type }) => type === 'ResultVerified').map(({ data }) => data);
  const newest = [...new Map(verified.map((data) => [data.number, data])).values()];
  const last = newest.at(-1)?.funding;
  if (!last) return [];
  const terms = ({ cost, target = '0', own = '0' }: Data) => ({ cost, target, own });
  return [
    { fact: 'project', id: opening.project, ...terms(last) },
    ...newest.flatMap(({ number, funding }: Data) =>
      (funding.cells ?? []).map(({ sponsor, amount }: Data) => ({
        fact: 'cell',
        project: opening.project,
        milestone: number,
        sponsor,
        amount,
        ...terms(funding),
      })),
    ),
  ];
}

type Told = { readonly measured: Data; readonly fact: RollupFact };

/** Every edition: which of them counts is for the reader to find. What a newer report of a milestone does not say any more is not available. */
function resultsOf(action: Action): Told[] {
  const periods = new Map<string, Data>();
  const before = new Map<string, Told[]>();
  return action.events.flatMap(({ type, data }): Told[] => {
    if (type === 'ResultRecorded') periods.set(data.entry, { from: data.from, to: data.to, indicator: data.measured.indicator });
    if (type === 'ResultRecorded' || type === 'ResultCorrected')
      return [told(action, data.entry, 'reported', { ...periods.get(data.entry), edition: data.edition ?? 1 }, data.measured)];
    if (type !== 'ResultVerified') return [];
    const source = `${action.opening.project}/${data.number}`;
    const period = { from: data.from, to: data.to, edition: data.report };
    const now = (data.measured ?? []).map((measured: Data) => told(action, source, 'verified', period, measured));
    const gone = (before.get(source) ?? []).map((each) =>
      told(action, source, 'verified', { ...each.fact, edition: data.report }, { ...each.measured, notAvailable: 'superseded' }),
    );
    before.set(source, now);
    const keys = new Set(now.map(keyOf));
    return [...gone.filter((each) => !keys.has(keyOf(each))), ...now];
  });
}

const keyOf = ({ fact }: Told): string => [fact['indicator'], fact['from'], fact['to']].join(' ');

function told(action: Action, source: string, certainty: string, { from, to, edition }: Data, measured: Data): Told {
  const { value, numerator, denominator, baseline, notAvailable, indicator } = measured;
  const said = notAvailable
    ? { not_available: true, because: notAvailable }
    : numerator
      ? { numerator, denominator }
      : { value: value ?? '0', ...(baseline ? { baseline } : {}) };
  return {
    measured,
    fact: { fact: 'result', action: action.id, source, indicator, place: placeOf(action), from, to, certainty, edition, ...said },
  };
}
