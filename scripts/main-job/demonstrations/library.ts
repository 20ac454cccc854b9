import { readFileSync } from 'node:fs';
import type { BodyOf } from '@junkan/client/operations.ts';
import { dayIn } from '@junkan/kit/pure/dates.ts';
import { parse } from 'csv-parse/sync';
import { type Api, certifierOf, expertOf, nameOf, officerOf, secretary, verifier } from '../api.ts';
import { settled } from '../clock.ts';
import { inParallel } from '../in-parallel.ts';
import type { PolicySummary } from '../summary.ts';
import type { DemoParties } from './demo-parties.ts';

/** Instruments of policy that there are, each with where that is said. */
const FILE = new URL('../data/policies.csv', import.meta.url);
type Entry = BodyOf<'draftInstrument'>;
type Content = Entry['content'];
/** A row as the file has it; whether its codes are there, the API says. */
type Row = {
  readonly id: string;
  readonly name: string;
  readonly country: string;
  readonly city_or_region: string;
  readonly level: Content['level'];
  readonly year: string;
  readonly in_force_from: string;
  readonly type: string;
  readonly five_r: Content['fiveR'];
  readonly themes: string;
  readonly what_it_does: string;
  readonly source: string;
  readonly source_kind: string;
  readonly read_in_source: string;
};

const entryOf = (policy: Row): Entry => ({
  reference: policy.id,
  content: {
    texts: [{ language: 'en', title: policy.name, does: policy.what_it_does }],
    type: policy.type,
    fiveR: policy.five_r,
    themes: policy.themes.split(' ').filter((theme) => theme !== ''),
    streams: [],
    stage: 'in-force',
    country: policy.country,
    area: policy.city_or_region,
    level: policy.level,
    year: policy.year,
    inForceFrom: policy.in_force_from,
    sources: [{ address: policy.source, language: 'en', publisher: policy.source_kind, told: policy.read_in_source }],
    paragraphs: [],
  },
});

/** An invented model to begin with. */
const MODEL: Entry = {
  reference: 'model-payt',
  content: {
    texts: [{ language: 'en', title: 'Fee by what is thrown away: a model', does: 'An invented ordinance for the trial.' }],
    type: 'payt',
    fiveR: 'reduce',
    themes: ['solid-waste'],
    streams: [],
    stage: 'draft',
    country: 'JP',
    level: 'national',
    sources: [{ address: 'https://example.org/model', told: 'invented' }],
    paragraphs: [
      'Households pay for residual waste by the bag. Sorted streams are collected free of charge.',
      'A bag of 30 litres costs 6 in the first year.',
      'Inspection and fines begin at once.',
    ],
  },
};

const FIRST = MODEL.content.paragraphs ?? [];
const SECOND = [
  { key: 1, text: FIRST[0] ?? '' },
  { key: 2, text: 'A bag of 30 litres costs 4 in the first year and 6 from the second year on.' },
  { key: 0, text: 'Households on the list of need get ten bags a month free of charge.' },
  { key: 3, text: 'Inspection and fines begin after six months of advice.' },
];

/** The entries of the library; the same file again makes nothing twice. */
async function enterPolicies(api: Api): Promise<number> {
  const rows: readonly Row[] = parse(readFileSync(FILE), { columns: true });
  const officer = api.as(secretary);
  await inParallel([...rows.map(entryOf), MODEL], async (entry) => {
    const { id } = await officer.draftInstrument({}, entry);
    await officer.publishInstrument({ id });
  });
  return rows.length + 1;
}

/** A city asks for support with a fee, is advised by an expert of a partner organisation, and adopts it. */
export async function adoptPolicy(api: Api, { city, edition }: DemoParties): Promise<PolicySummary> {
  const by = api.as;
  const key = (step: string) => ({ key: `policy${edition}:${step}`, correlationId: 'demonstration:policy' });
  const policies = await enterPolicies(api);
  const model = (await by(secretary).draftInstrument({}, MODEL)).id;
  const network = { name: `Demonstration advisers ${edition}`.trim(), kind: 'network', country: 'JP', themes: ['solid-waste'] } as const;
  const { id: partner } = await by(secretary).registerPartner({}, network, key('partner'));
  const [officer, certifier, expert] = [by(officerOf(city)), by(certifierOf(city)), by(expertOf(partner))];
  await expert.muteNotices({}, { kinds: ['match'], projects: [] }, key('expert'));
  const asked = { title: 'Fee by what is thrown away', type: 'payt', place: PLACE, question: 'How does a city begin?', templates: [model] };
  const { id } = await officer.requestSupport({}, asked, key('request'));
  await by(secretary).acceptRequest({ id }, {}, key('accept'));
  await by(secretary).assignExpert({ id }, { person: nameOf(expertOf(partner)) }, key('assign'));
  await expert.declareExpertInterests({ id }, { interests: [] }, key('interests'));
  await expert.offerDraft({ id }, { base: 0, paragraphs: FIRST.map((text) => ({ key: 0, text })) }, key('first'));
  const said = { draft: 1, paragraph: 2 } as const;
  await officer.commentInternally({ id }, { ...said, note: 'Covers 38 % of running cost at 4.' }, key('internal'));
  await by(secretary).commentOnDraft({ id }, { ...said, circle: 'partner', note: 'Others began low, too.' }, key('partner-comment'));
  await expert.offerDraft({ id }, { base: 1, paragraphs: SECOND }, key('second'));
  await expert.answerComment({ id, comment: '1' }, { commentOutcome: 'taken-up', takenUpIn: 2 }, key('answer'));
  const within = { commentOutcome: 'not-taken-up', note: 'The budget bears it.' } as const;
  await officer.answerInternalComment({ id, comment: '1' }, within, key('internal-answer'));
  await expert.deliverDraft({ id }, { draft: 2 }, key('deliver'));
  const { hash } = await officer.upload(new TextEncoder().encode('The council has adopted the fee.'), 'text/plain', {
    name: 'Decision.txt',
  });
  const { deliveredAt = '' } = await officer.getSupportRequest({ id });
  const decidedOn = dayIn(ZONE, deliveredAt);
  const decision = { draft: 2, decidedOn, decisionNumber: '7', documents: [hash] };
  await certifier.recordAdoption({ id }, decision, key('adopt'));
  const { status } = await by(verifier).checkAdoption({ id }, {}, key('check'));
  await settled(api);
  const { adoptions } = await by(secretary).getPolicyInstrument({ id: model });
  const distance = adoptions.find(({ request }) => request === id)?.distance;
  return { policies, request: id, status, distance: distance ?? { kept: 0, changed: 0, added: 0, removed: 0 } };
}

/** Yokohama, by its number at GeoNames. */
const PLACE = '1848354';
const ZONE = 'Asia/Tokyo';
