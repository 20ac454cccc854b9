import type { Schemas } from '@junkan/client/operations.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { beforeAll, expect, test } from 'vitest';
import { actorsOf, first, passUntil } from '../actors.ts';
import { asRole } from '../authority/moments.ts';
import { bodyOf, problemOf, refusal, type Someone } from '../http.ts';
import { openSystem } from '../open-system.ts';

type Draft = Schemas['ReportDraft'];
type Milestone = Schemas['Milestone'];
type Outcome = Schemas['Outcome'];

const { system, actors, web } = await openSystem();
let city: string;
let lender: string;
let milestone: Milestone;
beforeAll(async () => {
  city = await actors.city();
  const sponsor = await actors.sponsor();
  lender = sponsor.sponsor;
  const agreement = await actors.agreed(city, [[sponsor, '1000.00']], { milestones: ['1000.00'], indicators: ['collection-coverage'] });
  milestone = first(await actors.signed(agreement));
  await passUntil(system.api, async () => (await draftOf(officer())) !== undefined && (await statusOf()) !== 'scheduled');
});

const of = () => ({ id: milestone.id });
const officer = (person = 'officer'): Someone => ({ person: `${person} of ${city}`, organisation: city, roles: ['proposer.officer'] });
const certifier = (person = 'certifier'): Someone => ({
  person: `${person} of ${city}`,
  organisation: city,
  roles: ['proposer.certifier'],
});
const draftOf = async (as: Someone): Promise<Draft> => bodyOf<Draft>(await web.ask(as, 'getReportDraft', of()));
const statusOf = async (): Promise<string> => bodyOf<Milestone>(await web.ask(officer(), 'getMilestone', of())).status;

async function uploaded(words: string, name: string): Promise<string> {
  const reply = await web.ask(officer(), 'uploadEvidence', { name }, undefined, {
    raw: new TextEncoder().encode(words),
    headers: { 'content-type': 'text/plain' },
  });
  expect([reply.status, reply.bytes.toString()]).toEqual([201, expect.stringContaining(name)]);
  return bodyOf<{ hash: string }>(reply).hash;
}

const TONNES = [{ code: 'collection-coverage', value: '12.5', unit: 't' }];

test('two persons write one report; what another has saved since is refused with who and when, and nothing is lost', async () => {
  expect(await draftOf(officer())).toMatchObject({
    version: 0,
    status: 'editing',
    results: { version: 0, indicators: [] },
    preparedBy: [],
  });
  const saved = await web.ask(officer('Aoi'), 'saveDraftNarrative', of(), { version: 0, note: 'By Aoi.' });
  expect([saved.status, bodyOf<Outcome>(saved)]).toMatchObject([200, { version: 2, status: 'editing' }]);
  const late = await web.ask(officer('Ren'), 'saveDraftNarrative', of(), { version: 0, note: 'By Ren.' });
  expect(problemOf(late)).toEqual({ status: 409, type: '/problems/section-has-changed', pointers: ['/version'] });
  expect(bodyOf<{ facts: object }>(late).facts).toMatchObject({ section: 'narrative', asked: 0, actual: 1, by: officer('Aoi').person });
  // Another section is no conflict.
  expect((await web.ask(officer('Ren'), 'saveDraftResults', of(), { version: 0, indicators: TONNES })).status).toBe(200);
  const { narrative, results, preparedBy, history } = await draftOf(officer('Ren'));
  expect(narrative).toMatchObject({ version: 1, note: 'By Aoi.', saved: { by: officer('Aoi').person } });
  expect(results).toMatchObject({ version: 1, indicators: [{ code: 'collection-coverage', value: '12.5' }] });
  expect(preparedBy).toEqual([officer('Aoi').person, officer('Ren').person]);
  await web.ask(officer('Ren'), 'saveDraftNarrative', of(), { version: 1, note: 'By both.' });
  expect((await draftOf(officer())).history?.narrative.map(({ note }) => note)).toEqual(['By Aoi.', 'By both.']);
  expect(history?.narrative).toHaveLength(1);
});

test('what is missing is named, and files have names', async () => {
  const { version } = await draftOf(officer());
  const incomplete = await web.ask(officer(), 'sendDraft', of(), { version });
  expect([problemOf(incomplete).type, bodyOf<{ facts: object }>(incomplete).facts]).toEqual([
    '/problems/draft-is-incomplete',
    { missing: ['evidence'] },
  ]);
  const hash = await uploaded('the photographs', 'photographs.txt');
  expect((await web.ask(officer('Aoi'), 'saveDraftEvidence', of(), { version: 0, evidence: [hash] })).status).toBe(200);
  const [file] = (await draftOf(officer())).files ?? [];
  expect(file).toMatchObject({
    hash,
    name: 'photographs.txt',
    mediaType: 'text/plain',
    size: '15',
    uploads: [{ person: officer().person }],
  });
});

test('nobody else knows of a draft: it is not found, not in the timeline, and not among what waits', async () => {
  const { version, id } = await draftOf(officer());
  expect((await web.ask(officer(), 'sendDraft', of(), { version })).status).toBe(200);
  await settled(system.api);
  for (const organisation of [lender, 'secretariat', await actorsOf(system.api).city('Elsewhere')]) {
    const who = asRole(organisation);
    expect(await refusal(web.ask(who, 'getReportDraft', of()))).toEqual([404, '/problems/draft-not-found']);
    const shown = [
      await web.ask(who, 'getTimeline', { id: milestone.project }),
      await web.ask(who, 'getMilestone', of()),
      await web.ask(who, 'listWork', { waits: 'all', limit: 500 }),
    ];
    for (const { status, bytes } of shown) {
      expect(status).toBe(200);
      for (const secret of [id, 'By both.', 'photographs', 'report-to-sign', 'ReportSent', officer('Aoi').person])
        expect([organisation, secret, bytes.toString().includes(secret)]).toEqual([organisation, secret, false]);
    }
  }
  const own = bodyOf<{ entries: { type: string; summary: string }[] }>(await web.ask(officer(), 'getTimeline', { id: milestone.project }));
  expect(own.entries.at(-1)).toMatchObject({
    type: 'ReportSentToCertifier',
    kind: 'report',
    summary: 'The report was sent to the certifier.',
  });
});

const workAt = async (who: Someone, at: string, waits = 'me'): Promise<string[]> =>
  bodyOf<{ work: { kind: string; href: string }[] }>(await web.ask(who, 'listWork', { waits, limit: 500 }))
    .work.filter(({ href }) => href === `/v1/milestones/${milestone.id}${at}`)
    .map(({ kind }) => kind);
const waiting = (who: Someone) => workAt(who, '/draft');
/** Whomever it waits for. */
const onMilestone = (who: Someone) => workAt(who, '', 'all');
const LENDER = (): Someone => ({ person: 'officer of the lender', organisation: lender, roles: ['sponsor.officer'] });

test('a certifier returns it or signs it off, and nobody who had a part in it does', async () => {
  const { version } = await draftOf(certifier());
  expect([await waiting(certifier()), await waiting(officer())]).toEqual([['report-to-sign'], []]);
  for (const person of ['officer', 'Aoi', 'Ren']) {
    const sign = web.ask({ ...officer(person), roles: ['proposer.officer', 'proposer.certifier'] }, 'signOffReport', of(), { version });
    expect(await refusal(sign)).toEqual([403, '/problems/prepared-by-the-same-person']);
  }
  expect(await refusal(web.ask(officer('Aoi'), 'saveDraftNarrative', of(), { version: 2, note: 'Too late.' }))).toEqual([
    409,
    '/problems/draft-is-sent',
  ]);
  const past = { evidence: (await draftOf(officer())).evidence.evidence };
  expect(await refusal(web.ask(officer(), 'reportMilestone', of(), past))).toEqual([409, '/problems/draft-is-at-the-certifier']);
  expect([await onMilestone(officer()), await onMilestone(LENDER())]).toEqual([[], ['report-due']]);
  const back = { version, note: 'Which wards?' };
  expect((await web.ask(certifier(), 'returnDraft', of(), back)).status).toBe(200);
  await settled(system.api);
  expect([await waiting(certifier()), await waiting(officer())]).toEqual([[], ['draft-returned']]);
  expect(await onMilestone(officer())).toEqual(['report-due']);
  expect(await draftOf(officer())).toMatchObject({ status: 'returned', returned: { note: 'Which wards?', by: certifier().person } });
  expect(await refusal(web.ask(certifier(), 'signOffReport', of(), { version }))).toEqual([409, '/problems/draft-is-not-sent']);
  await web.ask(officer('Aoi'), 'saveDraftNarrative', of(), { version: 2, note: 'Wards 3 and 4.' });
  const again = await draftOf(officer());
  const sent = bodyOf<Outcome>(await web.ask(officer('Aoi'), 'sendDraft', of(), { version: again.version }));
  expect(await refusal(web.ask(certifier(), 'signOffReport', of(), { version }))).toEqual([409, '/problems/draft-is-another']);
  const signed = await web.ask(certifier(), 'signOffReport', of(), { version: sent.version }, { key: 'the-sign-off' });
  expect([signed.status, bodyOf<Outcome>(signed).status]).toEqual([200, 'submitted']);
  const repeated = await web.ask(certifier(), 'signOffReport', of(), { version: sent.version }, { key: 'the-sign-off' });
  expect(bodyOf<Outcome>(repeated)).toEqual(bodyOf<Outcome>(signed));
});

test('what was signed is what the secretariat gets, and the draft is kept as it was', async () => {
  await settled(system.api);
  const { status, reports = [], report } = bodyOf<Milestone>(await web.ask(asRole('secretariat'), 'getMilestone', of()));
  const writers = [officer('Aoi'), officer('Ren'), officer()].map(({ person }) => person);
  expect([status, report]).toMatchObject(['submitted', { submittedBy: certifier().person, indicators: TONNES }]);
  expect(reports).toMatchObject([
    { number: 1, submitted: { note: 'Wards 3 and 4.', by: certifier().person }, files: [{ name: 'photographs.txt' }] },
  ]);
  expect([...(report?.preparedBy ?? [])].sort()).toEqual(writers.toSorted());
  const draft = await draftOf(officer());
  expect([draft.status, draft.narrative.note, draft.history?.returned.length]).toEqual(['signed-off', 'Wards 3 and 4.', 1]);
  expect(draft.may?.filter(({ answer }) => answer === 'allowed')).toEqual([]);
  expect([await waiting(certifier()), await waiting(officer())]).toEqual([[], []]);
  const verify = web.ask({ ...asRole('secretariat'), person: officer('Ren').person }, 'verifyMilestone', of(), { report: 1 });
  expect((await verify).status).toBe(403);
});

test('what was recorded is as it may be', async () => {
  await settled(system.api);
  const { invariants } = await system.verify();
  expect(invariants.flatMap(({ broken }) => broken)).toEqual([]);
});
