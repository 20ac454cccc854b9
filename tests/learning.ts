import type { Schemas } from '@junkan/client/operations.ts';
import { type Api, auditor, nameOf, officerOf, secretary, trainerOf } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { type Actors, first } from './actors.ts';
import type { Http, Someone } from './http.ts';
import { passedTo } from './joined-city.ts';

// A training that is offered, and sessions of it with a trainer from a partner.

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** How long before a session begins it is asked for here, where nothing is said. */
const AHEAD_DAYS = 40;

export const TRAINING = {
  course: 'TR-04',
  title: 'Measure it: boundary, method, baseline',
  description: 'How a city bounds, measures and reports what flows.',
  dimensions: ['data'],
  fromLevel: 1,
  toLevel: 3,
  theme: 'circular-economy',
  hours: 6,
  attendancePercent: 80,
  exercise: 'The exercise is passed',
  languages: ['en'],
  materials: [],
  validMonths: 36,
} as const;

export const trainingOf = async (api: Api): Promise<string> => {
  const { id } = await api.as(secretary).draftTraining({}, { content: TRAINING });
  await api.as(secretary).offerTraining({ id });
  return id;
};

type Wanted = { readonly seats: number; readonly from?: string; readonly keepsSeats?: boolean; readonly aheadDays?: number };

/** Six hours on one day. `from`: from when it is counted; today where it is not said. */
export function planFrom(from: string, { seats, keepsSeats = false, aheadDays = AHEAD_DAYS }: Wanted) {
  const begins = Date.parse(from) + aheadDays * DAY_MS;
  const meeting = { from: new Date(begins).toISOString(), to: new Date(begins + 6 * HOUR_MS).toISOString() };
  return { meetings: [meeting], mode: 'online', where: '', language: 'en', seats, enrolsFrom: from, keepsSeats } as const;
}

/** A session for which one may enrol. */
export async function sessionOf(api: Api, actors: Pick<Actors, 'partner'>, wanted: Wanted) {
  const [training, partner] = [await trainingOf(api), await actors.partner()];
  const person = trainerOf(partner);
  // Who has acted for an organisation belongs to it.
  await api.as(person).muteNotices({}, { kinds: ['match'], projects: [] });
  const plan = planFrom(wanted.from ?? (await settled(api)).now, wanted);
  const trainer = nameOf(person);
  const { id } = await api.as(secretary).scheduleSession({}, { training, plan, trainer });
  await settled(api);
  return { id, training, plan, trainer, partner };
}

/** A session that was held: of two persons of a city the first has passed, and the second was not there long enough. */
export async function heldSession(
  api: Api,
  actors: Pick<Actors, 'partner' | 'city'>,
  web: Http,
  { proposes = true, aheadDays = AHEAD_DAYS } = {},
) {
  const { id: session, plan, trainer: name, partner } = await sessionOf(api, actors, { seats: 2, aheadDays });
  const city = await actors.city();
  const holders = ['hana', 'ken'].map((each): Someone => ({ person: `${city}/${each}`, organisation: city, roles: ['proposer.officer'] }));
  for (const each of holders) await web.ask(each, 'enrol', { id: session });
  await passedTo(api, new Date(Date.parse(first(plan.meetings).to) + HOUR_MS).toISOString());
  await settled(api);
  const [hana, ken] = holders.map(({ person }) => person) as [string, string];
  const attendance = [
    { person: hana, hours: 6, passed: true },
    { person: ken, hours: 3, passed: true },
  ];
  const by = api.as(trainerOf(partner));
  await by.recordAttendance({ id: session }, { attendance });
  const trainer: Someone = { person: name, organisation: partner, roles: ['programme.trainer'] };
  const proposed = { session, holders, trainer, city, certificates: [] as readonly Schemas['Certificate'][] };
  if (!proposes) return proposed;
  await by.proposeCertificates({ id: session }, { holders: [hana] });
  await settled(api);
  return { ...proposed, certificates: (await api.as(auditor).listCertificates({ session })).certificates };
}

/** What an officer of a city does, who is no trial person. */
export const officerIn = (city: string): Someone => ({ person: nameOf(officerOf(city)), organisation: city, roles: ['proposer.officer'] });
