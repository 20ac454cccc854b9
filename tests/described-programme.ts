import { dayIn } from '@junkan/kit/pure/dates.ts';
import {
  type Acting,
  type Api,
  approver,
  certifierOf,
  expertOf,
  nameOf,
  officerOf,
  secondVerifier,
  secretary,
  trainerOf,
  verifier,
} from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { actorsOf, first } from './actors.ts';
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
  sealed,
} from './awarding.ts';
import { callsOf } from './described-calls.ts';
import { enquired } from './enquiries.ts';
import { FOLLOWED } from './followed.ts';
import { fileOf, joinedCity, passedTo } from './joined-city.ts';
import { sessionOf, TRAINING } from './learning.ts';
import { bothOf, concludedBetween, invitedTo } from './peers.ts';
import { type Advised, advised, FEE, PARAGRAPHS } from './policy.ts';
import { DECLARATION, invited, signed, TOKYO } from './signatory.ts';
import { verifiedOf } from './verified-result.ts';

// What demonstrations do not do with declarations, signatories, what they hand in, and actions: so that each operation answers once.

const NOTE = { note: 'because' };

/** @returns what was learnt, of which files are downloaded. */
export async function programmeDone(api: Api) {
  await partnersOf(api);
  await enquiriesOf(api, await actorsOf(api).city());
  await exchangesOf(api);
  await learningOf(api);
  const learnt = await certifiedOf(api);
  await policiesOf(api);
  await awardsOf(api);
  await callsOf(api);
  await declarationsOf(api);
  await waysOut(api);
  await actionsOf(api);
  await handedInOf(api);
  return learnt;
}

async function exchangesOf(api: Api): Promise<void> {
  const actors = actorsOf(api);
  const { seeker, provider } = await bothOf(api, actors);
  const { officer } = seeker;
  await officer.findPeers({ id: seeker.city });
  const id = await concludedBetween(api, seeker, provider);
  await officer.tellFollowUp({ id }, { followUp: 'at-the-end', outcome: 'adopted' });
  await officer.askSecondLook({ id: seeker.assessment }, { exchange: id });
  await provider.officer.giveSecondLook({ id: seeker.assessment }, { levels: [{ dimension: 'capacity', level: 2 }] });
  await officer.getExchange({ id });
  await officer.getExchangeTimeline({ id });
  await officer.listExchanges({ counts: 'status', with: 'names', limit: 5 });
  await officer.getPublicExchange({ id });
  await officer.stopExchange({ id: await invitedTo(api, seeker, provider.city) }, NOTE);
  await provider.officer.declineExchange({ id: await invitedTo(api, seeker, provider.city) }, NOTE);
}

async function enquiriesOf(api: Api, city: string): Promise<void> {
  const officer = api.as(secretary);
  const id = await enquired(api, 'Kota Baru');
  await officer.answerEnquiry({ id }, { how: 'meeting', ...NOTE });
  await officer.linkEnquiry({ id }, { organisation: city });
  await officer.closeEnquiry({ id: await enquired(api, 'Kota Lama') }, { reason: 'double', ...NOTE });
  await officer.getEnquiry({ id });
  await officer.getEnquiryTimeline({ id });
  await officer.listEnquiries({ counts: 'country', with: 'names', limit: 5 });
}

async function partnersOf({ as: by }: Api): Promise<void> {
  const officer = by(secretary);
  const details = {
    name: 'Repair Network',
    otherNames: [{ language: 'ja', name: '修理ネットワーク' }],
    kind: 'network',
    country: 'JP',
  } as const;
  const { id } = await officer.registerPartner({}, { ...details, website: 'https://repair.example.org', themes: ['repair'] });
  await officer.namePartnerContact({ id }, { contact: 'Hana, hana@repair.example.org' });
  await officer.getPartner({ id });
  await by(approver).closePartner({ id }, NOTE);
  await officer.getPartnerTimeline({ id });
  await officer.listPartners({ counts: 'kind', limit: 5 });
  await officer.listPublicPartners({ limit: 5 });
  await officer.getPublicPartner({ id });
}

async function learningOf(api: Api): Promise<void> {
  const { as: by } = api;
  const officer = by(secretary);
  const { id: draft } = await officer.draftTraining({}, { content: TRAINING });
  await officer.getTraining({ id: draft });
  await officer.retireTraining({ id: draft });
  const { id, plan, trainer, training } = await sessionOf(api, actorsOf(api), { seats: 1 });
  await officer.getTrainingTimeline({ id: training });
  await officer.listTrainings({ counts: 'theme', limit: 5 });
  await officer.listPublicTrainings({ limit: 5 });
  await officer.getPublicTraining({ id: training });
  await officer.changeSession({ id }, { plan: { ...plan, seats: 2 }, trainer });
  await officer.enrol({ id });
  await officer.cancelEnrolment({ id });
  await officer.getTrainingSession({ id });
  await officer.getTrainingSessionTimeline({ id });
  await officer.listTrainingSessions({ counts: 'status', limit: 5 });
  await officer.listPublicTrainingSessions({ limit: 5 });
  await officer.getPublicTrainingSession({ id });
  await officer.cancelSession({ id }, NOTE);
  await officer.getOwnLearning();
  await officer.getCertificateKeys();
  await officer.listCertificates({ limit: 5 });
}

/** Two have passed: the certificate of one is issued, named, and revoked at the second attempt; that of the other is declined. */
async function certifiedOf(api: Api) {
  const by = api.as;
  const { id: session, plan, partner } = await sessionOf(api, actorsOf(api), { seats: 1, aheadDays: 0.05 });
  const city = await actorsOf(api).city();
  const [one, two, trainer] = [officerOf(city), certifierOf(city), trainerOf(partner)];
  for (const person of [verifier, one, two]) await by(person).enrol({ id: session });
  await by(verifier).cancelEnrolment({ id: session });
  await by(one).takeSeat({ id: session });
  await by(secretary).changeSession({ id: session }, { plan: { ...plan, seats: 2 }, trainer: nameOf(trainer) });
  await by(two).takeSeat({ id: session });
  await passedTo(api, first(plan.meetings).to);
  await settled(api);
  const holders = [one, two].map(nameOf);
  await by(trainer).recordAttendance({ id: session }, { attendance: holders.map((person) => ({ person, hours: 6, passed: true })) });
  const answers = { aimsMet: 'fully', ofUse: 'largely', wellTaught: 'partly', goodMaterial: 'hardly', recommended: 'not-at-all' } as const;
  await by(one).giveFeedback({ id: session }, answers);
  await by(trainer).proposeCertificates({ id: session }, { holders });
  await settled(api);
  const { certificates } = await by(secretary).listCertificates({ session });
  const of = (holder: string) => certificates.find((each) => each.holder === holder)?.id ?? '';
  const [id, other] = [of(nameOf(one)), of(nameOf(two))];
  await by(secretary).declineCertificate({ id: other }, NOTE);
  await by(secretary).issueCertificate({ id });
  await by(one).nameHolder({ id }, { contact: 'Hana Ito' });
  const { code = '' } = await by(one).getCertificate({ id });
  await by(one).checkCertificate({ code, with: 'names' });
  const why = { revocation: 'attendance-was-wrong', ...NOTE } as const;
  await by(secretary).proposeRevocation({ id }, why);
  await by(approver).refuseRevocation({ id });
  await by(secretary).proposeRevocation({ id }, why);
  await by(approver).revokeCertificate({ id });
  await by(approver).getCertificateTimeline({ id });
  const { keys } = await by(one).getCertificateKeys();
  await by(approver).reportKeyLoss({}, { certificateKey: first(keys).kid });
  return { session, certificate: id, holder: { person: nameOf(one), organisation: city, roles: ['proposer.officer' as const] } };
}

/** An award that is cancelled, and one with a nominee who objects and may keep the prize. */
async function awardsOf(api: Api): Promise<void> {
  const { as: by } = api;
  const own = await Promise.all([1, 2, 3, 4].map(() => actorsOf(api).city()));
  const outside = own[3] ?? '';
  const award = await awarding(api, { own, more: [officerOf(outside)] });
  const { id, jury } = award;
  const { declaration, closesOn, judgingUntil } = award;
  const categories = [{ code: CATEGORY, title: 'First steps' }] as const;
  const drafted = { declaration, title: 'Another', closesOn, judgingUntil, categories, criteria: CRITERIA };
  const { id: cancelled } = await by(secretary).draftAwardCycle({}, drafted);
  await by(approver).cancelAwardCycle({ id: cancelled }, NOTE);
  const said = { title: 'We began', ...NOTE, actions: [] };
  const [city = '', third = '', other = ''] = own;
  const { id: proposed } = await by(secretary).nominate({}, { cycle: id, category: CATEGORY, city: third, ...said });
  await by(officerOf(third)).agreeToNomination({ id: proposed });
  await by(officerOf(third)).reviseNomination({ id: proposed }, { ...said, title: 'We began early' });
  await by(certifierOf(third)).withdrawNomination({ id: proposed });
  const nominations = await nominated(api, { ...award, cities: [city, other] });
  await screened(api, award, nominations);
  await judgingBegun(api, award, nominations);
  const juror = by(first(jury));
  await juror.markBallot({ id, nomination: first(nominations) }, { marks: marks(4, 2) });
  await sealed(api, award, nominations);
  await juror.voteOnOutcome({ id }, { category: CATEGORY, stands: true, order: [], note: '' });
  await by(approver).prolongJudging({ id }, { judgingUntil: dayFrom(`${judgingUntil}T00:00:00Z`, 1) });
  await judgingOver(api, { ...award, judgingUntil: dayFrom(`${judgingUntil}T00:00:00Z`, 1) });
  await announced(api, award);
  await struck(api, award, { city, outside });
  await awardRead(api, id, first(nominations));
  await afterAward(api, id, { nomination: first(nominations), city });
}

/** The city of a juror acts together with a nominee’s: that is known only after the outcome. */
async function struck(api: Api, award: Award, { city, outside }: { readonly city: string; readonly outside: string }) {
  const { id, declaration, cities, signatories } = award;
  const by = api.as;
  const shared = { declaration, title: 'Around the bay', groupKind: 'shared', sharedCommitments: ['C1'] } as const;
  const { id: group } = await by(officerOf(city)).formGroup({}, shared);
  await by(officerOf(city)).inviteToGroup({ id: group }, { city: outside });
  for (const each of [city, outside]) await by(officerOf(each)).joinGroup({ id: signatories[cities.indexOf(each)] ?? '' }, { group });
  await by(approver).strikeBallot({ id }, { category: CATEGORY, juror: nameOf(officerOf(outside)), ...NOTE });
  const { status } = await by(secretary).getAwardCycle({ id });
  if (status === 'deciding') await announced(api, award);
}

async function awardRead({ as: by }: Api, id: string, nomination: string): Promise<void> {
  const officer = by(secretary);
  await officer.getAwardCycle({ id, with: 'names' });
  await officer.getAwardCycleTimeline({ id });
  await officer.listAwards({ counts: 'status', limit: 5 });
  await officer.listPublicAwards({ limit: 5 });
  await officer.getPublicAwardCycle({ id });
  await officer.getNomination({ id: nomination });
  await officer.getNominationTimeline({ id: nomination });
  await officer.listNominations({ cycle: id, limit: 5 });
  await officer.listPublicNominations({ cycle: id, limit: 5 });
  await officer.getPublicNomination({ id: nomination });
  await officer.readNominationFeedback({ id: nomination });
}

/** Its outcome is objected to, its prize is kept, and it is closed. */
async function afterAward(api: Api, id: string, { nomination, city }: { readonly nomination: string; readonly city: string }) {
  const by = api.as;
  await by(certifierOf(city)).objectToOutcome({ id: nomination }, NOTE);
  await by({ ...approver, second: true }).answerObjection({ id: nomination }, NOTE);
  await by(secretary).proposePrizeWithdrawal({ id: nomination }, { grounds: 'values-were-corrected', ...NOTE });
  await by(certifierOf(city)).answerPrizeWithdrawal({ id: nomination }, NOTE);
  await by(approver).decidePrizeWithdrawal({ id: nomination }, { outcome: 'kept', ...NOTE });
  const { objectionsUntil = '' } = await by(secretary).getAwardCycle({ id });
  await passedTo(api, `${dayFrom(objectionsUntil, 1)}T03:00:00.000Z`);
  await settled(api);
  await by(secretary).closeAwardCycle({ id });
}

async function policiesOf(api: Api): Promise<void> {
  const { as: by } = api;
  const of = await advised(api, actorsOf(api));
  const { id, template, officer, certifier, expert } = of;
  const said = { draft: 1, paragraph: 1, note: 'Low at first.' } as const;
  await officer.commentInternally({ id }, said);
  await officer.answerInternalComment({ id, comment: '1' }, { commentOutcome: 'not-taken-up', ...NOTE });
  await certifier.openCommentWindow({ id }, { draft: 1, days: 7 });
  for (const note of ['Low at first.', 'Buy my bags.']) await by(secretary).commentOnDraft({ id }, { ...said, circle: 'public', note });
  await expert.answerComment({ id, comment: '1' }, { commentOutcome: 'not-taken-up', ...NOTE });
  await by(secretary).hideComment({ id, comment: '2' }, { hiddenBecause: 'advertises' });
  await officer.getSupportRequest({ id });
  await officer.getPublicSupportRequest({ id });
  await passedTo(api, first((await officer.getSupportRequest({ id })).windows).until);
  await expert.deliverDraft({ id }, { draft: 1 });
  const documents = [await fileOf(officer, 'Decided.')];
  const decidedOn = dayIn('Asia/Tokyo', (await settled(api)).now);
  const record = { draft: 1, decidedOn, decisionNumber: '7', documents };
  await certifier.recordAdoption({ id }, record);
  await by(verifier).returnAdoption({ id }, NOTE);
  await certifier.recordAdoption({ id }, record);
  await by(verifier).checkAdoption({ id });
  await settled(api);
  await officer.getSupportRequestTimeline({ id });
  await officer.listSupportRequests({ counts: 'status', limit: 5 });
  await officer.listPublicSupportRequests({ limit: 5 });
  await passedTo(api, `${Number(decidedOn.slice(0, 4)) + 1}${decidedOn.slice(4)}T15:00:00.000Z`);
  await officer.tellOutcomeOfAdoption({ id }, { afterAdoption: 'works', ...NOTE });
  await libraryOf(api, template);
  await notAdopted(api, of);
}

async function libraryOf({ as: by }: Api, id: string): Promise<void> {
  const officer = by(secretary);
  await officer.reviseInstrument({ id }, { ...FEE.content, costs: 'Little.' });
  await officer.getPolicyInstrument({ id });
  await officer.getPolicyInstrumentTimeline({ id });
  await officer.listPolicies({ counts: 'type', limit: 5 });
  await officer.listPublicPolicies({ limit: 5 });
  await officer.getPublicPolicyInstrument({ id });
  await officer.supersedeInstrument({ id }, NOTE);
}

async function notAdopted(api: Api, { officer, certifier, partner }: Advised): Promise<void> {
  const by = api.as;
  const asked = { title: 'Another fee', type: 'payt', place: TOKYO, question: 'How?', templates: [] };
  const { id: vague } = await officer.requestSupport({}, asked);
  await by(secretary).declineRequest({ id: vague }, { declinedBecause: 'too-vague', ...NOTE });
  const { id } = await officer.requestSupport({}, { ...asked, title: 'A third fee' });
  const person = nameOf(expertOf(partner));
  await by(secretary).acceptRequest({ id });
  await by(secretary).assignExpert({ id }, { person });
  await by(secretary).releaseExpert({ id }, NOTE);
  await by(secretary).assignExpert({ id }, { person });
  await by(expertOf(partner)).declareExpertInterests({ id }, { interests: [] });
  await by(expertOf(partner)).offerDraft({ id }, { base: 0, paragraphs: PARAGRAPHS });
  await by(expertOf(partner)).deliverDraft({ id }, { draft: 1 });
  await certifier.recordNotAdopted({ id }, { notAdoptedBecause: 'costs' });
  await by(secretary).closeRequest({ id });
}

async function declarationsOf({ as: by }: Api): Promise<void> {
  const { id } = await by(secretary).draftDeclaration({}, { text: DECLARATION });
  await by(approver).publishDeclaration({ id }, { number: 1 });
  await by(secretary).draftVersion({ id }, { text: DECLARATION });
  await by(secretary).discardDraft({ id }, { number: 2 });
  await by(approver).withdrawDeclaration({ id }, NOTE);
  await by(secretary).listDeclarations({ counts: 'status', with: 'names', limit: 5 });
  await by(secretary).getDeclarationTimeline({ id });
  await by(secretary).listPublicDeclarations({ limit: 5 });
  await by(secretary).getPublicDeclaration({ id });
}

/** Cities that do not sign, that leave a group, and that are suspended for long. */
async function waysOut(api: Api): Promise<void> {
  const { as: by } = api;
  const officer = by(secretary);
  const declined = await invited(api, await actorsOf(api).city());
  await signed(declined);
  await officer.returnSignature({ id: declined.id }, { reasons: ['document-cannot-be-read'] });
  await officer.declineCity({ id: declined.id }, NOTE);
  const { declaration } = declined;
  await declined.officer.expressInterest({}, { declaration, place: TOKYO });
  await declined.officer.stopJoining({ id: declined.id }, NOTE);

  const { id, city, officer: own, certifier, document, until } = await joinedCity(api);
  const { declaration: joined } = await own.getSignatory({ id });
  const { id: group } = await own.formGroup({}, { declaration: joined, title: 'Bay', groupKind: 'individual', sharedCommitments: [] });
  await own.joinGroup({ id }, { group });
  await certifier.leaveGroup({ id });
  await officer.draftVersion({ id: joined }, { text: DECLARATION });
  await by(approver).publishDeclaration({ id: joined }, { number: 2 });
  await settled(api);
  const { versions } = await certifier.getDeclaration({ id: joined });
  const { language, hash } = first(versions[1]?.texts ?? []);
  await certifier.affirmDeclaration({ id }, { version: 2, language, hash });
  await own.openCalendar({ id }, { hash: 'a'.repeat(64), language: 'en' });
  await own.getSignatory({ id });
  await own.closeCalendar({ id });
  await certifier.dissolveGroup({ id: group });
  const obligation = 'plan';
  await certifier.askExtension({ id }, { obligation, days: 10, ...NOTE });
  await by(approver).refuseExtension({ id }, { obligation, ...NOTE });
  await certifier.askExtension({ id }, { obligation: 'report-1', days: 10, ...NOTE });
  await by(approver).grantExtension({ id }, { obligation: 'report-1' });
  await settled(api);
  await officer.listSignatories({ counts: 'status', with: 'names', limit: 5 });
  await officer.getSignatoryTimeline({ id });
  await officer.listSignatoryGroups({ limit: 5 });
  await officer.getSignatoryGroupTimeline({ id: group });
  await officer.listPublicSignatories({ limit: 5 });
  await officer.getPublicSignatory({ id });
  await officer.listPublicSignatoryGroups({ limit: 5 });
  await officer.getPublicSignatoryGroup({ id: group });

  await until(2, '06-15');
  await officer.prepareNotice({ id }, { obligation, ...NOTE });
  await by(approver).issueNotice({ id }, { obligation });
  await until(2, '09-01');
  await by(approver).suspendSignatory({ id }, { obligation });
  await until(4, '08-01');
  await officer.announceLapse({ id });
  await until(5, '01-10');
  await by(approver).lapseSignatory({ id });
  const again = await joinedCity(api, city);
  const year = again.day(0, '01-20');
  await again.certifier.withdrawSignatory({ id: again.id }, { decidedOn: year, decisionNumber: '9', document });
}

async function actionsOf(api: Api): Promise<void> {
  const { id: signatory, officer } = await joinedCity(api);
  const { declaration } = await officer.getSignatory({ id: signatory });
  const content = { title: 'A market' };
  const { id } = await officer.planAction({}, { place: TOKYO, content });
  await officer.reviseAction({ id }, { content: { title: 'A market without waste' } });
  await officer.startAction({ id });
  await officer.tagAction({ id }, { tags: { declaration, commitments: ['C1'] } });
  const year = { indicator: 'tonnes-composted', from: '2025-01-01', to: '2025-12-31' };
  await officer.recordResult({ id }, { ...year, value: '80' });
  const { results } = await officer.getAction({ id });
  await officer.correctResult({ id }, { result: first(results).source, value: '90', ...NOTE });
  await officer.completeAction({ id });
  const { id: stopped } = await officer.planAction({}, { place: TOKYO, content });
  await officer.stopAction({ id: stopped }, NOTE);
  await settled(api);
  await officer.listActions({ with: 'names', limit: 5 });
  await officer.getActionTimeline({ id });
  await officer.getPublicResults({});
  await officer.listPublicResultRows({});
  await officer.listPublicActions({ limit: 5 });
}

const YEAR = { from: '2025-01-01', to: '2025-12-31', certainty: 'reported', evidence: [] } as const;

/** What a city measures, until a report uses it. */
async function followedBy(officer: Acting): Promise<string> {
  const { id } = await officer.openSeries({}, { place: TOKYO, ...FOLLOWED });
  await officer.setSeriesTarget({ id }, { target: '500', targetOn: '2035-12-31', baseline: '20', baselineOn: '2020-12-31' });
  await officer.recordSeriesValue({ id }, { ...YEAR, value: '80' });
  await officer.correctSeriesValue({ id, period: '1' }, { certainty: 'reported', evidence: [], value: '85', ...NOTE });
  return id;
}

/** Once a published report has used a value of it. */
async function correctedOf({ as: by }: Api, id: string, officer: Acting): Promise<void> {
  const evidence = [await fileOf(officer, 'Weighed again.')];
  const other = { certainty: 'reported', evidence, ...NOTE } as const;
  await officer.proposeSeriesCorrection({ id, period: '1' }, { ...other, value: '90' });
  await by(verifier).refuseSeriesCorrection({ id, correction: '1' }, NOTE);
  await officer.proposeSeriesCorrection({ id, period: '1' }, { ...other, value: '95' });
  await by(verifier).acceptSeriesCorrection({ id, correction: '2' });
  await officer.getSeries({ id });
  await officer.getSeriesTimeline({ id });
  await officer.listSeries({ counts: 'status', with: 'names', limit: 5 });
  await officer.listPublicSeries({ limit: 5 });
  await officer.getPublicSeries({ id });
}

async function handedInOf(api: Api): Promise<void> {
  const { as: by } = api;
  const { id, city, officer, certifier, document, day, until } = await joinedCity(api);
  const milestone = await verifiedOf(api, city);
  const series = await followedBy(officer);
  const { id: assessment } = await officer.beginAssessment({ id });
  const { entries: dimensions } = await officer.getList({ list: 'dimensions' });
  const answer = { edition: 1, known: 'level', level: 1, evidence: [], addresses: [], target: 3, targetYear: 2031 } as const;
  for (const { code: dimension } of dimensions) await officer.answerDimension({ id: assessment }, { ...answer, dimension });
  await certifier.signOffAssessment({ id: assessment }, { edition: 1 });
  await officer.correctAssessment({ id: assessment }, { corrects: 1, ...NOTE });
  await officer.getAssessment({ id: assessment });
  await officer.getAssessmentTimeline({ id: assessment });

  await until(1, '06-01');
  const { id: plan } = await officer.openPlan({ id });
  const planned = {
    edition: 1,
    decidedOn: day(1, '05-20'),
    decisionNumber: '44',
    document,
    objectives: ['Half of the waste is used again.'],
    actions: [{ title: 'A market', commitments: ['C1', 'C2'], seeksMoney: true }],
    left: [],
  };
  await officer.draftPlan({ id: plan }, planned);
  await certifier.signOffPlan({ id: plan }, { edition: 1 });
  await by(verifier).returnPlan({ id: plan }, { edition: 1, remarks: [{ section: 'objectives', reason: 'Which half?' }] });
  await officer.getActionPlan({ id: plan });
  await officer.getActionPlanTimeline({ id: plan });
  await officer.draftPlan({ id: plan }, { ...planned, objectives: ['Half of the food waste is used again.'] });
  await certifier.signOffPlan({ id: plan }, { edition: 1 });
  await by(verifier).acceptPlan({ id: plan }, { edition: 1 });
  await officer.getPublicActionPlan({ id: plan });

  await until(2, '10-03');
  const { reports } = await officer.listProgressReports({ signatory: id });
  const { id: report } = first(reports);
  const key = 'learning/courses';
  const typed = { edition: 1, section: 'learning', key, value: '3', unit: '', certainty: 'reported', note: '' } as const;
  await officer.typeValue({ id: report }, typed);
  for (const section of ['actions', 'results', 'evidence', 'learning', 'governance', 'commitments', 'next', 'standing'] as const)
    await officer.writeSection({ id: report }, { edition: 1, section, ...NOTE });
  const contested = `results/${milestone}/tonnes-recycled`;
  await officer.explainValue({ id: report }, { edition: 1, key: contested, ...NOTE });
  await officer.contestValue({ id: report }, { edition: 1, key: contested, value: '310', ...NOTE });
  await certifier.signOffProgressReport({ id: report }, { edition: 1 });
  const reviewer = by(secondVerifier);
  await reviewer.judgeContest({ id: report, contest: '1' }, { outcome: 'stands', ...NOTE });
  await reviewer.reviewCell({ id: report }, { edition: 1, key, verdict: 'questioned', ...NOTE });
  await reviewer.returnProgressReport({ id: report }, { edition: 1, remarks: [{ section: 'learning', reason: 'Whose?' }] });
  await officer.writeSection({ id: report }, { edition: 1, section: 'learning', note: 'Courses of the ministry.' });
  await certifier.signOffProgressReport({ id: report }, { edition: 1 });
  await reviewer.reviewCell({ id: report }, { edition: 1, key, verdict: 'accepted', note: '' });
  await reviewer.acceptProgressReport({ id: report }, { edition: 1 });
  await correctedOf(api, series, officer);
  await officer.proposeReportEdition({ id: report }, NOTE);
  await officer.getProgressReportTimeline({ id: report });
  await officer.printProgressReport({ id: report });
  await settled(api);
  await everybodyReads(officer, { assessment, report });
}

async function everybodyReads(officer: Acting, { assessment, report }: Readonly<Record<'assessment' | 'report', string>>) {
  await officer.listAssessments({ limit: 5 });
  await officer.listActionPlans({ limit: 5 });
  await officer.listPublicAssessments({ limit: 5 });
  await officer.getPublicAssessment({ id: assessment });
  await officer.listPublicActionPlans({ limit: 5 });
  await officer.listPublicProgressReports({ limit: 5 });
  await officer.getPublicProgressReport({ id: report });
}
