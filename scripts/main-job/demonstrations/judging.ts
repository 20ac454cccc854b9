import type { BodyOf } from '@junkan/client/operations.ts';
import { type Acting, type Api, approver, certifierOf, jurorOf, nameOf, officerOf, type Person, secretary } from '../api.ts';
import type { AwardSummary } from '../summary.ts';
import type { City } from './signing.ts';
import type { Time } from './time.ts';

const CATEGORY = 'first-steps' as const;
export const CRITERIA: BodyOf<'draftAwardCycle'>['criteria'] = [
  {
    code: 'results',
    weightBasisPoints: 3000,
    tieOrder: 1,
    title: 'Results that are verified',
    meanings: [
      'no result, or none that anybody checked',
      'results told, no method',
      'results measured by a stated method',
      'part of the results verified by a third party',
      'most results verified, baseline and target stated',
      'all key results verified, lasting over two periods or more',
    ],
  },
  {
    code: 'depth',
    weightBasisPoints: 2000,
    tieOrder: 2,
    title: 'Circular depth',
    meanings: [
      'burning or landfill with another name',
      'recovery of energy or low-grade recycling',
      'recycling of one stream',
      'prevention or reuse of one stream',
      'prevention and reuse first, recycling for the rest',
      'changes how a product, service or district works',
    ],
  },
  {
    code: 'transfer',
    weightBasisPoints: 2000,
    tieOrder: 3,
    title: 'Others can do it',
    meanings: [
      'tied to one place or person',
      'described, but not how',
      'documented with costs and mistakes',
      'one other city has begun it',
      'several cities have begun it with help of the nominee',
      'adopted elsewhere, with results that are verified',
    ],
  },
  {
    code: 'inclusion',
    weightBasisPoints: 1500,
    tieOrder: 4,
    title: 'People gain fairly',
    meanings: [
      'harms some and does not say so',
      'not considered',
      'those concerned were asked',
      'those concerned took part, gains stated',
      'informal workers and women hold contracts and gain',
      'gains and losses are followed and made good',
    ],
  },
  {
    code: 'governance',
    weightBasisPoints: 1500,
    tieOrder: 5,
    title: 'Governance and money that last',
    meanings: [
      'one grant, one person',
      'a unit is named',
      'adopted by the council, with a budget',
      'several sources of money, risks handled',
      'running costs paid by savings or fees',
      'independent of any one sponsor, reviewed and mended',
    ],
  },
];

/** What is nominated, each by its own city, and how good jurors find it by each criterion. */
const NOMINATED = [
  { title: 'Composting halls that districts run', note: 'Two districts turn their kitchen waste into soil.', marks: [4, 4, 4, 4, 4] },
  { title: 'Repair days in every ward', note: 'Volunteers and the trades mend what would be thrown away.', marks: [5, 4, 4, 5, 4] },
  { title: 'Sorting at the source in twelve wards', note: 'Households sort into three bins.', marks: [3, 3, 3, 3, 3] },
  { title: 'A reuse shop beside the city hall', note: 'What people no longer need finds others.', marks: [4, 4, 3, 4, 3] },
] as const;
/** By how much a juror marks lower than the others. */
const STRICT = [0, 0, 0, 1, 1] as const;

const DAY_MS = 86_400_000;
/** Until then their projects have come to something. */
const BEGUN_DAYS = 600;
/** What the category asks for is over after three years. */
const LONGEST_DAYS = 1000;
const daysFrom = (now: string, days: number): string => new Date(Date.parse(now) + days * DAY_MS).toISOString().slice(0, 10);

export type Awarded = { readonly id: string; readonly nominations: readonly string[] };

type Parts = {
  readonly api: Api;
  readonly time: Time;
  readonly edition: string;
  readonly declaration: string;
  /** Four signatories, in the order of what they are nominated for. */
  readonly cities: readonly City[];
  readonly admittedOn: string;
};

/**
 * Four cities nominate themselves. Five jurors of partner organisations judge, each for another level of marks; a sixth works with a nominee and is barred.
 * The first is the same whichever juror is left out.
 */
export async function judge({ api, time, edition, declaration, cities, admittedOn }: Parts): Promise<Awarded | undefined> {
  const by = api.as;
  const key = (step: string) => ({ key: `award${edition}:${step}`, correlationId: 'demonstration:award' });
  const title = `Award for first steps ${edition}`.trim();
  const { now } = await time.until(async (clock) => clock.now.slice(0, 10) >= daysFrom(admittedOn, BEGUN_DAYS));
  const before = (await by(secretary).listAwards({ declaration })).awards.find((each) => each.title === title);
  // In data of an earlier version years have passed since the cities were admitted, and the category is not for them.
  if (!before && daysFrom(now, -LONGEST_DAYS) > admittedOn) return undefined;
  const [closesOn, judgingUntil] = before ? [before.closesOn, before.judgingUntil] : [daysFrom(now, 10), daysFrom(now, 40)];

  const jury = await juryOf(api, edition, cities);
  const drafted = {
    declaration,
    title,
    closesOn,
    judgingUntil,
    categories: [{ code: CATEGORY, title: 'First steps' }],
    criteria: CRITERIA,
  };
  const { id } = await by(secretary).draftAwardCycle({}, drafted, key('draft'));
  for (const juror of jury) {
    const appointed = { category: CATEGORY, person: nameOf(juror), organisation: juror.organisation };
    await by(approver).appointJuror({ id }, appointed, key(`appoint:${nameOf(juror)}`));
  }
  await by(secretary).openAwardCycle({ id }, {}, key('open'));

  const { nominations: known } = await by(secretary).listNominations({ cycle: id });
  const nominations: string[] = [];
  for (const [index, city] of cities.entries()) {
    const nomination =
      known.find((each) => each.city === city.id)?.id ??
      (await nominate(api, { cycle: id, city: city.id, ...(NOMINATED[index] ?? NOMINATED[0]) }, key));
    await by(certifierOf(city.id)).signOffNomination({ id: nomination }, {}, key(`sign-off:${city.id}`));
    nominations.push(nomination);
  }
  const isPast = (...statuses: readonly string[]) =>
    time.until(async () => !statuses.includes((await by(secretary).getAwardCycle({ id })).status));
  await isPast('open');
  for (const nomination of nominations)
    await by(secretary).screenNomination({ id: nomination }, { reasons: [] }, key(`screen:${nomination}`));
  for (const [index, juror] of jury.entries()) {
    // One has helped the first city with its halls, and says so.
    const interested = index === STRICT.length - 1 ? nominations.slice(0, 1) : [];
    const answered = { category: CATEGORY, answered: nominations, interested };
    await by(juror).declareAwardInterests({ id }, answered, key(`interests:${nameOf(juror)}`));
  }
  await by(secretary).assignBallots({ id }, {}, key('assign'));
  for (const [index, juror] of jury.slice(0, STRICT.length).entries()) await sealAll(api, { id, juror, index, nominations, key });
  await isPast('judging');
  await by(secretary).decideOutcome({ id }, { category: CATEGORY }, key('decide'));
  await by(approver).announceOutcome({ id }, {}, key('announce'));
  await time.until(async () => true);
  return { id, nominations };
}

type Key = (step: string) => { readonly key: string };
type Nominated = { readonly cycle: string; readonly city: string; readonly title: string; readonly note: string };

/** With the actions of the city that have a verified result. */
async function nominate(api: Api, { cycle, city, title, note }: Nominated, key: Key): Promise<string> {
  const found = await Array.fromAsync(api.as(secretary).each('listActions', { city }));
  const actions = found.filter(({ results }) => results.some(({ certainty }) => certainty === 'verified')).map(({ id }) => id);
  const said = { cycle, category: CATEGORY, city, title, note, actions };
  return (await api.as(officerOf(city)).nominate({}, said, key(`nominate:${city}`))).id;
}

/** Two persons each of two partner organisations and one of a third; and an officer of the last of the cities. */
async function juryOf(api: Api, edition: string, cities: readonly City[]): Promise<Person[]> {
  const organisations: string[] = [];
  for (const [index, named] of ['Research on reuse', 'Repair and trades', 'Friends of composting'].entries()) {
    const partner = { name: `${named} ${edition}`.trim(), kind: 'network', country: 'SG', themes: ['repair'] } as const;
    organisations.push((await api.as(secretary).registerPartner({}, partner, { key: `award${edition}:partner:${index}` })).id);
  }
  const [first = '', second = '', third = ''] = organisations;
  const jurors: Person[] = [first, second].flatMap((each): Person[] => [jurorOf(each), { ...jurorOf(each), second: true }]);
  return [...jurors, jurorOf(third), officerOf(cities.at(-1)?.id ?? '')];
}

type Sealing = {
  readonly id: string;
  readonly juror: Person;
  readonly index: number;
  readonly nominations: readonly string[];
  readonly key: Key;
};

/** All that are assigned to a juror; run again, it seals the same. */
async function sealAll(api: Api, { id, juror, index, nominations, key }: Sealing): Promise<void> {
  const as = api.as(juror);
  const { ballots } = await as.readOwnBallot({ id });
  for (const { nomination, state } of ballots.flatMap((each) => each.nominations)) {
    if (!['waiting', 'begun', 'sealed'].includes(state)) continue;
    const found = NOMINATED[nominations.indexOf(nomination)] ?? NOMINATED[0];
    const marks = CRITERIA.map(({ code }, at) => {
      const mark = (found.marks[at] ?? 0) - (STRICT[index] ?? 0);
      return { criterion: code, mark, ...(mark === 5 ? { note: 'Nobody else has come so far.' } : {}) };
    });
    await as.sealBallot({ id, nomination }, { marks }, key(`seal:${nameOf(juror)}:${nomination}`));
  }
  await as.voteOnOutcome({ id }, { category: CATEGORY, stands: true, order: [], note: '' }, key(`vote:${nameOf(juror)}`));
}

/** As everybody reads it. */
export async function awardSummary(as: Acting, { id, nominations }: Awarded): Promise<AwardSummary> {
  const { status, outcomes, jury } = await as.getPublicAwardCycle({ id });
  const [outcome] = outcomes;
  return {
    status,
    jurors: jury.length,
    barred: jury.filter(({ barred }) => barred).length,
    ballots: outcome?.ballots.length ?? 0,
    firm: outcome?.firm ?? false,
    order: (outcome?.order ?? []).map(({ nomination, place, points, mean, result = '' }) => ({
      title: NOMINATED[nominations.indexOf(nomination)]?.title ?? '',
      place,
      points,
      mean,
      result,
    })),
  };
}
