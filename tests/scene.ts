import { plusMonths } from '@junkan/kit/pure/dates.ts';
import {
  type Api,
  approver,
  approverOf,
  auditor,
  certifierOf,
  checker,
  deputyOf,
  maker,
  nameOf,
  officerOf,
  secondChecker,
  secretary,
  sponsorOfficerOf,
  trainerOf,
} from '@junkan/scripts/main-job/api.ts';
import { adviceOf } from '@junkan/scripts/main-job/bank.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { ibanOf } from '@junkan/scripts/main-job/demonstrations/accounts.ts';
import type { Agreement } from '@junkan/scripts/main-job/messages.ts';
import { answerText } from '@junkan/scripts/main-job/payment-files.ts';
import { actorsOf, first, type Sponsor, usd } from './actors.ts';
import { awardsShown } from './awards-shown.ts';
import { callsShown } from './calls-shown.ts';
import { enquired } from './enquiries.ts';
import { FOLLOWED } from './followed.ts';
import { passedTo } from './joined-city.ts';
import { planFrom, trainingOf } from './learning.ts';
import { approvedPayment, fileMade } from './payment-files.ts';
import { advised, PARAGRAPHS } from './policy.ts';
import { admitted, declared, PLACES, signed } from './signatories.ts';
import { statementIn } from './statements.ts';

export type Scene = Awaited<ReturnType<typeof scene>>;

const DESCRIPTION =
  'The city collects kitchen waste of 120,000 households apart, composts it at two sites and gives the compost to farms around it. Each milestone is proved by weighbridge records.';

/** A proposal that says all that one can say. */
function fullProposal(title: string, reference: string) {
  return {
    reference,
    title,
    countries: ['JP'],
    themes: ['composting', 'food-waste'],
    instruments: ['grant', 'loan'],
    readiness: 3,
    description: DESCRIPTION,
    language: 'en',
    place: { id: '1848354' },
    beneficiaries: 310_000,
    wasteStreams: [{ stream: 'food', tonnesPerYear: '31500' }],
    capacity: { quantity: '120', unit: 't/d' },
    operator: 'Yokohama Resource Circulation Bureau',
    ownContribution: usd('6000000.00'),
    cost: usd('48000000.00'),
    target: usd('42000000.00'),
    plannedIndicators: [
      {
        code: 'tonnes-composted',
        unit: 't',
        baseline: '1200',
        target: '31500',
        method: 'Weighbridge records of both sites',
        milestones: [1, 2],
      },
      { code: 'households-served', unit: 'households', baseline: '0', target: '120000', method: 'Register of collection', milestones: [2] },
    ],
    milestones: [
      { number: 1, title: 'First site composts', monthsAfterEffective: 12, amount: usd('18000000.00') },
      { number: 2, title: 'Both sites compost 31,500 t a year', monthsAfterEffective: 24, amount: usd('24000000.00') },
    ],
  };
}

/** A sponsor with one mandate and one budget. */
async function sponsorOf(api: Api, name: string, kind: 'fund' | 'development-bank', total: string): Promise<Sponsor> {
  const { id: sponsor } = await api.as(secretary).registerSponsor({}, { name, kind });
  const terms = {
    title: `${name}: circular cities of Asia`,
    countries: ['JP', 'ID', 'VN'],
    themes: ['composting', 'food-waste', 'solid-waste', 'repair'],
    ticketMinimum: usd('1000000.00'),
    ticketMaximum: usd('40000000.00'),
  };
  const { id: mandate } = await api.as(sponsorOfficerOf(sponsor)).publishMandate({}, { sponsor, terms });
  const { id: envelope } = await api.as(approverOf(sponsor)).openEnvelope({ id: sponsor }, { total: usd(total) });
  return { sponsor, mandate, envelope };
}

/** Another mandate of a sponsor, revised once and paused. */
async function pausedMandateOf(api: Api, { sponsor }: Sponsor): Promise<string> {
  const officer = api.as(sponsorOfficerOf(sponsor));
  const terms = { title: 'Repair before recycling', countries: ['ID'], themes: ['repair'] };
  const tickets = { ticketMinimum: usd('50000.00'), ticketMaximum: usd('900000.00') };
  const { id } = await officer.publishMandate({}, { sponsor, terms: { ...terms, ...tickets } });
  const wider = { ...terms, countries: ['ID', 'VN'], ...tickets, ticketMaximum: usd('1500000.00'), minimumReadiness: 2 };
  await officer.reviseMandate({ id }, { terms: wider }, { version: 1 });
  await officer.pauseMandate({ id });
  return id;
}

/** The accounts of the city and of a bank, which two persons stand behind each; an account and the limits of the fund, which wait for their second person. */
async function accountsOf(api: Api, city: string, bank: Sponsor, { sponsor }: Sponsor) {
  const local = { country: 'JP', currency: 'USD', bankCode: '0005', bankName: 'Bank of the Harbour', town: 'Yokohama' };
  const account = { ...local, holder: 'City of Yokohama', accountNumber: '1234567' };
  const { id: confirmed } = await api.as(officerOf(city)).proposeBankAccount({}, account);
  await api.as(certifierOf(city)).confirmBankAccount({ id: confirmed }, { numberAgain: '1234567' });
  const iban = {
    country: 'KZ',
    currency: 'USD',
    iban: 'KZ86125KZT5004100100',
    bic: 'KZKOKZKX',
    bankName: 'Bank of the Steppe',
    town: 'Almaty',
  };
  const named = { ...iban, holder: 'Fund for Cities without Waste' };
  const { id: paying } = await api
    .as(sponsorOfficerOf(bank.sponsor))
    .proposeBankAccount({}, { ...iban, iban: ibanOf(bank.sponsor), holder: 'Asia Circular Development Bank' });
  await api.as(approverOf(bank.sponsor)).confirmBankAccount({ id: paying }, { numberAgain: ibanOf(bank.sponsor) });
  const { id: proposed } = await api.as(sponsorOfficerOf(sponsor)).proposeBankAccount({}, named);
  const { now: today } = await settled(api);
  const { id: bounded } = await api
    .as(approverOf(sponsor))
    .openEnvelope({ id: sponsor }, { total: usd('5000000.00'), periodEnd: plusMonths(today.slice(0, 10), 6) });
  await api
    .as(sponsorOfficerOf(sponsor))
    .proposeEnvelopeEnd({ id: bounded }, { periodEnd: plusMonths(today.slice(0, 10), 18), note: 'The works are a season late.' });
  const { id: rules } = await api.as(sponsorOfficerOf(sponsor)).proposeLimits({}, { limits: [usd('500000.00')] });
  const { now } = await settled(api);
  const days = { firstDay: now.slice(0, 10), lastDay: now.slice(0, 10) };
  const given = { role: 'sponsor.approver', takenBy: nameOf(deputyOf(sponsor)), ...days, note: 'On leave.' } as const;
  const { id: delegations } = await api.as(approverOf(sponsor)).delegateRole({}, given);
  return { confirmed, proposed, rules, bounded, delegations };
}

/** A file of what one sponsor pays of a milestone, which its bank has answered. */
async function fileOf(api: Api, agreement: string, { sponsor }: Sponsor): Promise<string> {
  const payment = await approvedPayment(api, agreement, 1, sponsor);
  const { id } = await fileMade(api, sponsor, [payment]);
  await api.as(secondChecker).approvePaymentFile({ id });
  await api.as(maker).downloadPaymentFile({ id });
  await api.as(maker).sendPaymentFile({ id });
  const { message, lines } = await api.as(maker).getPaymentFile({ id });
  const text = answerText(message, [{ instruction: first(lines).instruction, status: 'ACSP' }]);
  await api.as(maker).uploadAnswer(new TextEncoder().encode(text));
  return id;
}

/** The rates of a day, which stand, and a correction of them that waits for its second person. */
async function ratesOf(api: Api): Promise<string> {
  const sheet = { source: 'European Central Bank', base: 'EUR', day: '2026-01-06' };
  const rates = [
    { currency: 'JPY', rate: '167.35' },
    { currency: 'USD', rate: '1.0721' },
  ];
  const { id } = await api.as(maker).enterRates({}, { ...sheet, rates });
  await api.as(checker).confirmRates({ id });
  await api.as(maker).enterRates({}, { ...sheet, rates: [...rates, { currency: 'KWD', rate: '0.3291' }], corrects: true });
  return id;
}

/** A month that is closed, and the closing of the next, which waits for its second person. */
async function periodOf(api: Api): Promise<string> {
  const { id } = await api.as(maker).proposePeriod({}, { through: '2020-01-31' });
  await api.as(checker).closePeriod({ id });
  return (await api.as(maker).proposePeriod({}, { through: '2020-02-29' })).id;
}

/** What goes to a bank and comes from it: a file of what one sponsor pays, and a statement of what was paid. */
async function throughBanks(api: Api, agreement: Agreement, bank: Sponsor, fund: Sponsor) {
  const file = await fileOf(api, agreement.id, bank);
  await settled(api);
  const bankStatement = await statementIn(api, agreement, bank, fund);
  await settled(api);
  const { books } = await api.as(auditor).listCashBooks({});
  return { file, bankStatement, cashBook: first(books).id, rates: await ratesOf(api), period: await periodOf(api) };
}

/** A part of what was paid has to come back: one part of it has, and of another its sponsor is asked to give it up. */
async function recovering(api: Api, { agreement: id, city, sponsor }: { agreement: string; city: string; sponsor: string }) {
  const of = { id, number: 1 };
  const note = 'The weighbridge of the second site was bought with it.';
  await api.as(secretary).claimRecovery({ id }, { kind: 'ineligible', tranche: 1, amount: usd('600000.01'), note });
  await api.as(certifierOf(city)).answerRecovery(of, { note: 'It weighs for both sites.' });
  await api.as(approver).approveRecovery(of);
  const { now } = await settled(api);
  await api.as(maker).reportRefund(of, {
    amount: usd('150000.00'),
    bankReference: 'BACK-2027-1',
    valueDate: now.slice(0, 10),
    document: await adviceOf(api),
  });
  await api.as(checker).confirmResolution({ ...of, resolution: '1' });
  await api.as(secretary).proposeWriteOff(of, { sponsor, amount: usd('50000.00'), note: 'It is worth less now.' });
}

/** A declaration that the city has signed, and another city on its way, whose signature was returned. */
async function ofDeclaration(api: Api, city: string) {
  const declaration = await declared(api);
  const signatory = await admitted(api, declaration, city, PLACES.yokohama);
  const { id: other } = await api.as(secretary).registerProposer({}, { name: 'City of Matsudo', kind: 'city', countries: ['JP'] });
  const joining = await signed(api, declaration, other, PLACES.matsudo);
  await api.as(secretary).returnSignature({ id: joining }, { reasons: ['document-cannot-be-read'], note: 'The second page is dark.' });
  const { id: group } = await api
    .as(officerOf(city))
    .formGroup({}, { declaration, title: 'Around the bay', groupKind: 'shared', sharedCommitments: ['C1'] });
  await api.as(officerOf(city)).joinGroup({ id: signatory }, { group });
  const handedIn = await begunBy(api, city, signatory);
  const partner = await partnerOf(api);
  const enquiry = await enquired(api);
  const taught = await taughtBy(api, city, partner);
  const learning = await learningFrom(api, city, declaration);
  await settled(api);
  const policy = await policyOf(api, city);
  return {
    declaration,
    signatory,
    joining: { id: joining, city: other },
    group,
    partner,
    enquiry,
    learning,
    ...taught,
    ...handedIn,
    ...policy,
  };
}

/** Another city that has signed, in an exchange with the one whose project has verified results, and free to seek more. */
async function learningFrom(api: Api, from: string, declaration: string) {
  const { id: city } = await api.as(secretary).registerProposer({}, { name: 'City of Nagareyama', kind: 'city', countries: ['JP'] });
  await admitted(api, declaration, city, PLACES.matsudo);
  const [seeker, provider] = [api.as(officerOf(city)), api.as(officerOf(from))];
  const terms = { capacity: 2, languages: ['ja'], interpreter: false };
  await provider.setPeerTerms({}, { ...terms, open: true });
  await seeker.setPeerTerms({}, { ...terms, open: false });
  const { actions } = await provider.listActions({ city: from });
  const proved = actions.find(({ results }) => results.some(({ certainty }) => certainty === 'verified'));
  const tags = { fiveR: 'recover', code: 'recover-organic' } as const;
  await provider.tagAction({ id: proved?.id ?? '' }, { tags });
  await seeker.planAction({}, { place: PLACES.matsudo, content: { title: 'A composting hall', themes: ['composting'] }, tags });
  const { now } = await settled(api);
  const goals = [{ text: 'To run a composting hall', by: `${Number(now.slice(0, 4)) + 1}-06-30` }];
  const { id: exchange } = await seeker.inviteToExchange({}, { provider: from, goals, travel: 'seeker', note: 'We would like to come.' });
  await provider.acceptExchange({ id: exchange });
  await provider.recordVisit({ id: exchange }, { form: 'call', on: now.slice(0, 10), note: 'How the hall is aired.' });
  return { city, exchange };
}

/** A network whose people teach, with whom to ask there. */
/** A request that is being drafted, in a window that is open to everybody, and the policy that it begins with. */
async function policyOf(api: Api, city: string) {
  const { id, template, partner, officer, certifier, expert } = await advised(api, actorsOf(api), city);
  const said = { draft: 1, paragraph: 2 } as const;
  await officer.commentInternally({ id }, { ...said, note: 'Covers 38 % of running cost.' });
  await api.as(secretary).commentOnDraft({ id }, { ...said, circle: 'partner', note: 'Others began low, too.' });
  const changed = PARAGRAPHS.map(({ text }, at) => ({
    key: at + 1,
    text: at === 1 ? 'Fines begin after a year of advice for all.' : text,
  }));
  await expert.offerDraft({ id }, { base: 1, paragraphs: changed });
  await expert.answerComment({ id, comment: '1' }, { commentOutcome: 'taken-up', takenUpIn: 2 });
  await certifier.openCommentWindow({ id }, { draft: 2, days: 30 });
  await api
    .as(approverOf((await actorsOf(api).sponsor()).sponsor))
    .commentOnDraft({ id }, { ...said, draft: 2, circle: 'public', note: 'What of those who cannot pay?' });
  return { policy: template, request: id, expert: `${partner}/programme.expert` };
}

async function partnerOf(api: Api): Promise<string> {
  const officer = api.as(secretary);
  const names = { name: 'Repair Network of Asia', otherNames: [{ language: 'hi', name: 'एशिया मरम्मत नेटवर्क' }] };
  const { id } = await officer.registerPartner(
    {},
    { ...names, kind: 'network', country: 'JP', website: 'https://repair.example.org', themes: ['repair', 'composting'] },
  );
  await officer.namePartnerContact({ id }, { contact: 'Hana Ito, office of the network\nhana@repair.example.org' });
  return id;
}

/** A session that was held and is certified, with its certificate; and one for which one may enrol, which is full. */
async function taughtBy(api: Api, city: string, partner: string) {
  const [trainer, learner, other] = [trainerOf(partner), officerOf(city), certifierOf(city)];
  await api.as(trainer).muteNotices({}, { kinds: ['match'], projects: [] });
  const training = await trainingOf(api);
  const schedule = async (aheadDays: number): Promise<string> => {
    const plan = planFrom((await settled(api)).now, { seats: 1, aheadDays, keepsSeats: true });
    return (await api.as(secretary).scheduleSession({}, { training, plan, trainer: nameOf(trainer) })).id;
  };
  const held = await schedule(0.05);
  await api.as(learner).enrol({ id: held });
  await passedTo(api, new Date(Date.parse((await settled(api)).now) + 8 * 3_600_000).toISOString());
  await settled(api);
  await api.as(trainer).recordAttendance({ id: held }, { attendance: [{ person: nameOf(learner), hours: 6, passed: true }] });
  await api.as(trainer).proposeCertificates({ id: held }, { holders: [nameOf(learner)] });
  await settled(api);
  const { id: certificate } = first((await api.as(secretary).listCertificates({ session: held })).certificates);
  await api.as(secretary).issueCertificate({ id: certificate });
  const { code = '' } = await api.as(learner).getCertificate({ id: certificate });
  const session = await schedule(40);
  for (const person of [learner, other]) await api.as(person).enrol({ id: session });
  return { training, session, held, certificate, code };
}

/** What a signatory has begun to hand in, and an action of its own with a result. */
async function begunBy(api: Api, city: string, signatory: string) {
  const officer = api.as(officerOf(city));
  const { id: assessment } = await officer.beginAssessment({ id: signatory });
  const { id: plan } = await officer.openPlan({ id: signatory });
  const { id: action } = await officer.planAction({}, { place: PLACES.yokohama, content: { title: 'A market for used goods' } });
  await officer.startAction({ id: action });
  await officer.recordResult({ id: action }, { indicator: 'tonnes-composted', from: '2025-01-01', to: '2025-12-31', value: '80' });
  const { id: series } = await officer.openSeries({}, { place: PLACES.yokohama, ...FOLLOWED });
  await officer.setSeriesTarget({ id: series }, { target: '500', targetOn: '2035-12-31', baseline: '20', baselineOn: '2020-12-31' });
  const values = { '2023': '70', '2024': '80.5', '2025': '96' };
  for (const [year, value] of Object.entries(values))
    await officer.recordSeriesValue(
      { id: series },
      { from: `${year}-01-01`, to: `${year}-12-31`, value, certainty: year === '2025' ? 'estimated' : 'reported', evidence: [] },
    );
  return { assessment, plan, action, series };
}

/** Projects of one city and two sponsors, one at each stage that has a screen of its own: for pictures, and for what every screen is held to. */
export async function scene(api: Api) {
  const actors = actorsOf(api);
  // Before all that has a deadline: judging takes its time.
  const judged = { awards: await awardsShown(api), calls: await callsShown(api) };
  const { id: city } = await api.as(secretary).registerProposer({}, { name: 'City of Yokohama', kind: 'city', countries: ['JP'] });
  const bank = await sponsorOf(api, 'Asia Circular Development Bank', 'development-bank', '400000000.00');
  const fund = await sponsorOf(api, 'Fund for Cities without Waste', 'fund', '200000000.00');
  const paused = await pausedMandateOf(api, bank);
  const accounts = await accountsOf(api, city, bank, fund);
  const drafted = async (title: string, reference: string): Promise<string> =>
    (await api.as(officerOf(city)).draftProject({}, { proposer: city, proposal: fullProposal(title, reference) })).id;
  const submitted = async (title: string, reference: string): Promise<string> => {
    const id = await drafted(title, reference);
    await api.as(officerOf(city)).submitProject({ id });
    return id;
  };

  const running = await submitted('Compost for the fields of Kanagawa', 'YOK-2026-01');
  const agreement = await actors.approved(
    running,
    await actors.funded(running, [
      [bank, '28000000.00'],
      [fund, '14000000.00'],
    ]),
  );
  const milestones = await actors.signed(agreement);
  const [one, two] = [first(milestones), first(milestones.slice(1))];
  const value = (code: string, of: string, unit: string) => ({ code, value: of, unit });
  await actors.verified(one, [value('tonnes-composted', '14210', 't')]);
  await settled(api);
  const ofBanks = await throughBanks(api, agreement, bank, fund);
  // A statement has reported one of them, which who requested it had brought: its approver does not confirm that.
  await actors.paid(await actors.agreement(running), 1, undefined, secondChecker);
  await recovering(api, { agreement: agreement.id, city, sponsor: bank.sponsor });
  await actors.reported(two, [value('tonnes-composted', '31700', 't'), value('households-served', '121400', 'households')]);
  await settled(api);

  // After all that lets time pass: rounds and signatures have their deadlines.
  const draft = await drafted('Textile sorting at Honmoku pier', 'YOK-2027-04');
  const screening = await submitted('Repair cafés in every ward', 'YOK-2027-03');
  const open = await submitted('Batteries come back', 'YOK-2027-02');
  const { id: funding } = await actors.opened(open);
  await actors.offer(funding, bank, '24000000.00');
  await actors.offer(funding, fund, '12000000.00');

  const signing = await submitted('Glass without loss', 'YOK-2026-09');
  const toSign = await actors.approved(
    signing,
    await actors.funded(signing, [
      [bank, '30000000.00'],
      [fund, '12000000.00'],
    ]),
  );
  await settled(api);
  return {
    city,
    ...judged,
    ...(await ofDeclaration(api, city)),
    accounts,
    ...ofBanks,
    bank,
    fund,
    paused,
    projects: { draft, screening, open, signing, running },
    funding,
    agreement: agreement.id,
    toSign: toSign.id,
    milestones: [one.id, two.id] as const,
  };
}
