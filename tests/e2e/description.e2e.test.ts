import {
  approver,
  auditor,
  checker,
  maker,
  officerOf,
  type Person,
  secretary,
  sponsorOfficerOf,
  verifier,
} from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { demonstrate } from '@junkan/scripts/main-job/demonstrations/run.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect } from '../api.ts';
import { described } from '../described.ts';
import { http, type Someone } from '../http.ts';
import { first, parties, passUntil, proposal } from '../parties.ts';
import { stages } from '../stages.ts';
import { startTestSystem, type TestSystem } from '../test-system.ts';

const DAY_MS = 86_400_000;

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem();
});
afterAll(() => system.close());

test('every operation answers as the served document says, and so do refusals', async () => {
  const document = await described(system.address);
  const api = connect(system.address, document.fetch);
  const cast = parties(api);
  const stage = stages(api, cast);
  const web = http(system.address, document.fetch);

  const [city, lender] = [await cast.city(), await cast.sponsor()];
  const officer: Someone = { person: 'officer', organisation: city, roles: ['proposer.officer'] };
  const watcher: Someone = { person: 'auditor', organisation: 'secretariat', roles: ['auditor'] };

  // A proposal revised, asked about, and found ineligible.
  const draft = await cast.post(officerOf(city), '/projects', { proposer: city, proposal: proposal() });
  await web.send('PUT', `/v1/projects/${draft.id}/proposal`, { as: officer, body: proposal(), headers: { 'if-match': '"1"' } });
  await cast.post(officerOf(city), `/projects/${draft.id}/submission`);
  await cast.post(secretary, `/projects/${draft.id}/information-requests`, { note: 'How many?' });
  await cast.post(officerOf(city), `/projects/${draft.id}/information`, { note: 'Twelve.' });
  await cast.post(secretary, `/projects/${draft.id}/ineligibility`, { reasons: ['out-of-scope'] });

  // A passport that is cleared, relied on, revoked, flagged, and cleared again.
  const { id: passport } = await cast.post(secretary, '/passports', { subject: city });
  const cleared = async () => {
    const { now } = await settled(api);
    const validUntil = new Date(Date.parse(now) + 1_000 * DAY_MS).toISOString().slice(0, 10);
    await cast.post(verifier, `/passports/${passport}/clearance`, { validUntil, note: 'In order.' });
  };
  await cleared();
  await cast.post(approver, `/passports/${passport}/reliances`, { project: draft.id });
  await cast.post(verifier, `/passports/${passport}/revocation`, { note: 'Too early.' });
  await cast.post(verifier, `/passports/${passport}/flag`, { level: 'red', note: 'No accounts.' });
  await api.get(`/passports/${passport}`, { as: secretary });
  await cast.post(sponsorOfficerOf(lender.sponsor), '/passports', { subject: city });
  await cleared();

  // A project from proposal to closure, with offers that come to nothing on the way.
  const project = await cast.submitted(city, { milestones: ['1000.00'] });
  const funding = await cast.opened(project);
  const declined = await cast.offer(funding.id, lender, '200.00');
  const retracted = await cast.offer(funding.id, lender, '300.00');
  const taken = await cast.offer(funding.id, lender, '1000.00');
  await settled(api);
  await cast.post(officerOf(city), `/fundings/${funding.id}/offers/${declined}/decline`);
  await cast.post(sponsorOfficerOf(lender.sponsor), `/fundings/${funding.id}/offers/${retracted}/retraction`);
  await cast.accept(funding, taken);
  const agreement = await stage.approved(project, await cast.funding(project));
  const milestone = first(await stage.signed(agreement));
  const report = await stage.reported(milestone);
  await cast.post(verifier, `/milestones/${milestone.id}/return`, { report, note: 'Which wards?' });
  await stage.verified(await api.as(verifier).get(`/milestones/${milestone.id}`));
  await settled(api);
  const order = { tranche: 1, sponsor: lender.sponsor };
  const { payment } = await cast.post(maker, `/agreements/${agreement.id}/payments`, order);
  await cast.post(checker, `/agreements/${agreement.id}/payments/${payment}/refusal`, { note: 'Which account?' });
  await stage.paid(agreement, 1);
  await passUntil(api, async () => (await cast.project(project)).status === 'completed');

  // Every turn that a project can take, and what is proposed and refused.
  await demonstrate(api, { edition: 'description' });
  // Years have passed since.
  await cast.post(sponsorOfficerOf(lender.sponsor), '/passports', { subject: city });
  await cleared();
  const running = await cast.submitted(city);
  const contract = await stage.approved(running, await stage.funded(running, [[lender, '1000.00']]));
  const awaited = first(await stage.signed(contract));
  await cast.post(secretary, `/agreements/${contract.id}/measures`, { kind: 'suspension', note: 'The site is closed.' });
  await cast.post(approver, `/agreements/${contract.id}/measures/1/refusal`, { note: 'It is open again.' });
  await cast.post(secretary, `/milestones/${awaited.id}/waivers`, { rest: 'cancelled', note: 'The site is closed.' });
  await cast.post(approver, `/milestones/${awaited.id}/waivers/1/refusal`, { note: 'It is open again.' });

  // A payment that is said to have failed, and has not.
  await stage.verified(awaited);
  await settled(api);
  const { payment: doubted } = await cast.post(maker, `/agreements/${contract.id}/payments`, order);
  const paying = (as: Person, step: string, body: object = {}) =>
    cast.post(as, `/agreements/${contract.id}/payments/${doubted}/${step}`, body);
  await paying(checker, 'approval');
  await paying(maker, 'instruction');
  await paying(maker, 'failure', { note: 'The account is closed.' });
  await paying(checker, 'objection', { report: 1, note: 'The statement says otherwise.' });

  const hash = await api.upload(new TextEncoder().encode('evidence'), 'text/plain', { as: officerOf(city) });
  for (const path of [
    '/projects?limit=1',
    '/projects?limit=5&with=names',
    `/projects/${project}?with=names`,
    `/projects/${project}/timeline?with=names&kind=offer,payment,reminder&limit=5`,
    '/projects?q=waste&counts=status,country,theme&sort=-amount&limit=5',
    '/fundings?counts=status&limit=5',
    '/offers?counts=status&sort=due&limit=5',
    '/payments?counts=status&sort=-amount&limit=5',
    '/proposers?limit=1',
    '/proposers?kind=city&country=JP&counts=kind,country&sort=-name',
    '/sponsors?limit=1',
    '/sponsors?kind=fund,company&counts=kind&sort=name',
    '/mandates?limit=1',
    '/mandates?country=JP,VN&all=country&currency=USD&amountFrom=1&counts=country,theme&sort=-amount',
    '/milestones?limit=1',
    `/milestones?sponsor=${lender.sponsor}&status=due,verified&dueFrom=2020-01-01&counts=status&sort=-due`,
    '/accounts',
    '/work?waits=all&with=names&limit=5',
    '/work?waits=others&kind=report-to-verify,payment-to-confirm&sort=-since&limit=5',
    '/portfolio?with=names',
    '/public/totals?country=JP',
    '/public/flow?theme=reuse',
    '/public/places',
    '/public/projects?q=ward&counts=status,country,theme&sort=-amount&with=names&limit=5',
    `/public/projects/${project}`,
    `/portfolio?proposer=${city}&country=JP&theme=reuse`,
    `/portfolio?sponsor=${lender.sponsor}`,
    '/agreements',
    `/agreements?proposer=${city}&sponsor=${lender.sponsor}&dueFrom=2020-01-01&counts=status&sort=-amount`,
    '/passports?status=cleared,flagged&level=red,yellow&dueTo=2099-01-01&counts=status,level&sort=due',
    '/clock',
    `/proposers/${city}`,
    `/projects/${project}/timeline`,
    `/projects/${project}/matches`,
    `/fundings/${funding.id}/offers`,
    `/sponsors/${lender.sponsor}`,
    `/sponsors/${lender.sponsor}/envelopes`,
    `/envelopes/${lender.envelope}`,
    `/mandates/${lender.mandate}`,
    `/mandates/${lender.mandate}/matches`,
    `/mandates/${lender.mandate}/matches/${project}`,
    `/agreements/${agreement.id}/payments`,
    `/milestones/${milestone.id}/money`,
    '/passports?limit=1',
    `/passports/${passport}`,
    `/passports/${passport}/timeline`,
    `/passports/${passport}/timeline?kind=passport&limit=1`,
  ])
    expect([path, (await web.get(path, watcher)).status]).toEqual([path, 200]);
  expect((await web.get(`/evidence/${hash}`, officer)).status).toBe(200);
  await cast.post(secretary, `/projects/${project}/closures`, { note: 'All is paid.' });
  await cast.post(approver, `/projects/${project}/closures/1/refusal`, { note: 'The final report is missing.' });
  await stage.closed(project);
  await api.get(`/projects/${project}`, { as: auditor });

  const listening = await document.fetch(`${system.address}/v1/events`, {
    headers: { authorization: `Bearer ${await web.tokenOf(watcher)}` },
  });
  await listening.body?.cancel();

  // Refusals of each kind.
  await web.send('GET', '/v1/projects');
  await web.get('/projects?colour=red', watcher);
  await web.get(`/agreements/${agreement.id}`, { ...officer, person: 'stranger', organisation: await cast.city() });
  await web.post(`/projects/${project}/submission`, officer);
  await web.post('/projects', officer, {}, { key: null });
  await web.post(`/projects/${project}/closures`, officer, {}, { headers: { 'if-match': '"1"' } });

  expect(document.faults).toEqual([]);
  expect(document.unanswered()).toEqual([]);
});
