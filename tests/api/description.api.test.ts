import { createHash, randomBytes } from 'node:crypto';
import type { ItemOf, ListName, OperationName, Parameters, Schemas } from '@junkan/client/operations.ts';
import { entryText, statementText } from '@junkan/disbursement/banking/iso20022/statement.fixture.ts';
import { beginningIn } from '@junkan/kit/duties/days.ts';
import { parseMoney } from '@junkan/kit/money-text.ts';
import {
  approver,
  approverOf,
  auditor,
  checker,
  connect,
  maker,
  officerOf,
  type Person,
  secondChecker,
  secretary,
  sponsorOfficerOf,
  verifier,
} from '@junkan/scripts/main-job/api.ts';
import { adviceOf } from '@junkan/scripts/main-job/bank.ts';
import { cooled, settled } from '@junkan/scripts/main-job/clock.ts';
import { ibanOf } from '@junkan/scripts/main-job/demonstrations/accounts.ts';
import { closeBooks } from '@junkan/scripts/main-job/demonstrations/closing.ts';
import { demonstrate } from '@junkan/scripts/main-job/demonstrations/run.ts';
import { answerText } from '@junkan/scripts/main-job/payment-files.ts';
import type { Demonstration } from '@junkan/scripts/main-job/summary.ts';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { accountOf } from '../accounts.ts';
import { actorsOf, CONDITION, first, LOAN, passUntil, proposal, usd } from '../actors.ts';
import { limitsOf } from '../approval-rules.ts';
import { begun } from '../begun.ts';
import { verifiedFaults } from '../breaking.ts';
import { claimed } from '../claimed.ts';
import { delegationsOf } from '../delegations.ts';
import { described } from '../described.ts';
import { programmeDone } from '../described-programme.ts';
import { paidInYen, refundedInYen } from '../exchange.ts';
import { http, type Someone, urlOf } from '../http.ts';
import { fileOf, joinedCity } from '../joined-city.ts';
import { type MemorySystem, startMemorySystem } from '../memory-system.ts';
import { approvedPayment, fileMade } from '../payment-files.ts';
import { FEE, published } from '../policy.ts';
import { refusals } from '../refusals.ts';
import { notFailed, undone } from '../undone.ts';

const DAY_MS = 86_400_000;

/** Operations that have not answered, of each of the systems: what one of them does not ask for another does. */
const unanswered: string[][] = [];

/** A system whose every answer is held against the document that it serves. */
async function startDescribed() {
  const system = await startMemorySystem();
  const document = await described(system.address);
  return { system, document, api: connect(system.address, document.fetch) };
}

test('every operation answers as the served document says, and so do refusals', async () => {
  const { system, document, api } = await startDescribed();
  onTestFinished(() => system.close());
  const actors = actorsOf(api);
  const web = http(system.address, document.fetch);

  const [city, lender] = [await actors.city(), await actors.sponsor()];
  const officer: Someone = { person: 'officer', organisation: city, roles: ['proposer.officer'] };
  const watcher: Someone = { person: 'auditor', organisation: 'secretariat', roles: ['auditor'] };

  // A proposal revised, asked about, and found ineligible.
  const draft = await api.as(officerOf(city)).draftProject({}, { proposer: city, proposal: proposal() });
  await web.ask(officer, 'attend', {}, { item: draft.id });
  await web.ask(officer, 'reviseProposal', { id: draft.id }, proposal(), { headers: { 'if-match': '"1"' } });
  const study = await api.as(officerOf(city)).upload(new TextEncoder().encode('study'), 'text/plain');
  const documents = [{ title: 'Study', hash: study.hash, language: 'ja' }];
  await web.ask(officer, 'attachDocuments', { id: draft.id }, { documents }, { headers: { 'if-match': '"2"' } });
  await web.ask(officer, 'nameContacts', { id: draft.id }, { contacts: [{ name: 'Hana' }] }, { headers: { 'if-match': '"3"' } });
  await api.as(officerOf(city)).submitProject({ id: draft.id });
  await api.as(secretary).requestInformation({ id: draft.id }, { note: 'How many?' });
  await api.as(officerOf(city)).provideInformation({ id: draft.id }, { note: 'Twelve.' });
  await api.as(secretary).declareIneligible({ id: draft.id }, { reasons: ['out-of-scope'] });

  // A mandate that is revised, paused, resumed and retired.
  const { mandate: over, sponsor: publisher } = await actors.sponsor();
  const wider = { title: 'Wider', countries: ['JP', 'VN'], ticketMinimum: usd('10.00'), ticketMaximum: usd('2000.00') };
  const asPublisher = api.as(sponsorOfficerOf(publisher));
  await asPublisher.reviseMandate({ id: over }, { terms: wider }, { version: 1 });
  await asPublisher.pauseMandate({ id: over });
  await asPublisher.resumeMandate({ id: over });
  await asPublisher.retireMandate({ id: over });

  // A passport that is cleared, relied on, revoked, flagged, and cleared again.
  const details = {
    holder: 'City',
    country: 'JP',
    currency: 'JPY',
    accountNumber: '1234567',
    bankCode: '0005',
    bankName: 'Bank',
    town: 'Naka',
  };
  const { id: account } = await api.as(officerOf(city)).proposeBankAccount({}, details);
  const rules = [...(await limitsOf(publisher, api)), ...(await delegationsOf(publisher, api))];
  const { id: passport } = await api.as(secretary).requestDueDiligence({}, { subject: city });
  const cleared = async () => {
    const { now } = await settled(api);
    const validUntil = new Date(Date.parse(now) + 1_000 * DAY_MS).toISOString().slice(0, 10);
    await api.as(verifier).clearSubject({ id: passport }, { validUntil, note: 'In order.' });
  };
  await cleared();
  await api.as(approver).relyOnClearance({ id: passport }, { project: draft.id });
  await api.as(verifier).revokeClearance({ id: passport }, { note: 'Too early.' });
  await api.as(verifier).flagSubject({ id: passport }, { level: 'red', note: 'No accounts.' });
  await api.as(secretary).getPassport({ id: passport });
  await api.as(sponsorOfficerOf(lender.sponsor)).requestDueDiligence({}, { subject: city });
  await cleared();

  // A project from proposal to closure, with offers that come to nothing on the way.
  const project = await actors.submitted(city, { milestones: ['1000.00'] });
  const funding = await actors.opened(project);
  const declined = await actors.offer(funding.id, lender, '200.00');
  const retracted = await actors.offer(funding.id, lender, '300.00');
  const taken = await actors.offer(funding.id, lender, '1000.00', { ...LOAN, conditions: [CONDITION] });
  await settled(api);
  await api.as(officerOf(city)).declineOffer({ id: funding.id, offer: declined });
  await api.as(sponsorOfficerOf(lender.sponsor)).retractOffer({ id: funding.id, offer: retracted });
  await actors.accept(funding, taken);
  const agreement = await actors.approved(project, await actors.funding(project));
  const milestone = first(await actors.signed(agreement));
  const condition = { id: agreement.id, number: 1 };
  await api.as(officerOf(city)).reportCondition(condition, { note: 'The last heap was carried away.' });
  await api.as(approverOf(lender.sponsor)).refuseCondition(condition, { note: 'Not the one behind the wall.' });
  await api.as(officerOf(city)).reportCondition(condition, { note: 'That one too.' });
  await api.as(approverOf(lender.sponsor)).confirmCondition(condition);
  const report = await actors.reported(milestone);
  await api.as(verifier).returnReport({ id: milestone.id }, { report, note: 'Which wards?' });
  await actors.verified(await api.as(verifier).getMilestone({ id: milestone.id }));
  await settled(api);
  const order = { tranche: 1, sponsor: lender.sponsor };
  const { payment } = await api.as(maker).requestPayment({ id: agreement.id }, order);
  await api.as(checker).refusePayment({ id: agreement.id, payment }, { note: 'Which account?' });
  await actors.paid(agreement, 1);
  await passUntil(api, async () => (await actors.project(project)).status === 'completed');
  await claimed(api, { agreement: agreement.id, city });
  // Years have passed since, and books of them are closed.
  await closeBooks(api);
  await api.as(sponsorOfficerOf(lender.sponsor)).requestDueDiligence({}, { subject: city });
  await cleared();
  const contract = await actors.agreed(city, [[lender, '1000.00']]);
  const awaited = first(await actors.signed(contract));
  await api.as(secretary).proposeMeasure({ id: contract.id }, { kind: 'suspension', cause: 'other', note: 'The site is closed.' });
  await api.as(approver).refuseMeasure({ id: contract.id, number: 1 }, { note: 'It is open again.' });
  await api.as(secretary).proposeWaiver({ id: awaited.id }, { rest: 'cancelled', note: 'The site is closed.' });
  await api.as(approver).refuseWaiver({ id: awaited.id, number: 1 }, { note: 'It is open again.' });

  // A draft of which nothing is written yet.
  await web.ask(officer, 'saveDraftResults', { id: awaited.id }, { version: 0, indicators: [] });
  await web.ask(officer, 'getReportDraft', { id: awaited.id });

  // What a sponsor asks, and the city answers for all.
  const asking = await actors.opened(await actors.submitted(city));
  const visibility = 'asker' as const;
  await api.as(sponsorOfficerOf(lender.sponsor)).askQuestion({ id: asking.id }, { note: 'Who runs it?', visibility });
  await api.as(officerOf(city)).answerQuestion({ id: asking.id, number: 1 }, { note: 'The ward.', visibility: 'all' });
  await api.as(officerOf(city)).getFunding({ id: asking.id });

  // A payment that is reported as failed, and has not.
  await actors.verified(awaited);
  await settled(api);
  const { payment: doubted } = await api.as(maker).requestPayment({ id: contract.id }, order);
  const of = { id: contract.id, payment: doubted };
  await notFailed(api, of);
  // A statement that settles it, held and linked, and an entry that concerns nobody.
  const valueDate = (await settled(api)).now.slice(0, 10);
  const booked = ['1000.00', '7.00'].map((amount) => entryText({ amount, currency: 'USD', reference: `B-${amount}`, valueDate }));
  const stated = { account: ibanOf(lender.sponsor), currency: 'USD', opening: '1007.00', entries: booked };
  const file = new TextEncoder().encode(statementText(stated));
  const { id: statement } = first((await api.as(maker).uploadStatements(file)).statements);
  await api.as(maker).holdEntry({ id: statement, entry: '1' }, { note: 'Asked the bank.' });
  await api.as(maker).linkEntry({ id: statement, entry: '1' }, { agreement: contract.id, settles: doubted });
  await api.as(maker).ignoreEntry({ id: statement, entry: '2' }, { note: 'Not of ours.' });
  await api.as(checker).refuseDismissal({ id: statement, entry: '2' }, { note: 'Whose is it?' });
  const unrelated = { as: 'unrelated', amount: usd('7.00'), direction: 'debit' } as const;
  await api.as(maker).explainEntry({ id: statement, entry: '2' }, { parts: [unrelated], note: 'Its own.' });
  await api.as(checker).refuseExplanation({ id: statement, entry: '2' }, { note: 'Whose is it?' });
  await api.as(maker).recordFee({ id: statement, entry: '2' }, { note: 'A charge.' });
  await api.as(secondChecker).confirmStatement({ id: statement }, {});
  await api.as(maker).withdrawEntry({ id: statement, entry: '2' }, { note: 'It is interest.' });
  await api.as(checker).refuseWithdrawal({ id: statement, entry: '2' }, { note: 'The bank says charge.' });
  for (const limit of [1, 100]) await api.as(maker).getStatement({ id: statement, limit, with: 'names' });
  await api.as(auditor).listStatements({ counts: 'status,balance,account', sort: '-day', limit: 1 });
  await api.as(auditor).getStatementTimeline({ id: statement });

  await gapOf(api, (await actors.sponsor()).sponsor);
  await undone(api, of, valueDate);
  const inYen = await paidInYen(api, actors, city);
  await api.as(maker).bookExchange(inYen);
  await api.as(maker).bookExchangeOfRefund(await refundedInYen(api, { ...inYen, city }));

  const sheet = { source: 'ECB', base: 'EUR', day: valueDate, rates: [{ currency: 'JPY', rate: '166.92' }] };
  const { id: rates } = await api.as(maker).enterRates({}, sheet);
  const { id: period } = first((await api.as(auditor).listPeriods()).periods);

  // A file that was refused, and one that the bank has answered.
  await accountOf(api, city);
  await accountOf(api, lender.sponsor);
  await cooled(api);
  const filing = await actors.payable(city, [[lender, '1000.00']], { milestones: ['1000.00'] });
  await settled(api);
  const waits = await approvedPayment(api, filing.id, 1, lender.sponsor);
  await api.as(maker).accountsOfPayments({ id: filing.id });
  await api.as(maker).paymentsForFile({ id: lender.sponsor, currency: 'USD', with: 'names' });
  const { id: withdrawn } = await fileMade(api, lender.sponsor, [waits]);
  await api.as(checker).refusePaymentFile({ id: withdrawn }, { note: 'Another day.' });
  const { id: paying } = await fileMade(api, lender.sponsor, [waits]);
  await api.as(secondChecker).approvePaymentFile({ id: paying });
  await api.as(maker).downloadPaymentFile({ id: paying });
  await api.as(maker).sendPaymentFile({ id: paying });
  const { message, lines } = await api.as(maker).getPaymentFile({ id: paying, limit: 1, with: 'names' });
  const words = [{ instruction: first(lines).instruction, status: 'ACSP' }];
  await api.as(maker).uploadAnswer(new TextEncoder().encode(answerText(message, words)));
  const finance: Someone = { person: 'finance', organisation: 'secretariat', roles: ['finance.maker'] };
  expect((await web.ask(finance, 'downloadPaymentFile', { id: paying })).status).toBe(200);
  await api.as(auditor).listPaymentFiles({ counts: 'status,payer', payer: lender.sponsor, sort: '-day', limit: 1 });
  await api.as(auditor).getPaymentFileTimeline({ id: paying });

  // What is a person’s own.
  await web.ask(officer, 'changeSettings', {}, { language: 'ja', timeZone: 'Asia/Tokyo', density: 'compact' });
  await web.ask(officer, 'saveSearch', {}, { name: 'Composting', list: 'projects', query: 'q=compost' });
  await web.ask(officer, 'changeSearch', { number: 1 }, { name: 'Composting', list: 'work' });
  await web.ask(officer, 'removeSearch', { number: 1 }, {});
  await web.ask(officer, 'muteNotices', {}, { kinds: ['reminder'], projects: [draft.id] });
  const { notices } = await api.as(officerOf(city)).listNotices({});
  await web.ask(officer, 'readNotices', {}, { upTo: first(notices).place });

  const hash = (await api.as(officerOf(city)).upload(new TextEncoder().encode('evidence'), 'text/plain')).hash;
  const reads: readonly (readonly [OperationName, Parameters?])[] = [
    ['listProjects', { limit: 1 }],
    ['listProjects', { limit: 5, with: 'names' }],
    ['getProject', { id: project, with: 'names' }],
    ['getTimeline', { id: project, with: 'names', kind: 'offer,payment,reminder', limit: 5 }],
    ['listProjects', { q: 'waste', counts: 'status,country,theme', sort: '-amount', limit: 5 }],
    ['findFundings', { counts: 'status', limit: 5 }],
    ['findOffers', { counts: 'status', sort: 'due', limit: 5 }],
    ['findEnvelopes', { counts: 'sponsor', sort: 'due', limit: 5 }],
    ['findPayments', { counts: 'status', sort: '-amount', limit: 5 }],
    ['listProposers', { limit: 1 }],
    ['listProposers', { kind: 'city', country: 'JP', counts: 'kind,country', sort: '-name' }],
    ['listSponsors', { limit: 1 }],
    ['listSponsors', { kind: 'fund,company', counts: 'kind', sort: 'name' }],
    ['listMandates', { country: 'JP,VN', all: 'country', currency: 'USD', amountFrom: '1', counts: 'country,theme', sort: '-amount' }],
    ['listMilestones', { limit: 1 }],
    ['listMilestones', { sponsor: lender.sponsor, status: 'due,verified', dueFrom: '2020-01-01', counts: 'status', sort: '-due' }],
    ['listAccounts'],
    ['getLedger', { party: city, agreement: agreement.id, from: '2020-01-01', to: '2099-01-01' }],
    ['listWork', { waits: 'all', with: 'names', limit: 5 }],
    ['listWork', { waits: 'others', kind: 'report-to-verify,payment-to-confirm', sort: '-since', limit: 5 }],
    ['getPortfolio', { with: 'names' }],
    ['searchEverything', { q: 'waste', with: 'names' }],
    ['searchEverything', { q: 'Nobody calls anything so, in Japan' }],
    ['searchPublished', { q: 'composting', limit: 1 }],
    ['getOverview'],
    ['getOverview', { waits: 'all' }],
    ['listWork', { waits: 'ours', sinceFrom: '2020-01-01', sinceTo: '2099-01-01' }],
    ['getPublicTotals', { country: 'JP' }],
    ['getPublicFlow', { theme: 'reuse' }],
    ['getPublicDay'],
    ['getPublicPlaces'],
    ['getPublicMap'],
    ['listPublicMilestones'],
    ['listPublicProofs'],
    ['getDataFields', { dataset: 'projects' }],
    ['listPublicProjects', { q: 'ward', counts: 'status,country,theme', sort: '-amount', with: 'names', limit: 5 }],
    ['getPublicProject', { id: project }],
    ['getPublicProposer', { id: city }],
    ['getPublicSponsor', { id: lender.sponsor, with: 'names' }],
    ['listPublicMandates', { sponsor: lender.sponsor, counts: 'status', sort: 'title' }],
    ['listLists'],
    ['listLists', { language: 'ja' }],
    ['getList', { list: 'indicators' }],
    ['findPlaces', { q: 'Yoko', country: 'JP', limit: 2 }],
    ['listPeople', { organisation: city, with: 'names' }],
    ['listPeople', {}],
    ['getPortfolio', { proposer: city, country: 'JP', theme: 'reuse' }],
    ['getPortfolio', { sponsor: lender.sponsor }],
    ['listAgreements'],
    ['listAgreements', { proposer: city, sponsor: lender.sponsor, dueFrom: '2020-01-01', counts: 'status', sort: '-amount' }],
    ['listPassports', { status: 'cleared,flagged', level: 'red,yellow', dueTo: '2099-01-01', counts: 'status,level', sort: 'due' }],
    ['listNotices', { with: 'names', limit: 5 }],
    ['listNotices', { unread: 'true' }],
    ...(['getClock', 'getSession', 'getSettings', 'listSearches'] as const).map((name) => [name] as const),
    ['getTimeline', { id: project }],
    ['findSponsors', { id: project }],
    ...(['listOffers', 'compareOffers'] as const).map((name) => [name, { id: funding.id }] as const),
    ['scheduleOfOffer', { id: funding.id, offer: taken }],
    ['listEnvelopes', { id: lender.sponsor }],
    ...(['getEnvelope', 'getEnvelopeTimeline'] as const).map((name) => [name, { id: lender.envelope }] as const),
    ['takenOfEnvelope', { id: lender.envelope, ...usd('10.00') }],
    ['getMandate', { id: lender.mandate }],
    ['findProjects', { id: lender.mandate, near: 'true' }],
    ['listMatches', {}],
    ['explainMatch', { id: lender.mandate, project }],
    ...(['listPayments', 'editionsOfAgreement'] as const).map((name) => [name, { id: agreement.id }] as const),
    ['downloadEdition', { id: agreement.id, number: '1' }],
    ['getMoneyOfMilestone', { id: milestone.id }],
    ['printMilestone', { id: milestone.id }],
    ['printLedger', { party: city, to: '2099-01-01' }],
    ['getPublicMilestone', { id: milestone.id, with: 'names' }],
    ['listBankAccounts', { counts: 'status,organisation', sort: '-updated', with: 'names', limit: 5 }],
    ...(['getRates', 'getRatesTimeline'] as const).map((name) => [name, { id: rates }] as const),
    ['listPeriods', { counts: 'status', sort: '-through', limit: 5 }],
    ...(['getPeriod', 'getPeriodTimeline'] as const).map((name) => [name, { id: period }] as const),
    ['listRates', { counts: 'status,source', sort: '-day', base: 'EUR', dayTo: '2099-01-01', limit: 5 }],
    ...(['getBankAccount', 'getBankAccountTimeline'] as const).map((name) => [name, { id: account }] as const),
    ...rules,
    ['listPassports', { limit: 1 }],
    ['getPassport', { id: passport }],
    ['getMandateTimeline', { id: lender.mandate }],
    ['getSponsorTimeline', { id: lender.sponsor }],
    ['getProposerTimeline', { id: city }],
    ['getPassportTimeline', { id: passport, kind: 'passport', limit: 1 }],
  ];
  for (const { collection, id } of await begun(web, { proposer: city, sponsor: lender.sponsor }))
    expect([collection, (await web.send('GET', `/v1/${collection}/${id}`, { as: watcher })).status]).toEqual([collection, 200]);
  for (const [name, of] of reads) expect([name, of, (await web.ask(watcher, name, of)).status]).toEqual([name, of, 200]);
  expect((await web.ask(officer, 'downloadEvidence', { hash })).status).toBe(200);
  await api.as(secretary).proposeClosure({ id: project }, { note: 'All is paid.' });
  await api.as(approver).refuseClosure({ id: project, number: 1 }, { note: 'The final report is missing.' });
  await actors.closed(project);
  await api.as(auditor).getProject({ id: project });

  const { terms } = await api.as(auditor).getMandate({ id: lender.mandate });
  await api.as(sponsorOfficerOf(lender.sponsor)).whatIf({}, { terms, mandate: lender.mandate });
  await api.as(officerOf(city)).checkProposals({}, { proposer: city, proposals: [proposal()] });
  const { code } = await api.as(auditor).printAgreement({ id: agreement.id });
  await api.as(auditor).checkPrint({}, { code });

  const listening = await document.fetch(urlOf(system.address, 'listen'), {
    headers: { authorization: `Bearer ${await web.tokenOf(watcher)}` },
  });
  await listening.body?.cancel();

  await refusals(web, { project, agreement: agreement.id, officer, watcher, stranger: await actors.city() });
  expect(document.faults).toEqual([]);
  unanswered.push(document.unanswered());
});

test('every operation of a declaration, of who signs it, and of what they hand in answers so', async () => {
  const { system, document, api } = await startDescribed();
  onTestFinished(() => system.close());
  const web = http(system.address, document.fetch);
  const { session, certificate, holder } = await programmeDone(api);
  const headers = { authorization: `Bearer ${await web.tokenOf(holder)}` };
  for (const file of [
    urlOf(system.address, 'downloadSessionCalendar', { id: session }),
    urlOf(system.address, 'downloadCredential', { id: certificate }),
    urlOf(system.address, 'downloadTrainingCalendar'),
    urlOf(system.address, 'downloadPublicSessionCalendar', { id: session }),
    urlOf(system.address, 'downloadCertificateStatus', { list: 1 }),
  ])
    expect([file, (await document.fetch(file, { headers })).status]).toEqual([file, 200]);
  const hash = await fileOf(api.as(secretary), 'The law.');
  const sources = [{ address: 'https://example.org/law', file: hash, licence: 'public-domain' as const }];
  await published(api, { reference: 'TW-TP-2000-law', content: { ...FEE.content, sources } });
  await settled(api);
  expect((await document.fetch(urlOf(system.address, 'downloadPublicEvidence', { hash }))).status).toBe(200);
  expect((await document.fetch(urlOf(system.address, 'getDataCatalogue'))).status).toBe(200);
  expect((await document.fetch(urlOf(system.address, 'downloadData', { dataset: 'projects' }))).status).toBe(200);
  const { id, officer } = await joinedCity(api);
  const secret = randomBytes(32).toString('base64url');
  await officer.openCalendar({ id }, { hash: createHash('sha256').update(secret).digest('hex'), language: 'en' });
  expect((await document.fetch(urlOf(system.address, 'downloadCalendar', { id, secret }))).status).toBe(200);
  expect(document.faults).toEqual([]);
  unanswered.push(document.unanswered());
});

/** In minor units: all of it is in one currency. */
const sum = (amounts: readonly Schemas['Money'][]): bigint =>
  amounts.reduce((total, amount) => total + (parseMoney(amount)?.amount ?? 0n), 0n);

describe('every variant of the life cycle', () => {
  let started: Awaited<ReturnType<typeof startDescribed>>;
  let system: MemorySystem;
  let shown: readonly Demonstration[];
  beforeAll(async () => {
    started = await startDescribed();
    system = started.system;
    shown = (await demonstrate(started.api)).demonstrations;
    return system.close;
  });

  test('answers as the served document says', async () => {
    // No variant has what its guarantor was confirmed to have paid by mistake.
    const { api } = started;
    const all = await Array.fromAsync(api.as(auditor).each('listAgreements'));
    const [paid] = all.flatMap(({ id, drawings }) =>
      drawings.filter(({ status }) => status === 'paid').map(({ number }) => ({ id, number })),
    );
    if (!paid) throw new Error('a guarantor has paid');
    await api.as(maker).reverseClaim(paid, { document: await adviceOf(api), note: 'It was another call.' });
    await api.as(checker).confirmClaimReversal(paid);
    expect(started.document.faults).toEqual([]);
    unanswered.push(started.document.unanswered());
  });

  test('ends where it should', () => {
    expect(shown.map(({ name, status }) => [name, status])).toEqual(shown.map(({ name, ends }) => [name, ends]));
    expect(shown.length).toBeGreaterThan(20);
  });

  test('leaves every invariant whole, and no reservation, workflow or timer behind but what signatories have ahead', async () => {
    expect(await verifiedFaults(system)).toEqual({});
    // A signatory always has something ahead: the first of its steps is all that anybody still waits for.
    const api = system.api.as(auditor);
    const ahead: string[] = [];
    for await (const { id, place, status } of api.each('listSignatories')) {
      if (!place || !['active', 'suspended'].includes(status)) continue;
      const { clocks = [] } = await api.getSignatory({ id });
      ahead.push(...clocks.flatMap((clock) => clock.ahead.map(({ on }) => beginningIn(place.timeZone, on))));
    }
    const { earliestDeadline } = await api.getClock();
    expect(earliestDeadline).toBe(ahead.toSorted()[0]);
  });

  test('is shown in its timeline, to each as far as they may see it', async () => {
    const { project = '' } = shown.find(({ name }) => name === 'sponsor-declines-to-sign') ?? {};
    const timelineFor = async (as: Person) => (await system.api.as(as).getTimeline({ id: project })).entries;
    const all = await timelineFor(auditor);
    expect(all.map(({ at }) => at)).toEqual(all.map(({ at }) => at).toSorted());
    for (const type of ['OfferWithdrawn', 'AgreementVoided', 'FundingGapReopened', 'PaymentSettled'])
      expect(all.map((entry) => entry.type)).toContain(type);
    expect(all.find(({ type }) => type === 'AgreementVoided')?.summary).toMatch(/^The draft agreement is void: spo_\w+ declined to sign/);
    const { sponsor } = await actorsOf(system.api).sponsor();
    const stranger = await timelineFor({ organisation: sponsor, role: 'sponsor.officer' });
    expect(stranger.map(({ type }) => type)).toContain('FundingGapReopened');
    expect(stranger.filter(({ type }) => /^(Offer|Agreement|Payment)/.test(type))).toEqual([]);
  });

  test('adds to the portfolio what its offers, agreements and payments come to, each unit of money once', async () => {
    const all = <Name extends ListName>(name: Name): Promise<ItemOf<Name>[]> => Array.fromAsync(system.api.as(auditor).each(name));
    const [agreements, payments] = [await all('listAgreements'), await all('findPayments')];
    const inForce = agreements.filter(({ status }) => ['effective', 'suspended', 'terminating'].includes(status));
    const paid = (of: readonly string[]) => sum(payments.filter(({ status }) => of.includes(status)).map(({ amount }) => amount));
    const owed = sum(inForce.flatMap(({ cells }) => cells.map(({ amount }) => amount)));
    const ofThese = payments.filter(({ agreement }) => inForce.some(({ id }) => id === agreement));
    const moved = sum(ofThese.filter(({ status }) => !['refused', 'failed'].includes(status)).map(({ amount }) => amount));
    const { stages, projects } = await system.api.as(auditor).getPortfolio();
    const sumOf = (stage: string) => sum(stages.filter((each) => each.stage === stage).map(({ amount }) => amount));
    expect(sumOf('settled')).toBe(paid(['settled']));
    expect(sumOf('in-payment')).toBe(paid(['requested', 'approved', 'instructed']));
    expect(sumOf('committed')).toBe(owed - moved);
    expect(sumOf('settled')).toBeGreaterThan(0n);
    const published = (await all('listProjects')).filter(({ submission }) => submission > 0);
    expect(projects.count).toBe(published.length);
    const asking = published.filter(({ status }) => ['submitted', 'more-information-required', 'eligible'].includes(status));
    const gathering = (await all('findFundings')).filter(({ status }) => ['open', 'target-reached'].includes(status));
    expect(sumOf('sought')).toBe(
      sum([...asking.map(({ proposal }) => proposal.target), ...gathering.map(({ gap }) => gap)].flatMap((amount) => amount ?? [])),
    );
  });

  test('shown again, changes nothing', async () => {
    const before = await system.commits();
    expect((await demonstrate(system.api)).demonstrations).toEqual(shown);
    expect(await system.commits()).toBe(before);
  });
});

test('between them, every operation has answered', () => {
  expect(unanswered.length).toBe(3);
  const [one = [], ...others] = unanswered;
  expect(one.filter((name) => others.every((each) => each.includes(name)))).toEqual([]);
});

/** A statement of a sponsor’s account that does not add up: a gap of its cash book, explained twice. */
async function gapOf(api: MemorySystem['api'], sponsor: string): Promise<void> {
  const account = '0007654321';
  await accountOf(api, sponsor, {}, account);
  await settled(api);
  const text = statementText({ account, currency: 'USD', opening: '10.00', closing: '11.00', entries: [] });
  await api.as(maker).uploadStatements(new TextEncoder().encode(text));
  await settled(api);
  const { id } = first((await api.as(auditor).listCashBooks({ counts: 'status,currency', sort: '-through', sponsor, limit: 1 })).books);
  const { key: gap } = first((await api.as(maker).getCashBook({ id, with: 'names' })).gaps);
  await api.as(maker).explainGap({ id }, { gap, as: 'fee', note: 'The bank says so.' });
  await api.as(checker).refuseGap({ id, explanation: '1' }, { note: 'Where?' });
  await api.as(maker).explainGap({ id }, { gap, as: 'fee', note: 'In its letter.' });
  await api.as(checker).confirmGap({ id, explanation: '2' });
  await api.as(auditor).getCashBookTimeline({ id });
}
