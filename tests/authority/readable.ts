import { statementText } from '@junkan/disbursement/banking/iso20022/statement.fixture.ts';
import {
  type Api,
  approverOf,
  auditor,
  certifierOf,
  maker,
  officerOf,
  secondChecker,
  secretary,
  sponsorOfficerOf,
  verifier,
} from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { accountOf as accountOfParty } from '../accounts.ts';
import { type Actors, actorsOf, first, LOAN, proposal, usd } from '../actors.ts';
import { awarding, CATEGORY } from '../awarding.ts';
import { begun } from '../begun.ts';
import { answered, calling, ofSecretariat } from '../calling.ts';
import { delegatedBy } from '../delegations.ts';
import { enquired } from '../enquiries.ts';
import { FOLLOWED } from '../followed.ts';
import { bodyOf, type Http, type Someone } from '../http.ts';
import { heldSession } from '../learning.ts';
import type { MemorySystem } from '../memory-system.ts';
import { approvedPayment, fileMade } from '../payment-files.ts';
import { bothOf, invitedTo } from '../peers.ts';
import { advised } from '../policy.ts';
import { admitted, invited, TOKYO } from '../signatory.ts';

/** What the city's officer is called, and its draft. */
export const OFFICER = 'Dao Minh Chau';
export const DRAFTED = 'The secret incinerator';
/** Of the bank account of the city. */
export const NUMBER = '9876SECRET1234';

type Sponsor = Awaited<ReturnType<Actors['sponsor']>>;
export type ReadableItems = Awaited<ReturnType<typeof readableItems>>;

const someone = (organisation: string, ...roles: Someone['roles']): Someone => ({ person: `${organisation}/reader`, organisation, roles });

/** Projects of one city in many states, with everything that belongs to them: a draft, an ineligible one, one under way, one that gathers money. */
export async function readableItems({ api }: Pick<MemorySystem, 'api'>, actors: Actors, web: Http) {
  // First, as years pass until it is paid.
  const { file, payer, ...more } = { ...(await fileOf(api, actors)), ...(await agreedExchange(api, actors)) };
  const [city, elsewhere] = [await actors.city(), await actors.city('Elsewhere')];
  const [party, rival, partner] = [await actors.sponsor(), await actors.sponsor(), await actors.partner()];
  const people = {
    own: someone(city, 'proposer.officer'),
    party: someone(party.sponsor, 'sponsor.officer'),
    rival: someone(rival.sponsor, 'sponsor.officer'),
    elsewhere: someone(elsewhere, 'proposer.officer'),
    auditor: someone('secretariat', 'auditor'),
  };
  const officer = { person: `${city}/proposer.officer`, organisation: city, roles: ['proposer.officer'], name: OFFICER };
  const { token } = bodyOf<{ token: string }>(await web.ask(undefined, 'issueToken', {}, officer));
  const drafted = { proposer: city, proposal: { ...proposal(), title: DRAFTED } };
  const draft = bodyOf<{ id: string }>(await web.ask(undefined, 'draftProject', {}, drafted, { token })).id;
  const refused = await actors.submitted(city);
  const no = { reasons: ['code-of-ineligibility'], note: 'words of the ineligibility' };
  await api.as(secretary).declareIneligible({ id: refused }, no);

  const project = await actors.submitted(city);
  await api.as(secretary).requestInformation({ id: project }, { note: 'words of the question' });
  await api.as(officerOf(city)).provideInformation({ id: project }, { note: 'words of the answer' });
  const opened = await actors.opened(project);
  const offer = await actors.offer(opened.id, party, '900.00');
  await actors.offer(opened.id, rival, '300.00');
  await settled(api);
  const counter = { terms: 1, amount: usd('1000.00'), note: 'words of the counter-offer' };
  await api.as(officerOf(city)).counterOffer({ id: opened.id, offer }, counter);
  await settled(api);
  await api.as(sponsorOfficerOf(party.sponsor)).acceptOffer({ id: opened.id, offer }, { terms: 2 });
  const agreement = await actors.approved(project, await actors.funding(project));
  const milestone = first(await actors.signed(agreement));
  const evidence = (await api.as(officerOf(city)).upload(new TextEncoder().encode('the land title'), 'text/plain')).hash;
  await api.as(officerOf(city)).reportMilestone({ id: milestone.id }, { evidence: [evidence], note: 'words of the report' });
  await api.as(verifier).returnReport({ id: milestone.id }, { report: 1, note: 'words of the return' });

  const { gathering, round, accepted } = await gatheringOf(api, actors, { city, party, rival });
  const items: Record<string, readonly string[]> = {
    projects: [draft, refused, project, gathering],
    proposers: [city, elsewhere],
    sponsors: [party.sponsor, rival.sponsor],
    mandates: [party.mandate, rival.mandate],
    envelopes: [party.envelope, rival.envelope],
    fundings: [opened.id, round.id],
    loans: [`${round.id}/offers/${accepted}`],
    agreements: [agreement.id],
    milestones: [milestone.id],
    evidence: [evidence],
    lists: ['themes'],
    ...(await ownOf(city, party.sponsor, api)),
    statements: [await statementOf(api)],
    'payment-files': [file],
    rates: [await ratesOf(api)],
    periods: [await periodOf(api)],
    'cash-books': [await cashBookOf(api, (await actors.sponsor()).sponsor)],
    ...(await ofProgramme(api, city, elsewhere)),
    partners: [partner],
    ...more,
    ...(await ofLearningAndAwards(api, actors, web)),
    passports: [(await api.as(secretary).requestDueDiligence({}, { subject: city })).id],
  };
  for (const { collection, id } of await begun(web, { proposer: city, sponsor: party.sponsor }))
    items[collection] = [...(items[collection] ?? []), id];
  await settled(api);
  return { people, items, draft, evidence, city, elsewhere, party: party.sponsor, rival: rival.sponsor, payer, partner };
}

/** A project whose round gathers money still: a loan that the city accepted, and an offer that it has not answered. */
async function gatheringOf(
  api: MemorySystem['api'],
  actors: Actors,
  { city, party, rival }: { readonly city: string; readonly party: Sponsor; readonly rival: Sponsor },
) {
  const gathering = await actors.submitted(city);
  const round = await actors.opened(gathering);
  const accepted = await actors.offer(round.id, party, '460.00', LOAN);
  await actors.offer(round.id, rival, '300.00');
  await settled(api);
  await actors.accept(round, accepted);
  await settled(api);
  return { gathering, round, accepted };
}

/** A file that was handed to the bank, of a city and a sponsor that have nothing else. */
async function fileOf(api: MemorySystem['api'], actors: Actors): Promise<{ file: string; payer: string }> {
  const [city, sponsor] = [await actors.city(), await actors.sponsor()];
  const { sponsor: payer } = sponsor;
  for (const organisation of [city, payer]) await accountOfParty(api, organisation);
  const agreement = await actors.payable(city, [[sponsor, '1000.00']]);
  await settled(api);
  const payment = await approvedPayment(api, agreement.id, 1, payer);
  const { id } = await fileMade(api, payer, [payment]);
  await api.as(secondChecker).approvePaymentFile({ id });
  await api.as(maker).downloadPaymentFile({ id });
  await api.as(maker).sendPaymentFile({ id });
  return { file: id, payer };
}

async function statementOf(api: MemorySystem['api']): Promise<string> {
  const { statements } = await api.as(maker).uploadStatements(new TextEncoder().encode(statementText({ entries: [] })));
  return first(statements).id;
}

/** Of an account of which a bank has sent a statement. */
async function cashBookOf(api: MemorySystem['api'], sponsor: string): Promise<string> {
  const number = '0007654321';
  await accountOfParty(api, sponsor, {}, number);
  await settled(api);
  await api.as(maker).uploadStatements(new TextEncoder().encode(statementText({ account: number, currency: 'USD', entries: [] })));
  await settled(api);
  return first((await api.as(auditor).listCashBooks({ sponsor })).books).id;
}

async function ratesOf(api: MemorySystem['api']): Promise<string> {
  const { now } = await settled(api);
  const rates = { source: 'Bank of Japan', base: 'JPY', day: now.slice(0, 10), rates: [{ currency: 'USD', rate: '0.0064' }] };
  return (await api.as(maker).enterRates({}, rates)).id;
}

/** Of a month in which nothing was recorded. */
const periodOf = async (api: MemorySystem['api']): Promise<string> => (await api.as(maker).proposePeriod({}, { through: '2020-01-31' })).id;

/** A city that has signed and leads a group, with what it is writing; and one that is invited, which is its own affair. */
async function ofProgramme(api: MemorySystem['api'], city: string, elsewhere: string) {
  const joining = await invited(api, city);
  await admitted(api, joining);
  const { id, officer, declaration } = joining;
  const { id: group } = await officer.formGroup({}, { declaration, title: 'Bay', groupKind: 'individual', sharedCommitments: [] });
  return {
    declarations: [declaration],
    cities: [city],
    signatories: [id, (await invited(api, elsewhere)).id],
    'signatory-groups': [group],
    enquiries: [await enquired(api)],
    actions: [(await officer.planAction({}, { place: TOKYO, content: { title: 'A market' } })).id],
    series: [(await officer.openSeries({}, { place: TOKYO, ...FOLLOWED })).id],
    assessments: [(await officer.beginAssessment({ id })).id],
    'action-plans': [(await officer.openPlan({ id })).id],
    'progress-reports': [(await officer.openReport({ id }, { number: 1 })).id],
  };
}

/** What organisations have of their own: the account of a city, and the limits of a sponsor. */
async function ownOf(city: string, sponsor: string, api: MemorySystem['api']) {
  const { id } = await api.as(sponsorOfficerOf(sponsor)).proposeLimits({}, { limits: [usd('10000.00')] });
  await api.as(approverOf(sponsor)).approveLimits({ id }, { proposal: 1 });
  const delegations = [await delegatedBy(sponsor, api)];
  return { 'bank-accounts': [await accountOf(city, api)], 'approval-rules': [id], delegations };
}

/** A bank account that two persons of a city stand behind. */
async function accountOf(city: string, api: MemorySystem['api']): Promise<string> {
  const account = { holder: 'City', country: 'JP', currency: 'JPY', bankCode: '0005', bankName: 'Bank of the city', town: 'Minato' };
  const { id } = await api.as(officerOf(city)).proposeBankAccount({}, { ...account, accountNumber: NUMBER });
  await api.as(certifierOf(city)).confirmBankAccount({ id }, { numberAgain: NUMBER });
  return id;
}

type Operation = { readonly operationId: string; readonly parameters?: readonly Parameter[] };
type Parameter = { readonly name: string; readonly schema?: { readonly enum?: readonly string[] } };
/** `hasNames`: whether its answer has the names of what it shows, where they are asked for. */
type Read = { readonly operation: string; readonly path: string; readonly hasNames: boolean };

/** Every operation that reads, with its paths for each item that there is, from the API's own description. Streams are left out. */
export async function reads(address: string, items: ReadableItems['items']): Promise<Read[]> {
  const { paths } = (await (await fetch(`${address}/v1/openapi.json`)).json()) as { paths: Record<string, { get?: Operation }> };
  return Object.entries(paths).flatMap(([path, { get }]) => {
    if (!get || get.operationId === 'listen') return [];
    const [collection = ''] = path.replace(/^\/v1\/(public\/)?/, '').split('/');
    const ofOffer = filled(path.replace('{number}', '1'), '{id}/offers/{offer}', items['loans'] ?? []);
    const given = path.includes('{project}') ? filled(path, '{project}', items['projects'] ?? []) : ofOffer;
    const hasNames = get.parameters?.some(({ name }) => name === 'with') ?? false;
    // Its values are in the description.
    const chosen = get.parameters?.find(({ name }) => name === 'dataset')?.schema?.enum;
    return given
      .flatMap((each) => filled(each, /\{\w+\}/, chosen ?? items[collection] ?? []))
      .map((each) => ({ operation: get.operationId, path: `${each}${ASKED[get.operationId] ?? ''}`, hasNames }));
  });
}

/** What has to be asked. */
const ASKED: Readonly<Record<string, string>> = {
  takenOfEnvelope: '?amount=1.00&currency=USD',
  paymentsForFile: '?currency=USD',
  searchEverything: '?q=city',
  searchPublished: '?q=city',
};

const filled = (path: string, name: string | RegExp, ids: readonly string[]): string[] =>
  path.search(name) === -1 ? [path] : ids.map((id) => path.replace(name, id));

/** One that both cities have agreed to; and what cities adopt. */
async function agreedExchange(api: Api, actors: Actors) {
  const { seeker, provider } = await bothOf(api, actors);
  const id = await invitedTo(api, seeker, provider.city);
  await provider.officer.acceptExchange({ id });
  return { exchanges: [id], ...(await ofPolicy(api, actors)) };
}

const ofLearningAndAwards = async (api: Api, actors: Actors, web: Http) => ({
  ...(await ofLearning(api, actors, web)),
  ...(await openAward(api)),
});

/** A call for projects that is open, and what a city of its own has handed in. */
async function openCallOf(api: Api) {
  const call = await calling(api, ofSecretariat);
  return { calls: [call.id], answers: await answered(api, call, [await actorsOf(api).city()]) };
}

/** An award whose call is open, and what a city of its own has begun to write for it. */
async function openAward(api: Api) {
  const { id: cycle, cities } = await awarding(api, { cities: 1 });
  const city = first(cities);
  const said = { title: 'What we began', note: 'words of the nomination', actions: [] };
  const { id } = await api.as(officerOf(city)).nominate({}, { cycle, category: CATEGORY, city, ...said });
  return { awards: [cycle], nominations: [id], ...(await openCallOf(api)) };
}

/** A training, a session that was held on the same day, and the certificate that its trainer has proposed. */
async function ofLearning(api: Api, actors: Actors, web: Http) {
  const { session, certificates } = await heldSession(api, actors, web, { aheadDays: 0.05 });
  const { training } = await api.as(auditor).getTrainingSession({ id: session });
  return {
    trainings: [training],
    'training-sessions': [session],
    certificates: certificates.map(({ id }) => id),
    'certificate-status': ['1'],
  };
}

/** An entry of the library, and a request that begins with it. */
async function ofPolicy(api: Api, actors: Actors) {
  const { id, template } = await advised(api, actors);
  return { policies: [template], 'support-requests': [id] };
}
