import { type Api, certifierOf, officerOf, secretary } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { first, proposal, usd } from './actors.ts';
import { dayFrom } from './awarding.ts';
import {
  ANSWERS,
  answersScreened,
  type Calling,
  calling,
  contentOf,
  ofSecretariat,
  reviewingBegun,
  reviewingOver,
  reviewsSealed,
} from './calling.ts';

type Entrant = { readonly city: string; readonly title: string };

async function handedIn(api: Api, { city, title }: Entrant): Promise<string> {
  const { id } = await api.as(officerOf(city)).draftProject({}, { proposer: city, proposal: { ...proposal(), title } });
  await api.as(officerOf(city)).submitProject({ id });
  return id;
}

async function begun(api: Api, { id: call }: Calling, entrant: Entrant): Promise<string> {
  const project = await handedIn(api, entrant);
  const said = { call, project, amount: usd('800.00'), answers: [...(ANSWERS ?? [])] };
  return (await api.as(officerOf(entrant.city)).answerCall({}, said)).id;
}

async function entered(api: Api, call: Calling, entrants: readonly Entrant[]): Promise<string[]> {
  const ids: string[] = [];
  for (const entrant of entrants) {
    const id = await begun(api, call, entrant);
    await api.as(certifierOf(entrant.city)).signOffAnswer({ id });
    ids.push(id);
  }
  await settled(api);
  return ids;
}

/** A call that is decided otherwise than its order, one that is under review, one that takes answers, and one that is drafted. */
export async function callsShown(api: Api) {
  const cities: string[] = [];
  for (const name of ['Bayan Kalinga', 'Kota Cempaka'])
    cities.push((await api.as(secretary).registerProposer({}, { name, kind: 'city', countries: ['JP'] })).id);
  const titles = ['A house of repair', 'Tools for everybody'];
  const entrants = cities.map((city, at) => ({ city, title: titles[at] ?? '' }));
  const decided = await calling(api, ofSecretariat);
  const answers = await entered(api, decided, entrants);
  await answersScreened(api, decided, answers);
  await reviewingBegun(api, decided, answers);
  await reviewsSealed(api, decided, answers);
  await reviewingOver(api, decided);
  await api.as(secretary).openReviews({ id: decided.id });
  await api.as(decided.owner.decides).decideCall({ id: decided.id }, { selected: answers.slice(1), note: 'Its ward has nothing yet.' });
  await settled(api);
  const { now } = await settled(api);
  const reviewed = await calling(api, ofSecretariat, { change: { judgingUntil: dayFrom(now, 300) } });
  const waiting = await entered(api, reviewed, entrants);
  await answersScreened(api, reviewed, waiting);
  await reviewingBegun(api, reviewed, waiting);
  const later = { closesOn: dayFrom(now, 280), judgingUntil: dayFrom(now, 330) };
  const open = await calling(api, ofSecretariat, { change: later });
  const own = await begun(api, open, { city: first(cities), title: 'Sorting together' });
  const { id: drafted } = await api.as(secretary).draftCall({}, { content: { ...contentOf(now), ...later } });
  await settled(api);
  return {
    decided: decided.id,
    reviewed: reviewed.id,
    open: open.id,
    drafted,
    answered: first(answers),
    begun: own,
    reviewer: `${reviewed.partner}/programme.juror`,
    city: first(cities),
  };
}
