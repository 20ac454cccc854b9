import { randomUUID } from 'node:crypto';
import type { OrganisationKind } from '@junkan/proto/actor.ts';
import { auditor, maker as treasurer } from '@junkan/scripts/main-job/api.ts';
import { adviceOf } from '@junkan/scripts/main-job/bank.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import type { Agreement, Funding, Milestone } from '@junkan/scripts/main-job/messages.ts';
import { accountOf } from '../accounts.ts';
import { CONDITION, first, GRANT, passUntil, proposal, type Sponsor, usd } from '../actors.ts';
import { FROM_NOTHING } from '../begun.ts';
import { INSPECTED, MET } from '../screened.ts';
import { advancing } from './advances.ts';
import { ofApprovalRules } from './approval-rules.ts';
import { ofBankAccounts } from './bank-accounts.ts';
import { ofBudgetEnds, ofIncreases } from './budget-ends.ts';
import { ofDelegations } from './delegations.ts';
import { ofDetails } from './details.ts';
import { closing, makerOf, releasing } from './ending.ts';
import { exchanging } from './exchanges.ts';
import { rejectedByBank } from './files.ts';
import { holding } from './holds.ts';
import { ofMandates } from './mandates.ts';
import { asRole, type Part, type Possible, type Scene } from './moments.ts';
import { payingInPart } from './part-payments.ts';
import { ofPeriods } from './periods.ts';
import { ofRates } from './rates.ts';
import { recovering } from './recoveries.ts';
import { givenBack, ofCashBook, settledByStatement } from './statements.ts';
import { drawing } from './unfunded.ts';

const NOTE = { note: 'because' };
/** What everybody may do with what is their own. */
const OWN: readonly Possible[] = [
  { act: 'changeSettings', body: { density: 'compact' } },
  { act: 'muteNotices', body: { kinds: ['reminder'] } },
  { act: 'readNotices', body: { upTo: '2026-01-01T00:00:00.000Z/prj_a@00000001' } },
  { act: 'saveSearch', body: { name: 'Mine', list: 'projects' } },
  { act: 'changeSearch', of: { number: 1 }, body: { name: 'Mine', list: 'work' } },
  { act: 'removeSearch', of: { number: 1 } },
];
const S = 'secretariat';

/** One project from its draft to its close, by as many variants as one life cycle can take. What is done is done by the caller that iterates it. */
export async function* lifecycle(scene: Scene): Part<void> {
  for (const each of [scene.city, scene.lender.sponsor]) await accountOf(scene.api, each);
  const project = yield* proposing(scene);
  const funding = yield* raising(scene, project);
  const agreement = yield* approving(scene, project, funding);
  for (const part of [contracting, meeting, advancing, holding, implementing, releasing, recovering]) yield* part(scene, agreement);
  yield* closing(scene, project);
  for (const part of [ofBankAccounts, ofRates, ofPeriods, ofCashBook, ofApprovalRules, ofBudgetEnds, ofDelegations, exchanging, ofDetails])
    yield* part(scene);
}

async function* proposing(scene: Scene): Part<string> {
  const { api, city, lender } = scene;
  const sponsorsOwn: Possible[] = [
    {
      act: 'publishMandate',
      body: { sponsor: lender.sponsor, terms: { title: 'x', countries: ['JP'], ticketMinimum: usd('1.00'), ticketMaximum: usd('2.00') } },
    },
    { act: 'openEnvelope', of: { id: lender.sponsor }, body: { total: usd('1.00') } },
    ...(await ofMandates(api, lender)),
  ];
  const draft: Possible = { act: 'draftProject', body: { proposer: city, proposal: plan() } };
  const ofCity: Possible[] = [{ act: 'requestDueDiligence', body: { subject: city } }, draft];
  const ofNothing: Possible[] = [
    { act: 'advanceClock', body: { to: '2999-01-01T00:00:00.000Z' } },
    ...OWN,
    ...FROM_NOTHING.filter(({ act }) => !ofCity.some((one) => one.act === act)),
  ];
  const { id = '' } = yield { state: 'nothing', possible: [...ofNothing, ...ofCity, ...sponsorsOwn], done: { ...draft, by: asRole(city) } };
  // A draft waits as long as it takes.
  yield* drawing(scene);
  const on = (act: Possible['act'], body: object = {}): Possible => ({ act, of: { id }, body });
  const withdraw = on('withdrawProject', NOTE);
  const revise = async (): Promise<Possible> => {
    const { version } = await api.as(auditor).getProject({ id });
    const body = plan(`Revised ${version}`);
    return { act: 'reviseProposal', of: { id }, body, headers: { 'if-match': `"${version}"` } };
  };
  const submit = on('submitProject');
  const revising = await revise();
  const { headers = {} } = revising;
  const papers: Possible[] = [
    { act: 'attachDocuments', of: { id }, body: { documents: [] }, headers },
    { act: 'nameContacts', of: { id }, body: { contacts: [{ name: 'Hana' }] }, headers },
  ];
  yield { state: 'draft', possible: [revising, submit, withdraw, ...papers], done: { ...revising, by: asRole(city) } };
  yield { state: 'draft', possible: [], done: { ...submit, by: asRole(city) } };
  const ask = on('requestInformation', NOTE);
  const pass = on('declareEligible', MET);
  const fail = on('declareIneligible', { reasons: ['other'] });
  yield { state: 'submitted', possible: [ask, pass, fail, withdraw], done: { ...ask, by: asRole(S) } };
  const inform = on('provideInformation', NOTE);
  yield {
    state: 'more-information-required',
    possible: [inform, fail, withdraw, await revise()],
    done: { ...inform, by: asRole(city) },
  };
  yield { state: 'submitted', possible: [], done: { ...pass, by: asRole(S) } };
  const open = on('openProject');
  yield { state: 'eligible', possible: [open, withdraw], done: { ...open, by: asRole(S) } };
  return id;
}

const plan = (title = 'Repair cafés') => ({ ...proposal({ milestones: ['600.00', '400.00'] }), title });

async function* raising({ api, actors, city, lender }: Scene, project: string): Part<Funding> {
  const round = await actors.funding(project);
  const { mandate, envelope } = lender;
  const propose: Possible = {
    act: 'proposeOffer',
    of: { id: round.id },
    body: {
      mandate,
      envelope,
      amount: usd('800.00'),
      financing: { ...GRANT, retentionPercent: '10', advances: true, conditions: [CONDITION] },
    },
  };
  const withdrawn: Possible = { act: 'withdrawProject', of: { id: project }, body: NOTE };
  yield* asking(round.id, city, lender);
  const { offer = '' } = yield { state: 'open', possible: [propose, withdrawn], done: { ...propose, by: asRole(lender.sponsor) } };
  await settled(api);
  const on = (act: Possible['act'], body: object = {}, side?: OrganisationKind): Possible => ({
    act,
    of: { id: round.id, offer },
    body,
    ...(side ? { side } : {}),
  });
  const counter = (side: OrganisationKind, terms: number, amount: string) =>
    on('counterOffer', { terms, amount: usd(amount), ...NOTE }, side);
  const accept = (side: OrganisationKind, terms: number) => on('acceptOffer', { terms }, side);
  const decline = on('declineOffer', NOTE);
  const retract = on('retractOffer', NOTE);
  yield {
    state: 'live',
    possible: [counter('proposer', 1, '1000.00'), accept('proposer', 1), decline, retract],
    done: { ...counter('proposer', 1, '1000.00'), by: asRole(city) },
  };
  await settled(api);
  yield {
    state: 'countered',
    possible: [counter('sponsor', 2, '900.00'), accept('sponsor', 2), retract],
    done: { ...accept('sponsor', 2), by: asRole(lender.sponsor) },
  };
  return actors.funding(project);
}

/** A sponsor asks for itself, and the city answers for all. */
async function* asking(id: string, city: string, lender: Sponsor): Part<void> {
  const ask: Possible = { act: 'askQuestion', of: { id }, body: { ...NOTE, visibility: 'asker' } };
  yield { state: 'open', possible: [ask], done: { ...ask, by: asRole(lender.sponsor) } };
  const answer: Possible = { act: 'answerQuestion', of: { id, number: 1 }, body: { ...NOTE, visibility: 'all' } };
  yield { state: 'asked', possible: [answer], done: { ...answer, by: asRole(city) } };
}

async function* approving({ api, actors, city, lender }: Scene, project: string, funding: Funding): Part<Agreement> {
  const { id: offer } = first(funding.offers);
  const request: Possible = { act: 'requestDueDiligence', body: { subject: city } };
  const { id: passport = '' } = yield { state: 'funded', possible: [request], done: { ...request, by: asRole(S) } };
  const review = (act: Possible['act'], body: object): Possible => ({ act, of: { id: passport }, body });
  const { now } = await api.as(auditor).getClock();
  const clear = review('clearSubject', { validUntil: `${Number(now.slice(0, 4)) + 1}-06-30` });
  const flag = review('flagSubject', { level: 'observation', note: 'late once' });
  yield { state: 'under review', possible: [clear, flag], done: { ...clear, by: asRole(S) } };
  const rely = review('relyOnClearance', { project });
  const revoke = review('revokeClearance', NOTE);
  yield { state: 'cleared', possible: [rely, revoke, flag], done: { ...rely, by: asRole(lender.sponsor) } };

  const confirm: Possible = { act: 'approveOffer', of: { id: funding.id, offer } };
  const takeBack: Possible = { act: 'withdrawOffer', of: { id: funding.id, offer }, body: NOTE };
  const approve: Possible = { act: 'approveProject', of: { id: project } };
  const refuse: Possible = { act: 'refuseProject', of: { id: project }, body: NOTE };
  const withdraw: Possible = { act: 'withdrawProject', of: { id: project }, body: NOTE };
  yield {
    state: 'funded',
    possible: [confirm, takeBack, approve, refuse, withdraw],
    done: { ...confirm, by: asRole(lender.sponsor) },
  };
  await settled(api);
  yield { state: 'funded', possible: [], done: { ...approve, by: asRole(S) } };
  await settled(api);
  return actors.agreement(project);
}

async function* contracting({ api, city, lender }: Scene, { id, contentHash }: Agreement): Part<void> {
  const sign: Possible = { act: 'signAgreement', of: { id }, body: { contentHash } };
  const decline: Possible = { act: 'declineSignature', of: { id }, body: NOTE };
  yield { state: 'drafted', possible: [sign, decline], done: { ...sign, side: 'proposer', by: asRole(city) } };
  yield { state: 'drafted', possible: [], done: { ...sign, side: 'sponsor', by: asRole(lender.sponsor) } };
  await settled(api);
  const measure = (kind: string): Possible => ({
    act: 'proposeMeasure',
    of: { id },
    body: { kind, ...NOTE, ...(kind === 'suspension' ? { cause: 'other' } : {}) },
  });
  const answer: Possible = { act: 'answerMeasure', of: { id, number: 1 }, body: NOTE };
  const decide = (act: 'approveMeasure' | 'refuseMeasure', number: number): Possible => ({
    act,
    of: { id, number },
    side: 'secretariat',
    ...(act === 'refuseMeasure' ? { body: NOTE } : {}),
  });
  for (const [number, kind] of [
    [1, 'suspension'],
    [2, 'resumption'],
  ] as const) {
    yield { state: 'in force', possible: [measure(kind)], done: { ...measure(kind), by: asRole(S) } };
    const [approve, refuse] = [decide('approveMeasure', number), decide('refuseMeasure', number)];
    if (kind === 'suspension') {
      const possible = [approve, refuse, answer];
      yield { state: `${kind} proposed`, possible, done: { ...answer, by: asRole(city) } };
      yield { state: `${kind} answered`, possible: [approve, refuse], done: { ...approve, by: asRole(S) } };
    } else yield { state: `${kind} proposed`, possible: [approve, refuse], done: { ...approve, by: asRole(S) } };
    await settled(api);
  }
}

/** What has to be so before the first payment. */
async function* meeting({ api, city, lender }: Scene, { id }: Agreement): Part<void> {
  const on = (act: Possible['act'], body: object = {}): Possible => ({ act, of: { id, number: 1 }, body });
  const report = on('reportCondition', NOTE);
  yield { state: 'in force', possible: [report], done: { ...report, by: asRole(city) } };
  const confirm = on('confirmCondition');
  const possible = [confirm, on('refuseCondition', NOTE)];
  yield { state: 'condition reported', possible, done: { ...confirm, by: asRole(lender.sponsor) } };
  await settled(api);
}

async function* implementing(scene: Scene, agreement: Agreement): Part<void> {
  const { api, actors, city, lender } = scene;
  const [one, two] = await actors.milestones(agreement.project);
  if (!one || !two) throw new Error('two milestones were planned');
  yield* waiving(scene, two);
  yield* ofIncreases(scene);
  const on = (act: Possible['act'], body: object): Possible => ({ act, of: { id: one.id }, body });
  await passUntil(api, async () => (await api.as(auditor).getMilestone({ id: one.id })).status !== 'scheduled');
  const upload = async (
    words: string,
    as: Parameters<typeof api.as>[0] = { organisation: city, role: 'proposer.officer' },
  ): Promise<string> => (await api.as(as).upload(new TextEncoder().encode(words), 'text/plain')).hash;
  const judged = (report: number) => ({
    back: on('returnReport', { report, ...NOTE }),
    verify: on('verifyMilestone', { report }),
    reject: on('rejectMilestone', { report, rest: 'cancelled', ...NOTE }),
  });
  const submit = on('reportMilestone', { evidence: [await upload('photographs')], ...NOTE });
  const notes = await upload('notes of a visit', { organisation: S, role: 'secretariat.verifier' });
  const seen = { kind: 'site-visit', inspectedOn: '2026-11-24', evidence: [notes], conclusion: 'confirmed-in-part' } as const;
  const inspect = on('inspectMilestone', { ...seen, ...INSPECTED, ...NOTE });
  yield {
    state: 'due',
    possible: [submit, inspect, on('proposeWaiver', { rest: 'cancelled', ...NOTE })],
    done: { ...submit, by: asRole(city) },
  };
  const first = judged(1);
  yield { state: 'submitted', possible: [first.back, first.verify, first.reject, inspect], done: { ...first.back, by: asRole(S) } };
  yield* drafting(city, on, await upload('more photographs'));
  const second = judged(2);
  yield { state: 'submitted', possible: [second.back, second.verify, second.reject], done: { ...second.verify, by: asRole(S) } };
  await settled(api);
  yield* payingInPart(scene, agreement.id);
  yield* paying(scene, agreement.id, lender.sponsor);
}

/** A report by its draft, which its certifier returns once. */
async function* drafting(city: string, on: (act: Possible['act'], body: object) => Possible, evidence: string): Part<void> {
  const results = on('saveDraftResults', { version: 0, indicators: [{ code: 'unplanned', value: '1' }] });
  const files = on('saveDraftEvidence', { version: 0, evidence: [evidence] });
  const account = (version: number) => on('saveDraftNarrative', { version, note: `Account ${version}` });
  yield { state: 'returned', possible: [results, files, account(0)], done: { ...files, by: asRole(city) } };
  const send = (version: number) => on('sendDraft', { version });
  const back = on('returnDraft', { version: 3, ...NOTE });
  const sign = (version: number) => on('signOffReport', { version });
  yield { state: 'written', possible: [send(2), account(0)], done: { ...send(2), by: asRole(city) } };
  yield { state: 'at the certifier', possible: [back, sign(3)], done: { ...back, by: asRole(city) } };
  yield { state: 'returned by the certifier', possible: [send(4), account(0)], done: { ...send(4), by: asRole(city) } };
  yield { state: 'at the certifier', possible: [sign(5)], done: { ...sign(5), by: asRole(city) } };
}

async function* waiving({ api }: Scene, { id }: Milestone): Part<void> {
  const propose: Possible = { act: 'proposeWaiver', of: { id }, body: { rest: 'cancelled', ...NOTE } };
  yield { state: 'scheduled', possible: [propose], done: { ...propose, by: asRole(S) } };
  const waive: Possible = { act: 'waiveMilestone', of: { id, number: 1 } };
  const refuse: Possible = { act: 'refuseWaiver', of: { id, number: 1 }, body: NOTE };
  yield { state: 'waiver proposed', possible: [waive, refuse], done: { ...waive, by: asRole(S) } };
  await settled(api);
}

async function* paying(scene: Scene, agreement: string, sponsor: string): Part<void> {
  const { api } = scene;
  const maker = makerOf(agreement);
  const request: Possible = { act: 'requestPayment', of: { id: agreement }, body: { tranche: 1, sponsor } };
  const { payment = '' } = yield { state: 'paid in part', possible: [request], done: { ...request, by: maker } };
  const on = (act: Possible['act'], body?: object): Possible => ({
    act,
    of: { id: agreement, payment },
    ...(body ? { body } : {}),
  });
  const approve = on('approvePayment');
  yield { state: 'requested', possible: [approve, on('refusePayment', NOTE)], done: { ...approve, by: asRole(S) } };
  const { now } = await settled(api);
  const asked = { payer: sponsor, currency: 'USD', executionDate: now.slice(0, 10), payments: [payment] };
  const make: Possible = { act: 'makePaymentFile', body: asked };
  const { id: file = '' } = yield { state: 'approved', possible: [on('instructPayment'), make], done: { ...make, by: maker } };
  const onFile = (act: Possible['act'], body: object = {}): Possible => ({ act, of: { id: file }, body });
  const [approveFile, send, refuseFile] = [onFile('approvePaymentFile'), onFile('sendPaymentFile'), onFile('refusePaymentFile', NOTE)];
  yield { state: 'in a file', possible: [approveFile, refuseFile], done: { ...approveFile, by: asRole(S) } };
  await api.as(treasurer).downloadPaymentFile({ id: file });
  yield { state: 'in an approved file', possible: [send, refuseFile], done: { ...send, by: maker } };
  yield* rejectedByBank(scene, { file, on, request, by: maker });
  const settle = on('settlePayment', { bankReference: `BANK-${randomUUID()}`, valueDate: now.slice(0, 10), document: await adviceOf(api) });
  yield { state: 'instructed', possible: [settle, on('failPayment', NOTE)], done: { ...settle, by: maker } };
  const confirm = on('confirmPayment', { report: 2 });
  const object = on('objectToPayment', { report: 2, ...NOTE });
  yield { state: 'settlement reported', possible: [confirm, object], done: { ...object, by: asRole(S) } };
  await settled(api);
  yield* settledByStatement(scene, agreement, payment);
  yield* givenBack(scene, agreement, payment);
}
