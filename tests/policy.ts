import type { BodyOf } from '@junkan/client/operations.ts';
import { dayIn } from '@junkan/kit/pure/dates.ts';
import { type Api, certifierOf, expertOf, nameOf, officerOf, secretary, verifier } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import type { Actors } from './actors.ts';
import { fileOf } from './joined-city.ts';
import { TOKYO } from './signatory.ts';

/** An entry of the library with a wording to begin with. */
export const FEE: BodyOf<'draftInstrument'> = {
  reference: 'TW-TP-2000-bags',
  content: {
    texts: [
      { language: 'en', title: 'Fee by the bag', does: 'Only bags with the fee are collected; recyclables are free.' },
      { language: 'ja', title: '袋ごとの料金', does: '料金を含む袋だけを収集します。' },
    ],
    type: 'payt',
    fiveR: 'reduce',
    themes: ['solid-waste'],
    streams: [],
    stage: 'in-force',
    country: 'TW',
    area: 'Taipei',
    level: 'city',
    year: '2000',
    inForceFrom: '2000-07-01',
    sources: [{ address: 'https://taipeitimes.com/News/local', publisher: 'press', told: 'date, how' }],
    paragraphs: ['Households pay for residual waste by the bag.', 'Fines begin at once for all.'],
  },
};

export const PARAGRAPHS = [
  { key: 0, text: 'Households pay for residual waste by the bag.' },
  { key: 0, text: 'Fines begin after six months of advice for all.' },
  { key: 0, text: 'Ten bags a month are free for households in need.' },
];

export const published = async ({ as: by }: Api, body = FEE): Promise<string> => {
  const { id } = await by(secretary).draftInstrument({}, body);
  await by(secretary).publishInstrument({ id });
  return id;
};

/** A request of a city, with an expert of a partner organisation who has no interest and has offered a draft. */
export async function advised(api: Api, actors: Pick<Actors, 'city' | 'partner'>, of?: string) {
  const by = api.as;
  const template = await published(api);
  const city = of ?? (await actors.city());
  const partner = await actors.partner();
  const [officer, certifier, expert] = [by(officerOf(city)), by(certifierOf(city)), by(expertOf(partner))];
  // Whom nobody knows is named by nobody.
  await expert.muteNotices({}, { kinds: ['match'], projects: [] });
  const asked = { title: 'Fee by what is thrown away', type: 'payt', place: TOKYO, question: 'How do we begin?', templates: [template] };
  const { id } = await officer.requestSupport({}, asked);
  await by(secretary).acceptRequest({ id });
  await by(secretary).assignExpert({ id }, { person: nameOf(expertOf(partner)) });
  await expert.declareExpertInterests({ id }, { interests: [] });
  await expert.offerDraft({ id }, { base: 0, paragraphs: PARAGRAPHS });
  return { id, template, city, partner, officer, certifier, expert };
}

export type Advised = Awaited<ReturnType<typeof advised>>;

/** What was drafted is delivered, adopted and checked. */
export async function adopted(api: Api, { id, certifier, expert }: Advised, draft = 1): Promise<string> {
  await expert.deliverDraft({ id }, { draft });
  const document = await fileOf(certifier, 'The council has decided.');
  const decidedOn = dayIn('Asia/Tokyo', (await settled(api)).now);
  await certifier.recordAdoption({ id }, { draft, decidedOn, decisionNumber: '7', documents: [document] });
  await api.as(verifier).checkAdoption({ id });
  return document;
}
