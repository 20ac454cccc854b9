import type { OperationName, Parameters } from '@junkan/client/operations.ts';
import { CONTEXT_NAMES, type Context } from '@junkan/proto/programs.ts';
import { approver, certifierOf, nameOf, officerOf, type Person, rolesOf, verifier } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { erase } from '@junkan/scripts/operate/erase.ts';
import { rollupFacts } from '@junkan/scripts/verify/rollup-facts.ts';
import { beforeAll, expect, test } from 'vitest';
import { first } from '../actors.ts';
import { verifiedFaults } from '../breaking.ts';
import { type Change, changes } from '../changes.ts';
import { FOLLOWED } from '../followed.ts';
import { bodyOf, type Someone } from '../http.ts';
import { joinedCity } from '../joined-city.ts';
import { openSystem } from '../open-system.ts';
import { resultsHeld } from '../shown-figures.ts';

const { system, api, actors, web } = await openSystem();
const COMPOSTED = 'tonnes-composted';

/** What they have typed, and what they are called. */
const REASON = 'The province does it.';
const WORDS = [REASON, 'Weighed twice.', 'We were busy.', 'Three courses.', 'Ours is a small town.', 'Which of them?', 'By hand.'];
const NAMES = { officer: 'Ota Haruko', certifier: 'Chie Mori', verifier: 'Vera Stein' };
const OBJECTIVE = 'Half of the waste is used again.';

let ids: Readonly<Record<'signatory' | 'city' | 'plan' | 'report' | 'action' | 'series' | 'assessment', string>>;
let persons: readonly string[];
/** Done by somebody whose token says a name. */
async function named(by: Person, name: string, operation: OperationName, of: Parameters, body: object): Promise<string> {
  const someone = { person: nameOf(by), organisation: by.organisation, roles: rolesOf(by.role), name };
  const { token } = bodyOf<{ token: string }>(await web.ask(undefined, 'issueToken', {}, someone));
  const reply = await web.ask(undefined, operation, of, body, { token });
  if (reply.status >= 300) throw new Error(`${operation}: ${reply.bytes}`);
  return bodyOf<{ id: string }>(reply).id;
}

beforeAll(async () => {
  const city = await actors.city();
  const sponsor = await actors.sponsor();
  const plannedIndicators = [{ code: COMPOSTED, unit: 't', baseline: '0', target: '500', method: 'Weighbridge', milestones: [1] }];
  const agreement = await actors.agreed(city, [[sponsor, '1000.00']], { plannedIndicators });
  await actors.verified(first(await actors.signed(agreement)), [{ code: COMPOSTED, value: '420', unit: 't' }]);
  const joined = await joinedCity(api, city);
  const { officer, certifier, id, until, day, document } = joined;
  persons = [officerOf(city), certifierOf(city), verifier].map(nameOf);
  const by = api.as;

  const ofCompost = { place: '1859642', content: { title: 'Compost' } };
  const action = await named(officerOf(city), NAMES.officer, 'planAction', {}, ofCompost);
  await officer.startAction({ id: action });
  const told = { indicator: COMPOSTED, from: '2025-01-01', to: '2025-12-31', value: '90', note: 'Weighed twice.' };
  await officer.recordResult({ id: action }, told);

  const { id: series } = await officer.openSeries({}, { place: '1859642', ...FOLLOWED });
  const measured = { certainty: 'reported', evidence: [], from: '2025-01-01', to: '2025-12-31', value: '90', note: 'By hand.' } as const;
  await officer.recordSeriesValue({ id: series }, measured);

  const { id: assessment } = await officer.beginAssessment({ id });
  await until(1, '06-01');
  const { id: plan } = await officer.openPlan({ id });
  const drafted = { edition: 1, decidedOn: day(1, '05-20'), decisionNumber: '44', document, objectives: [OBJECTIVE] };
  const actions = [{ title: 'A market', commitments: ['C1'], seeksMoney: true }];
  await officer.draftPlan({ id: plan }, { ...drafted, actions, left: [{ commitment: 'C2', reason: REASON }] });
  await certifier.signOffPlan({ id: plan }, { edition: 1 });
  await by(verifier).acceptPlan({ id: plan }, { edition: 1 });

  await until(2, '10-03');
  const asking = { obligation: 'report-1', days: 30, note: 'Ours is a small town.' };
  await named(certifierOf(city), NAMES.certifier, 'askExtension', { id }, asking);
  await by(approver).grantExtension({ id }, { obligation: 'report-1' });
  const report = first((await officer.listProgressReports({ signatory: id })).reports).id;
  for (const name of ['actions', 'results', 'learning', 'governance', 'evidence'] as const)
    await officer.writeSection({ id: report }, { edition: 1, section: name, note: 'We were busy.' });
  await officer.explainValue({ id: report }, { edition: 1, key: 'commitments/C2', note: REASON });
  await certifier.signOffProgressReport({ id: report }, { edition: 1 });
  const second = by({ ...verifier, second: true });
  const questioned = { edition: 1, key: 'commitments/C2', verdict: 'questioned', note: 'Which of them?' };
  await named(verifier, NAMES.verifier, 'reviewCell', { id: report }, questioned);
  await by(verifier).returnProgressReport({ id: report }, { edition: 1, remarks: [{ section: 'learning', reason: 'Whose courses?' }] });
  await officer.writeSection({ id: report }, { edition: 1, section: 'learning', note: 'Three courses.' });
  await certifier.signOffProgressReport({ id: report }, { edition: 1 });
  await second.acceptProgressReport({ id: report }, { edition: 1 });
  await settled(api);
  ids = { signatory: id, city, plan, report, action, series, assessment };
});

/** Everything that somebody reads of it, with the names of persons where there are any. */
function asked(): readonly (readonly [OperationName, Parameters])[] {
  const { signatory, city, plan, report, action, series, assessment } = ids;
  const splits = ['city', 'country', 'touched', 'attributed', 'payer', 'theme', 'certainty'].map(
    (by) => ['getPublicResults', { by }] as const,
  );
  const items = Object.entries({
    Signatory: signatory,
    ActionPlan: plan,
    ProgressReport: report,
    Action: action,
    Series: series,
    Assessment: assessment,
  });
  return [
    ['getPublicResults', {}],
    ['getPublicResults', { city }],
    ...splits,
    ['listPublicResultRows', {}],
    ['getPublicSignatory', { id: signatory }],
    ['listPublicSignatories', {}],
    ['getPublicProposer', { id: city }],
    ['getPublicActionPlan', { id: plan }],
    ['getPublicProgressReport', { id: report }],
    ['listPublicActionPlans', { city }],
    ['listPublicProgressReports', { city }],
    ['listSignatories', {}],
    ['listSignatories', { standing: 'good' }],
    ['listActions', {}],
    ['listSeries', {}],
    ['listPublicSeries', {}],
    ['listActionPlans', {}],
    ['listAssessments', {}],
    ['listProgressReports', { status: 'published' }],
    ['listWork', {}],
    ...items.flatMap(([name, id]) => [
      [`get${name}` as OperationName, { id, with: 'names' }] as const,
      [`get${name}Timeline` as OperationName, { id, with: 'names' }] as const,
    ]),
  ];
}

const READERS: readonly (readonly [Someone['organisation'], Someone['roles']])[] = [
  ['secretariat', ['secretariat.officer', 'secretariat.verifier', 'secretariat.approver']],
  ['secretariat', ['auditor']],
  ['', ['proposer.officer', 'proposer.certifier']],
];

async function everything(): Promise<Record<string, unknown>> {
  const answers: Record<string, unknown> = {};
  for (const [organisation, roles] of READERS)
    for (const [name, parameters] of asked()) {
      const reader = { person: `reader/${roles[0]}`, organisation: organisation || ids.city, roles };
      const { status, bytes } = await web.ask(name.includes('Public') ? undefined : reader, name, parameters);
      answers[`${roles[0]} ${name} ${JSON.stringify(parameters)}`] = status === 200 ? JSON.parse(bytes.toString()) : { status };
    }
  return answers;
}

/** What was typed is not there any more, which is said; and who did it is no longer named. */
const isErasure = ({ at, before, after }: Change): boolean =>
  (after === undefined && WORDS.includes(String(before))) ||
  (at.endsWith('/erased') && before === false && after === true) ||
  (after === undefined && persons.some((person) => at.endsWith(`/names/${person}`)));

const missing = (answers: object, wanted: readonly string[]): string[] => wanted.filter((each) => !JSON.stringify(answers).includes(each));

test('who drafted, signed, reported and verified can be erased: their words and names are gone, and everything else is as it was', async () => {
  const all = [...WORDS, ...Object.values(NAMES)];
  const before = await everything();
  expect(missing(before, [...all, OBJECTIVE])).toEqual([]);
  expect(await verifiedFaults(system)).toEqual({});

  const db = (context: string) => system.database(context as Context);
  for (const person of persons) expect(await erase({ contexts: CONTEXT_NAMES, db }, person)).toBeGreaterThan(1);
  const after = await everything();
  expect(missing(after, all)).toEqual(all);
  expect(changes(before, after).filter((change) => !isErasure(change))).toEqual([]);
  // What a plan intends says nothing of persons.
  expect(missing(after, [OBJECTIVE])).toEqual([]);
  expect((await resultsHeld(api, rollupFacts(await system.stored()))).wrong).toEqual([]);
  expect(await verifiedFaults(system)).toEqual({});
});
