import { auditor, officerOf } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { first } from '../actors.ts';
import { enquired } from '../enquiries.ts';
import { FOLLOWED } from '../followed.ts';
import { fileOf, passedTo } from '../joined-city.ts';
import { CHECKS, DECLARATION, TOKYO } from '../signatory.ts';
import { verifiedOf } from '../verified-result.ts';
import { learning } from './learning.ts';
import { asRole, type Part, type Possible, type Scene } from './moments.ts';

const NOTE = { note: 'because' };
const S = 'secretariat';

type Done = Possible & { readonly by: ReturnType<typeof asRole> };
type Place = { readonly id: string; readonly on: (act: Possible['act'], body?: object) => Possible; readonly city: string };
const at =
  (id: string) =>
  (act: Possible['act'], body?: object): Possible => ({ act, of: { id }, ...(body ? { body } : {}) });
const moment = (state: string, done: Done, others: readonly Possible[] = []) => {
  const { by: _, ...possible } = done;
  return { state, possible: [possible, ...others], done };
};

/**
 * A declaration, a city that signs it, and what it hands in: late, so that it is noticed, suspended, warned that it lapses, and reinstated.
 * What is done is done by the caller that iterates it.
 */
export async function* lifeOfSignatory(scene: Scene): Part<void> {
  const { api, city } = scene;
  yield* partnering();
  yield* enquiring(scene);
  yield* learning(scene);
  const declaration = yield* declaring();
  const signatory = yield* joining(scene, declaration);
  const milestone = await verifiedOf(api, city);
  const place: Place = { id: signatory, on: at(signatory), city };
  yield* affirming(scene, place, declaration);
  yield* grouping(place, declaration);
  yield* acting(scene, declaration);
  const series = yield* following(scene);
  yield* assessing(scene, place);
  const year = Number((await settled(api)).now.slice(0, 4));
  const until = (years: number, monthAndDay: string) => passedTo(api, `${year + years}-${monthAndDay}T03:00:00.000Z`);
  await until(1, '06-01');
  const plan = yield* planning(scene, place, `${year + 1}-05-20`);
  await until(2, '06-15');
  yield* suspending(place, until);
  await until(4, '08-01');
  const announce = { ...place.on('announceLapse'), by: asRole(S) };
  yield moment('suspended for long', announce);
  await until(5, '01-10');
  await settled(api);
  yield moment('lapse announced', { ...plan.draft, by: asRole(city) }, [place.on('lapseSignatory')]);
  yield moment('plan drafted again', { ...plan.on('signOffPlan', { edition: 1 }), by: asRole(city) });
  await settled(api);
  yield moment('plan signed off again', { ...plan.on('acceptPlan', { edition: 1 }), by: asRole(S) });
  yield* reporting(scene, place, milestone);
  yield* correcting(scene, series);
  await settled(api);
  yield moment('all accepted', { ...place.on('reinstateSignatory'), by: asRole(S) });
  await settled(api);
}

async function* enquiring({ api, city }: Scene): Part<void> {
  const on = at(await enquired(api, 'Kota Baru'));
  const by = asRole(S);
  const link = on('linkEnquiry', { organisation: city });
  const close = on('closeEnquiry', { reason: 'no-answer', ...NOTE });
  yield moment('enquiry received', { ...on('answerEnquiry', { how: 'phone', ...NOTE }), by }, [link, close]);
  yield moment('enquiry answered', { ...link, by }, [close]);
  yield moment('another enquiry received', { ...at(await enquired(api, 'Kota Lama'))('closeEnquiry', { reason: 'spam' }), by });
}

async function* partnering(): Part<void> {
  const details = { name: 'Repair Network', kind: 'network', country: 'JP' };
  const { id = '' } = yield moment('no partner', { act: 'registerPartner', body: details, by: asRole(S) });
  const on = at(id);
  const ask = on('namePartnerContact', { contact: 'Hana, hana@repair.example.org' });
  yield moment('partner registered', { ...ask, by: asRole(S) }, [on('closePartner', NOTE)]);
  yield moment('partner with a contact', { ...on('closePartner', NOTE), by: asRole(S) });
}

/** Who has drafted one version may publish another, so that one person drafts all of them. */
const DRAFTER = asRole(S);

async function* declaring(): Part<string> {
  const draft: Done = { act: 'draftDeclaration', body: { text: DECLARATION }, by: DRAFTER };
  const { id = '' } = yield moment('nothing', draft);
  const on = at(id);
  const numbered = (act: Possible['act'], number: number): Done => ({ ...on(act, { number }), by: asRole(S) });
  yield moment('declaration drafted', numbered('publishDeclaration', 1));
  yield moment('declaration in force', { ...on('draftVersion', { text: DECLARATION }), by: DRAFTER });
  yield moment('version drafted', numbered('discardDraft', 2));
  return id;
}

async function* joining({ api, city }: Scene, declaration: string): Part<string> {
  const interest: Done = { act: 'expressInterest', body: { declaration, place: TOKYO }, by: asRole(city) };
  const { id: stopped = '' } = yield moment('declaration in force', interest);
  yield moment('interested', { ...at(stopped)('stopJoining', NOTE), by: asRole(city) });
  const invite: Done = { act: 'inviteCity', body: { declaration, city, place: TOKYO }, by: asRole(S) };
  const { id = '' } = yield moment('stopped', invite);
  const on = at(id);
  const { now } = await settled(api);
  const today = now.slice(0, 10);
  const document = await fileOf(api.as(officerOf(city)), 'Decided.');
  const decide = on('recordCouncilDecision', { decidedOn: today, decisionNumber: '3', document });
  yield moment('invited', { ...decide, by: asRole(city) });
  // Whom the test of what waits asks as this role.
  const signer = `proposer.certifier-of-${city}`;
  yield moment('decided', { ...on('recordMandate', { person: signer, from: today, document }), by: asRole(city) });
  const { versions } = await api.as(auditor).getDeclaration({ id: declaration });
  const { language, hash } = first(first(versions).texts);
  yield moment('mandated', { ...on('signDeclaration', { version: 1, language, hash }), by: asRole(city, signer) });
  yield moment('signed', { ...on('checkSignature', { checks: CHECKS }), by: asRole(S) });
  yield moment('checked', { ...on('admitSignatory'), by: asRole(S) });
  return id;
}

async function* affirming({ api, city }: Scene, { on }: Place, declaration: string): Part<void> {
  const of = at(declaration);
  yield moment('admitted', { ...of('draftVersion', { text: DECLARATION }), by: DRAFTER });
  yield moment('newer version drafted', { ...of('publishDeclaration', { number: 3 }), by: asRole(S) });
  await settled(api);
  const { versions } = await api.as(auditor).getDeclaration({ id: declaration });
  const { language, hash } = first(versions.find(({ number }) => number === 3)?.texts ?? []);
  yield moment('asked to affirm', { ...on('affirmDeclaration', { version: 3, language, hash }), by: asRole(city) });
}

async function* grouping({ on, city }: Place, declaration: string): Part<void> {
  const form: Done = {
    act: 'formGroup',
    body: { declaration, title: 'Bay', groupKind: 'individual', sharedCommitments: [] },
    by: asRole(city),
  };
  const { id: group = '' } = yield moment('admitted', form);
  yield moment('group formed', { ...on('joinGroup', { group }), by: asRole(city) });
  const invite = at(group)('inviteToGroup', { city });
  yield moment('in a group', { ...on('leaveGroup'), by: asRole(city) }, [invite]);
  yield moment('group left', { ...on('openCalendar', { hash: 'a'.repeat(64), language: 'en' }), by: asRole(city) });
  yield moment('calendar opened', { ...on('closeCalendar'), by: asRole(city) });
  yield moment('calendar closed', { ...at(group)('dissolveGroup'), by: asRole(city) });
  const ask = on('askExtension', { obligation: 'plan', days: 10, ...NOTE });
  yield moment('group dissolved', { ...ask, by: asRole(city) });
  yield moment('extension asked', { ...on('refuseExtension', { obligation: 'plan', ...NOTE }), by: asRole(S) });
}

async function* acting({ api, city }: Scene, declaration: string): Part<void> {
  const plan: Done = { act: 'planAction', body: { place: TOKYO, content: { title: 'A market' } }, by: asRole(city) };
  const { id = '' } = yield moment('extension refused', plan);
  const by = () => ({ by: asRole(city) });
  const on = at(id);
  yield moment('action planned', { ...on('reviseAction', { content: { title: 'A market without waste' } }), ...by() });
  yield moment('action planned', { ...on('startAction'), ...by() });
  const { actions } = await api.as(auditor).listActions({ city });
  const ofProject = at(first(actions.filter(({ project }) => project)).id);
  const tags = { declaration, commitments: ['C1'] };
  yield moment('action under way', { ...ofProject('tagAction', { tags }), ...by() }, [on('tagAction', { tags })]);
  const year = { indicator: 'tonnes-composted', from: '2025-01-01', to: '2025-12-31' };
  yield moment('project tagged', { ...on('recordResult', { ...year, value: '80' }), ...by() });
  const { results } = await api.as(auditor).getAction({ id });
  yield moment('result recorded', { ...on('correctResult', { result: first(results).source, value: '90', ...NOTE }), ...by() });
  yield moment('result corrected', { ...on('completeAction'), ...by() });
}

const YEAR = { from: '2025-01-01', to: '2025-12-31', certainty: 'reported', evidence: [] } as const;

async function* following({ city }: Scene): Part<string> {
  const by = () => ({ by: asRole(city) });
  const open: Done = { act: 'openSeries', body: { place: TOKYO, ...FOLLOWED }, ...by() };
  const { id = '' } = yield moment('action completed', open);
  const on = at(id);
  yield moment('series opened', { ...on('setSeriesTarget', { target: '500', targetOn: '2035-12-31' }), ...by() });
  yield moment('target set', { ...on('recordSeriesValue', { ...YEAR, value: '80' }), ...by() });
  const corrected = { act: 'correctSeriesValue', of: { id, period: '1' }, body: { ...OTHER, evidence: [], value: '85' } } as const;
  yield moment('value of a series told', { ...corrected, ...by() });
  return id;
}

const OTHER = { certainty: 'reported', ...NOTE } as const;

/** Once a published report has used a value of it. */
async function* correcting({ api, city }: Scene, id: string): Part<void> {
  const evidence = [await fileOf(api.as(officerOf(city)), 'Weighed again.')];
  const propose = (value: string): Done => ({
    act: 'proposeSeriesCorrection',
    of: { id, period: '1' },
    body: { ...OTHER, value, evidence },
    by: asRole(city),
  });
  const on = (act: Possible['act'], correction: number, body?: object): Possible => ({
    act,
    of: { id, correction: `${correction}` },
    ...(body ? { body } : {}),
  });
  await settled(api);
  yield moment('value of a series locked', propose('90'));
  const refuse = on('refuseSeriesCorrection', 1, NOTE);
  yield moment('correction proposed', { ...refuse, by: asRole(S) }, [on('acceptSeriesCorrection', 1)]);
  yield moment('correction refused', propose('95'));
  await settled(api);
  yield moment('correction proposed again', { ...on('acceptSeriesCorrection', 2), by: asRole(S) });
}

async function* assessing({ api, city }: Scene, { on }: Place): Part<void> {
  const { id = '' } = yield moment('value of a series corrected', { ...on('beginAssessment'), by: asRole(city) });
  const { entries } = await api.as(auditor).getList({ list: 'dimensions' });
  const own = at(id);
  const answer = { edition: 1, known: 'level', level: 1, evidence: [], addresses: [], target: 3, targetYear: 2031 } as const;
  const [dimension, ...others] = entries.map(({ code }) => own('answerDimension', { ...answer, dimension: code }));
  if (!dimension) throw new Error('the list of dimensions is empty');
  yield moment('assessment begun', { ...dimension, by: asRole(city) });
  for (const { body } of others) await api.as(officerOf(city)).answerDimension({ id }, body as never);
  yield moment('assessment answered', { ...own('signOffAssessment', { edition: 1 }), by: asRole(city) });
  yield moment('assessment signed off', { ...own('correctAssessment', { corrects: 1, ...NOTE }), by: asRole(city) });
}

async function* planning({ api, city }: Scene, { on }: Place, decidedOn: string): Part<{ on: ReturnType<typeof at>; draft: Possible }> {
  const { id = '' } = yield moment('plan to come', { ...on('openPlan'), by: asRole(city) });
  const plan = at(id);
  const document = await fileOf(api.as(officerOf(city)), 'Decided too.');
  const decided = { decidedOn, decisionNumber: '44', document };
  const actions = [{ title: 'A market', commitments: ['C1'], seeksMoney: true }];
  const drafted = (objective: string): Possible =>
    plan('draftPlan', { edition: 1, ...decided, objectives: [objective], actions, left: [] });
  yield moment('plan opened', { ...drafted('Half of the waste is used again.'), by: asRole(city) });
  yield moment('plan drafted', { ...plan('signOffPlan', { edition: 1 }), by: asRole(city) });
  const back = plan('returnPlan', { edition: 1, remarks: [{ section: 'objectives', reason: 'Which half?' }] });
  yield moment('plan signed off', { ...back, by: asRole(S) }, [plan('acceptPlan', { edition: 1 })]);
  return { on: plan, draft: drafted('Half of the food waste is used again.') };
}

async function* suspending({ on, city }: Place, until: (years: number, monthAndDay: string) => Promise<void>): Part<void> {
  const obligation = 'plan';
  const of = (act: Possible['act'], more: object = {}): Possible => on(act, { obligation, ...more });
  yield moment('plan overdue', { ...of('prepareNotice', NOTE), by: asRole(S) });
  yield moment('notice prepared', { ...of('issueNotice'), by: asRole(S) });
  yield moment('notice issued', { ...of('answerNotice', NOTE), by: asRole(city) });
  await until(2, '09-01');
  yield moment('notice over', { ...of('suspendSignatory'), by: asRole(S) });
}

async function* reporting({ api, city }: Scene, { id: signatory }: Place, milestone: string): Part<void> {
  const { reports } = await api.as(auditor).listProgressReports({ signatory });
  const { id } = first(reports.filter(({ number }) => number === 1));
  const on = at(id);
  const of = (act: Possible['act'], more: object = {}): Possible => on(act, { edition: 1, ...more });
  const key = 'learning/courses';
  const typed = { section: 'learning', key, value: '3', unit: '', certainty: 'reported', note: '' };
  yield moment('report open', { ...of('typeValue', typed), by: asRole(city) }, [at(signatory)('openReport', { number: 1 })]);
  yield moment('value written', { ...of('writeSection', { section: 'actions', ...NOTE }), by: asRole(city) });
  for (const section of ['results', 'evidence', 'learning', 'commitments', 'governance', 'next', 'standing'] as const)
    await api.as(officerOf(city)).writeSection({ id }, { edition: 1, section, ...NOTE });
  yield moment('sections written', { ...of('explainValue', { key: 'commitments/C1', ...NOTE }), by: asRole(city) });
  const contested = of('contestValue', { key: `results/${milestone}/tonnes-recycled`, value: '310', ...NOTE });
  yield moment('value explained', { ...contested, by: asRole(city) });
  const signOff = of('signOffProgressReport');
  yield moment('value contested', { ...signOff, by: asRole(city) });
  const judge = { act: 'judgeContest', of: { id, contest: '1' }, body: { outcome: 'stands', ...NOTE } } as const;
  yield moment('report signed off', { ...judge, by: asRole(S) });
  const question = of('reviewCell', { key, verdict: 'questioned', ...NOTE });
  yield moment('contest judged', { ...question, by: asRole(S) });
  const back = of('returnProgressReport', { remarks: [{ section: 'learning', reason: 'Whose?' }] });
  yield moment('value questioned', { ...back, by: asRole(S) });
  await api.as(officerOf(city)).writeSection({ id }, { edition: 1, section: 'learning', note: 'Courses of the ministry.' });
  yield moment('report returned', { ...signOff, by: asRole(city) });
  yield moment('report signed off again', { ...of('reviewCell', { key, verdict: 'accepted', note: '' }), by: asRole(S) });
  yield moment('value accepted', { ...of('acceptProgressReport'), by: asRole(S) });
  yield moment('report accepted', { ...on('proposeReportEdition', NOTE), by: asRole(city) });
}
