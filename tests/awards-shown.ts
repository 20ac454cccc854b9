import { type Api, approver, nameOf, officerOf, secretary } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { first } from './actors.ts';
import {
  type Award,
  announced,
  awarding,
  CATEGORY,
  CRITERIA,
  dayFrom,
  judgingBegun,
  judgingOver,
  marks,
  nominated,
  screened,
} from './awarding.ts';

/** How the nominations are, and how far a juror is above or below what is usual. */
const QUALITY = [
  [4, 4],
  [4, 3],
  [2, 3],
] as const;
const [MILD, STRICT] = [1, -1];
const onScale = (mark: number): number => Math.min(Math.max(mark, 0), 5);

/** Where the first was marked by the strict and not by the mild, and the second the other way round, the highest mean is not the first. */
async function sealedUnequally(api: Api, { id, jury }: Award, nominations: readonly string[]): Promise<void> {
  const own = await Promise.all(jury.map(async (juror) => ({ juror, ballots: (await api.as(juror).readOwnBallot({ id })).ballots })));
  const assigned = own.map(({ juror, ballots }) => ({
    juror,
    to: ballots.flatMap((each) => each.nominations.flatMap(({ nomination, state }) => (state === 'waiting' ? [nomination] : []))),
  }));
  const [mild, strict] = [0, 1].map((at) => assigned.findIndex(({ to }) => !to.includes(nominations[at] ?? '')));
  for (const [index, { juror, to }] of assigned.entries())
    for (const nomination of to) {
      const [results, depth] = QUALITY[nominations.indexOf(nomination)] ?? [3, 3];
      const shift = index === mild ? MILD : index === strict ? STRICT : 0;
      await api.as(juror).sealBallot({ id, nomination }, { marks: marks(onScale(results + shift), onScale(depth + shift)) });
    }
}

/** Another award of the same cities and jurors. */
async function anotherOf(api: Api, before: Award, title: string, [call, judging]: readonly [number, number]): Promise<Award> {
  const { now } = await settled(api);
  const [closesOn, judgingUntil] = [dayFrom(now, call), dayFrom(now, judging)];
  const categories = [{ code: CATEGORY, title: 'First steps' }] as const;
  const { declaration, jury } = before;
  const drafted = { declaration, title, closesOn, judgingUntil, categories: [...categories], criteria: CRITERIA };
  const { id } = await api.as(secretary).draftAwardCycle({}, drafted);
  for (const juror of jury)
    await api.as(approver).appointJuror({ id }, { category: CATEGORY, person: nameOf(juror), organisation: juror.organisation });
  await api.as(secretary).openAwardCycle({ id });
  await settled(api);
  return { ...before, id, closesOn, judgingUntil };
}

/** An award whose outcome is announced, one that is being judged, and one that takes nominations. */
export async function awardsShown(api: Api) {
  const own: string[] = [];
  for (const name of ['Bayan Luntian', 'Kota Melati', 'Surya Ganj'])
    own.push((await api.as(secretary).registerProposer({}, { name, kind: 'city', countries: ['JP'] })).id);
  const award = await awarding(api, { cities: own.length, jurors: 4, own });
  const nominations = await nominated(api, award);
  await screened(api, award, nominations);
  await judgingBegun(api, award, nominations);
  await sealedUnequally(api, award, nominations);
  await judgingOver(api, award);
  await announced(api, award);
  const judged = await anotherOf(api, award, 'Award of the coming year', [10, 300]);
  const waiting = await nominated(api, judged);
  await screened(api, judged, waiting);
  await judgingBegun(api, judged, waiting);
  const open = await anotherOf(api, award, 'Award of small beginnings', [280, 330]);
  const city = first(award.cities);
  const { id: begun } = await api
    .as(officerOf(city))
    .nominate({}, { cycle: open.id, category: CATEGORY, city, title: 'Sorting together', note: 'We began.', actions: [] });
  await settled(api);
  const juror = nameOf(first(award.jury)).split('/').slice(0, 2).join('/');
  return { award: award.id, awarded: first(nominations), judged: judged.id, open: open.id, begun, juror, awardedCity: city };
}
