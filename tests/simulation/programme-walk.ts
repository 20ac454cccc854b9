import { ApiProblem } from '@junkan/client/problem.ts';
import { type Api, approver, certifierOf, officerOf, type Person, secretary } from '@junkan/scripts/main-job/api.ts';
import { advance, settled } from '@junkan/scripts/main-job/clock.ts';
import { actorsOf, first } from '../actors.ts';
import { type Award, awarding, CATEGORY, dayFrom, marks } from '../awarding.ts';
import type { Tally } from '../model/tally.ts';
import { goalIn, PRACTICE } from '../peers.ts';
import type { Rng } from '../rng.ts';
import { fileOf, TOKYO } from '../signatory.ts';
import { verifiedOf } from '../verified-result.ts';

// A walk through what cities learn from each other and are awarded for: any act by anybody who could do it, whenever. What comes of it is
// held against the facts of it (shown-figures.ts), and against the invariants.

const CITIES = 3;
const PROVED = 2;
const JURORS = 4;
/** Mostly what is proved. */
const CODES = [PRACTICE, PRACTICE, 'recover-collect', 'reuse-secondhand'] as const;
const THEMES = ['composting', 'reuse', 'repair'] as const;
const LANGUAGES = ['en', 'ja', 'id'] as const;
const YEARS = ['2023', '2024', '2025'] as const;

export type ProgrammeWorld = {
  readonly award: Award;
  readonly actions: { readonly id: string; readonly city: string }[];
  readonly exchanges: { readonly id: string; readonly seeker: string; readonly provider: string }[];
  readonly nominations: { readonly id: string; readonly city: string }[];
};

/** Cities that have signed, some of which have proved what others plan, and an open award with its jury. */
export async function programmeWorld(api: Api, rng: Rng): Promise<ProgrammeWorld> {
  const own: string[] = [];
  while (own.length < CITIES) own.push(await actorsOf(api).city());
  for (const city of own.slice(0, PROVED)) await verifiedOf(api, city);
  const award = await awarding(api, { cities: CITIES, own, jurors: JURORS });
  const actions: ProgrammeWorld['actions'] = [];
  for (const city of own)
    for (const { id } of (await api.as(officerOf(city)).listActions({ city })).actions) {
      await api.as(officerOf(city)).tagAction({ id }, { tags: { fiveR: 'recover', code: PRACTICE } });
      actions.push({ id, city });
    }
  const world = { award, actions, exchanges: [], nominations: [] };
  const begun = [OF_CITIES.terms, OF_CITIES.plan, OF_CITIES.assessment, nominates];
  for (const city of own) for (const act of begun) await act({ api, rng, world }, city);
  return world;
}

type Asking = { readonly api: Api; readonly rng: Rng; readonly world: ProgrammeWorld };
/** `undefined`: there was nothing to do it with. */
type Act = (asking: Asking) => Promise<unknown> | undefined;

const some = <Item>(rng: Rng, items: readonly Item[]): Item[] => items.filter(() => rng.is(70));
const oneOf = <Item>(rng: Rng, items: readonly Item[]): Item | undefined => (items.length > 0 ? rng.of(items) : undefined);
const today = async (api: Api): Promise<string> => (await settled(api)).now.slice(0, 10);

type OfCity = (asking: Asking, city: string) => Promise<unknown>;
const OF_CITIES = {
  terms: ({ api, rng }, city) => saysOfItself(api, city, rng),
  async assessment({ api, rng, world: { award } }, city) {
    const signatory = award.signatories[award.cities.indexOf(city)] ?? '';
    const officer = api.as(officerOf(city));
    const { id, edition: corrects } = first((await officer.listAssessments({ signatory })).assessments);
    const edition = corrects + 1;
    await officer.correctAssessment({ id }, { corrects, note: `It was seen otherwise after ${corrects}.` });
    const evidence = [(await fileOf(officer)).hash];
    for (const dimension of some(rng, first((await officer.getAssessment({ id })).editions).dimensions).slice(0, 3))
      await officer.answerDimension(
        { id },
        {
          edition,
          dimension,
          known: 'level',
          level: rng.upTo(5) - 1,
          evidence,
          addresses: [],
          target: 4,
          targetYear: 2035,
          reason: 'It was measured.',
        },
      );
    return api.as(certifierOf(city)).signOffAssessment({ id }, { edition });
  },
  async plan({ api, rng, world }, city) {
    const content = { title: 'What is done next', themes: some(rng, THEMES) };
    const tags = { fiveR: 'recover', code: rng.of(CODES) } as const;
    const { id } = await api.as(officerOf(city)).planAction({}, { place: TOKYO, content, tags });
    return world.actions.push({ id, city });
  },
} satisfies Record<string, OfCity>;

const ofAction =
  (act: (officer: ReturnType<Api['as']>, id: string, rng: Rng) => Promise<unknown>): Act =>
  ({ api, rng, world }) => {
    const { id, city } = rng.of(world.actions);
    return act(api.as(officerOf(city)), id, rng);
  };
const OF_ACTIONS: Readonly<Record<string, Act>> = {
  tag: ofAction((officer, id, rng) => officer.tagAction({ id }, { tags: { fiveR: 'recover', code: rng.of(CODES) } })),
  start: ofAction((officer, id) => officer.startAction({ id })),
  tell: ofAction((officer, id, rng) => {
    const year = rng.of(YEARS);
    const told = { indicator: 'items-repaired', from: `${year}-01-01`, to: `${year}-12-31`, value: `${rng.upTo(900)}` } as const;
    return officer.recordResult({ id }, told);
  }),
};

const saysOfItself = (api: Api, city: string, rng: Rng) =>
  api
    .as(officerOf(city))
    .setPeerTerms({}, { open: rng.is(85), capacity: rng.upTo(2), languages: some(rng, LANGUAGES), interpreter: rng.is(30) });

/** Of an exchange that there is: the provider, or either of the two. */
const ofExchange =
  (act: (asking: Asking, of: { id: string; seeker: string; provider: string; either: ReturnType<Api['as']> }) => Promise<unknown>): Act =>
  (asking) => {
    const { api, rng, world } = asking;
    const found = oneOf(rng, world.exchanges.slice(-3));
    return found && act(asking, { ...found, either: api.as(officerOf(rng.of([found.seeker, found.provider]))) });
  };

const OF_EXCHANGES: Readonly<Record<string, Act>> = {
  async invitation({ api, rng, world }) {
    const seeker = rng.of(world.award.cities);
    const { fit } = await api.as(officerOf(seeker)).findPeers({ id: seeker });
    const provider = rng.is(80) ? oneOf(rng, fit)?.peer.city : rng.of(world.award.cities);
    if (!provider) return undefined;
    const { id } = await api
      .as(officerOf(seeker))
      .inviteToExchange({}, { provider, goals: await goalIn(api), travel: 'seeker', note: 'We would like to come.' });
    return world.exchanges.push({ id, seeker, provider });
  },
  acceptance: ofExchange(({ api }, { id, provider }) => api.as(officerOf(provider)).acceptExchange({ id })),
  declining: ofExchange(async ({ api, rng }, { id, provider }) =>
    rng.is(40) ? api.as(officerOf(provider)).declineExchange({ id }, { note: 'Not this year.' }) : undefined,
  ),
  visit: ofExchange(async ({ api }, { id, either }) => either.recordVisit({ id }, { form: 'call', on: await today(api), note: 'We met.' })),
  conclusion: ofExchange((_, { id, either }) => either.concludeExchange({ id }, { note: 'It is done.', public: true })),
  end: ofExchange(async ({ rng }, { id, either }) => (rng.is(20) ? either.stopExchange({ id }, { note: 'We stop.' }) : undefined)),
};

/** One after the other, whatever becomes of each. */
async function each<Item>(items: readonly Item[], act: (item: Item) => Promise<unknown>): Promise<true | undefined> {
  let isAny: true | undefined;
  for (const item of items) if (await isDone(act(item))) isAny = true;
  return isAny;
}
const ofNominations =
  (act: (asking: Asking, of: ProgrammeWorld['nominations'][number]) => Promise<unknown>): Act =>
  (asking) =>
    each(asking.world.nominations, (of) => act(asking, of));
/** Of all nominations that are judged. */
const ofJurors =
  (act: (asking: Asking, who: Person, nominations: string[]) => Promise<unknown>): Act =>
  (asking) =>
    each(asking.world.award.jury, async (who) => {
      const { ballots } = await asking.api.as(who).readOwnBallot({ id: asking.world.award.id });
      const all = ballots.flatMap(({ nominations }) => nominations.map(({ nomination }) => nomination));
      return all.length > 0 ? act(asking, who, all) : undefined;
    });

async function nominates({ api, rng, world }: Asking, city: string): Promise<unknown> {
  const actions = some(
    rng,
    world.actions.filter((each) => each.city === city),
  ).map(({ id }) => id);
  const said = { title: 'What we began', note: 'We began.', actions };
  const { id } = await api.as(officerOf(city)).nominate({}, { cycle: world.award.id, category: CATEGORY, city, ...said });
  return world.nominations.some((each) => each.id === id) || world.nominations.push({ id, city });
}

const OF_AWARDS: Readonly<Record<string, Act>> = {
  nomination: (asking) => nominates(asking, asking.rng.of(asking.world.award.cities)),
  'sign-off': ofNominations(({ api }, { id, city }) => api.as(certifierOf(city)).signOffNomination({ id })),
  screening: ofNominations(({ api }, { id }) => api.as(secretary).screenNomination({ id }, { reasons: [] })),
  interests: ofJurors(async ({ api, rng, world: { award } }, who, all) => {
    if (rng.is(10)) return undefined;
    const interested = all.filter(() => rng.is(8));
    return api.as(who).declareAwardInterests({ id: award.id }, { category: CATEGORY, answered: all, interested });
  }),
  assignment: ({ api, world }) => api.as(secretary).assignBallots({ id: world.award.id }),
  ballot: ofJurors(({ api, rng, world: { award } }, who, all) =>
    each(some(rng, all), (nomination) =>
      api.as(who).sealBallot({ id: award.id, nomination }, { marks: marks(rng.upTo(6) - 1, rng.upTo(6) - 1) }),
    ),
  ),
  vote: ({ api, rng, world }) => {
    const order = world.nominations.map(({ id }) => id);
    const body = rng.is(50) ? { order: order.toReversed(), note: 'It reaches more people.' } : { order: [] };
    return api.as(rng.of(world.award.jury)).voteOnOutcome({ id: world.award.id }, { category: CATEGORY, ...body });
  },
  outcome: ({ api, world }) => api.as(secretary).decideOutcome({ id: world.award.id }, { category: CATEGORY }),
  announcement: ({ api, world }) => api.as(approver).announceOutcome({ id: world.award.id }),
};

/** What leads on, by the part of the walk: nominations, judging, and what is decided. */
const STAGES: readonly (readonly string[])[] = [
  ['nomination', 'sign-off'],
  ['screening', 'interests', 'assignment', 'ballot', 'ballot', 'vote'],
  ['outcome', 'announcement'],
];
const byCities = Object.entries<OfCity>(OF_CITIES).map(([name, act]): [string, Act] => [
  name,
  (asking) => act(asking, asking.rng.of(asking.world.award.cities)),
]);
const ACTS: Readonly<Record<string, Act>> = { ...Object.fromEntries(byCities), ...OF_ACTIONS, ...OF_EXCHANGES, ...OF_AWARDS };

/** How often each act was done, which were done at all, and how often any was refused. */
export type ProgrammeTally = Pick<Tally, 'steps' | 'taken' | 'reached'> & { readonly refused: number };
export const EVERY_ACT = Object.keys(ACTS);

/** @throws where an answer is neither done nor a refusal that the caller can mend. */
export async function programmeWalk(
  asking: Asking,
  steps: number,
  after: (steps: number) => Promise<void> = async () => {},
): Promise<ProgrammeTally> {
  const { api, rng, world } = asking;
  const taken: Record<string, number> = {};
  let refused = 0;
  for (let step = 1; step <= steps; step += 1) {
    const stage = Math.min(Math.floor((step * STAGES.length) / (steps + 1)), STAGES.length - 1);
    const name = rng.of(rng.is(50) ? (STAGES[stage] ?? []) : Object.keys(rng.is(50) ? OF_EXCHANGES : ACTS));
    if (await isDone(ACTS[name]?.(asking))) taken[name] = (taken[name] ?? 0) + 1;
    else refused += 1;
    if (rng.is(2)) await passed(api);
    if (Math.floor(((step + 1) * STAGES.length) / (steps + 1)) > stage) await passedStage(api, world, stage);
    await after(step);
  }
  // From what is said now, time is the same for those who read the record as for those who ask.
  for (const city of world.award.cities) await saysOfItself(api, city, rng);
  return { steps, taken, reached: Object.keys(taken).toSorted(), refused };
}

async function isDone(act: Promise<unknown> | undefined): Promise<boolean> {
  if (!act) return false;
  try {
    return (await act) !== undefined;
  } catch (error) {
    if (error instanceof ApiProblem && error.problem.status < 500) return false;
    throw error;
  }
}

/** To the next deadline, or deadline by deadline to an instant. */
async function passed(api: Api, until?: string): Promise<void> {
  for (;;) {
    const { now, earliestDeadline } = await settled(api);
    const to = [earliestDeadline, until].filter((each) => each !== undefined && each !== '').toSorted()[0];
    if (!to || (until !== undefined && now >= until)) return;
    // A fault that comes after the clock was asked has something under way again.
    if ((await isDone(advance(api, to))) && until === undefined) return;
  }
}

/** The call, or judging, is over. */
async function passedStage(api: Api, { award: { closesOn, judgingUntil } }: ProgrammeWorld, stage: number): Promise<void> {
  const day = [closesOn, judgingUntil][stage];
  if (day) await passed(api, `${dayFrom(`${day}T00:00:00Z`, 1)}T03:00:00.000Z`);
}
