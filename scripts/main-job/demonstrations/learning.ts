import { readFileSync } from 'node:fs';
import type { BodyOf } from '@junkan/client/operations.ts';
import { type Acting, type Api, auditor, nameOf, type Person, secretary, sendingAs, trainerOf } from '../api.ts';
import { settled } from '../clock.ts';
import { inParallel } from '../in-parallel.ts';
import type { LearningSummary } from '../summary.ts';
import type { DemoParties } from './demo-parties.ts';
import type { Time } from './time.ts';

type Content = BodyOf<'draftTraining'>['content'];
type Skeleton = Omit<Content, 'description' | 'languages' | 'materials' | 'validMonths'>;

/** The catalogue of trainings: what each helps in, from level to level, and who passes. */
const CATALOGUE: readonly Skeleton[] = JSON.parse(readFileSync(new URL('../data/trainings.json', import.meta.url), 'utf8'));
/** The one of which a session is held. */
const HELD = 'TR-04';

const CITIES = [
  { name: 'Pho Xanh', country: 'VN' },
  { name: 'Nodi Para', country: 'BD' },
  { name: 'Hima Nagar', country: 'IN' },
] as const;
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const AHEAD_DAYS = 40;
const MEETINGS = 3;
const MEETING_HOURS = 6;
const [SEATS, ASKING, PASSING] = [20, 23, 18];
const ANSWERING = 12;
/** Less than who passes has to attend. */
const TOO_FEW_HOURS = 9;
const MISTYPED = '7K3M-9QX2-TVB0';

type Parts = { readonly api: Api; readonly time: Time; readonly demoParties: DemoParties };

/**
 * Twenty trainings are offered, and one is held: twenty-three people of four cities ask for twenty seats, one gives the own seat up and the first who waits takes
 * it, eighteen pass, and each has a certificate that the trainer proposes and another person issues.
 */
export async function teach({ api, time, demoParties: { city, partner, edition } }: Parts): Promise<LearningSummary> {
  let step = 0;
  const steps = sendingAs(api, () => {
    step += 1;
    return { key: `learning${edition}:${step}`, correlationId: 'demonstration:learning' };
  });
  const officer = steps.as(secretary);
  const training = await catalogued(officer);
  const trainer = steps.as(trainerOf(partner));
  // Who has acted for an organisation belongs to it.
  await trainer.muteNotices({}, { kinds: ['match'], projects: [] });
  const { id, until } = await scheduled(officer, { training, trainer: nameOf(trainerOf(partner)) });
  const cities = [city];
  for (const { name, country } of CITIES)
    cities.push((await officer.registerProposer({}, { name: `${name} ${edition}`.trim(), kind: 'city', countries: [country] })).id);
  const persons = cities.flatMap(peopleOf).slice(0, ASKING);
  for (const person of persons) await steps.as(person).enrol({ id });
  await steps.as(persons[0] as Person).cancelEnrolment({ id });
  await steps.as(persons[SEATS] as Person).takeSeat({ id });
  await time.until(async ({ now }) => now >= until && isOver((await officer.getTrainingSession({ id })).status));
  await certified({ id, trainer, officer });
  await time.until(async () => (await proposedOf(api, id)).length === PASSING);
  for (const { id: certificate } of await proposedOf(api, id)) await officer.issueCertificate({ id: certificate });
  const { enrolments = [] } = await officer.getTrainingSession({ id });
  const attended = persons.filter((person) => enrolments.some((each) => each.person === nameOf(person) && each.status === 'attended'));
  for (const [at, person] of attended.slice(0, ANSWERING).entries()) {
    // How many steps there were before differs the second time.
    const own = { key: `learning${edition}:feedback:${nameOf(person)}`, correlationId: 'demonstration:learning' };
    await sendingAs(api, () => own)
      .as(person)
      .giveFeedback({ id }, feedbackOf(at));
  }
  await settled(api);
  return summaryOf(api.as(auditor), id);
}

const isOver = (status: string): boolean => status === 'held' || status === 'closed';

/** Drafts and offers all of them: each is begun in its order, so that its key is the same another time. @returns the one that is held. */
async function catalogued(officer: Acting): Promise<string> {
  const drafted = await inParallel(CATALOGUE, (skeleton) =>
    officer.draftTraining({}, { content: { ...skeleton, description: skeleton.title, languages: ['en'], materials: [], validMonths: 36 } }),
  );
  await inParallel(drafted, ({ id }) => officer.offerTraining({ id }));
  return drafted[CATALOGUE.findIndex(({ course }) => course === HELD)]?.id ?? '';
}

async function scheduled(officer: Acting, { training, trainer }: { readonly training: string; readonly trainer: string }) {
  const { entries } = await officer.getTrainingTimeline({ id: training });
  const from = entries.map(({ at }) => at).toSorted()[0] ?? '';
  const meetings = Array.from({ length: MEETINGS }, (_, day) => {
    const begins = Date.parse(from) + (AHEAD_DAYS + day) * DAY_MS;
    return { from: new Date(begins).toISOString(), to: new Date(begins + MEETING_HOURS * HOUR_MS).toISOString() };
  });
  const plan = { meetings, mode: 'online', where: '', language: 'en', seats: SEATS, enrolsFrom: from, keepsSeats: true } as const;
  const { id } = await officer.scheduleSession({}, { trainer, plan, training });
  return { id, until: meetings.at(-1)?.to ?? '' };
}

const peopleOf = (organisation: string): Person[] =>
  (['proposer.officer', 'proposer.certifier'] as const).flatMap((role) => [
    { organisation, role },
    { organisation, role, second: true },
    { organisation, role, third: true },
  ]);

type Certifying = { readonly id: string; readonly trainer: Acting; readonly officer: Acting };

/** Of all who had a seat two were there too seldom. */
async function certified({ id, trainer, officer }: Certifying): Promise<void> {
  const { enrolments = [], hours, status } = await officer.getTrainingSession({ id });
  if (status === 'closed') return;
  const seated = enrolments.filter((each) => ['confirmed', 'attended', 'absent'].includes(each.status)).map(({ person }) => person);
  const attendance = seated.map((person, at) => ({ person, hours: at < PASSING ? hours - 1 : TOO_FEW_HOURS, passed: true }));
  await trainer.recordAttendance({ id }, { attendance });
  await trainer.proposeCertificates({ id }, { holders: seated.slice(0, PASSING) });
}

/** One in four is not quite content, and with the materials one in two. */
const feedbackOf = (at: number): BodyOf<'giveFeedback'> => ({
  aimsMet: at % 4 === 0 ? 'largely' : 'fully',
  ofUse: at % 4 === 0 ? 'partly' : 'fully',
  wellTaught: 'fully',
  goodMaterial: at % 2 === 0 ? 'partly' : 'largely',
  recommended: at % 4 === 0 ? 'largely' : 'fully',
});

const proposedOf = async (api: Api, session: string) => (await api.as(auditor).listCertificates({ session, limit: 50 })).certificates;

async function summaryOf(as: Acting, id: string): Promise<LearningSummary> {
  const { enrolments = [], plan, hours, confirmed, status, title } = await as.getTrainingSession({ id });
  const { certificates } = await as.listCertificates({ session: id, limit: 50 });
  const issued = certificates.filter((each) => each.status === 'issued');
  const refused = await as.checkCertificate({ code: MISTYPED }).then(
    () => 'good',
    ({ problem }: { readonly problem?: { readonly type: string } }) => problem?.type ?? '',
  );
  const { standing } = await as.checkCertificate({ code: issued[0]?.code ?? '' });
  return {
    session: title,
    status,
    seats: plan.seats,
    asked: enrolments.length,
    confirmed,
    gaveUp: enrolments.filter((each) => each.status === 'cancelled').length,
    waitedInVain: enrolments.filter((each) => each.status === 'declined').length,
    passed: enrolments.filter((each) => each.hours * 100 >= 80 * hours).length,
    certificates: issued.length,
    checked: standing,
    mistyped: refused,
  };
}
