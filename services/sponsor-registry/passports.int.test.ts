import { randomUUID } from 'node:crypto';
import { WORKFLOW_ACTOR } from '@junkan/kit/call.ts';
import { policyClock } from '@junkan/kit/clock.ts';
import { outsiders } from '@junkan/kit/grpc/calling.fixture.ts';
import { dialler } from '@junkan/kit/grpc/dial.ts';
import { internalTokens } from '@junkan/kit/grpc/internal-token.ts';
import { newId } from '@junkan/kit/ids.ts';
import { keysOf } from '@junkan/kit/keys.ts';
import { ResourceStack } from '@junkan/kit/lifecycle.ts';
import { createLog } from '@junkan/kit/log.ts';
import { connectMongo } from '@junkan/kit/mongo.ts';
import { ProblemError } from '@junkan/kit/problem.ts';
import { databaseName } from '@junkan/kit/service.ts';
import type { Actor, Role } from '@junkan/proto/actor.ts';
import type { Passport } from '@junkan/proto/junkan/sponsor/v1/model.ts';
import { SponsorCommandServiceService, SponsorQueryServiceService } from '@junkan/proto/junkan/sponsor/v1/service.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { settings } from './config.ts';
import { as, environment, keys } from './sponsor.fixture.ts';
import { start } from './wire.ts';

const log = createLog('sponsor-registry-test', 'silent');
const opened = new ResourceStack(log);
const DAY = 86_400_000;
const validUntil = new Date(Date.now() + 30 * DAY).toISOString().slice(0, 10);

const actor = (person: string, role: Role): Actor => ({ person, organisation: 'secretariat', roles: [role] });
const officer = actor('mika', 'secretariat.officer');
const verifier = actor('vera', 'secretariat.verifier');

async function open() {
  const env = environment('ddp');
  const service = await start(settings.parse(env), log);
  opened.defer('service', service.close);
  const mongo = await connectMongo(env);
  opened.defer('mongo', () => mongo.close());
  const clock = policyClock(true);
  const matching = dialler(service.address, {
    tokens: internalTokens(keysOf('matching', keys.matching)),
    program: 'sponsor-registry',
    clock,
  });
  opened.defer('channel of matching', matching.close);
  const channel = dialler(service.address, { tokens: outsiders(keys), program: 'sponsor-registry', clock });
  opened.defer('channel', channel.close);
  return {
    clock,
    matching: matching.client(SponsorQueryServiceService),
    command: channel.client(SponsorCommandServiceService),
    query: channel.client(SponsorQueryServiceService),
    texts: mongo.db(databaseName(env.JUNKAN_NAMESPACE, 'sponsor')).collection('texts'),
    commits: mongo.db(databaseName(env.JUNKAN_NAMESPACE, 'sponsor')).collection('commits'),
  };
}
let parts: Awaited<ReturnType<typeof open>>;
beforeAll(async () => {
  parts = await open();
});
afterAll(() => opened.close());

const ask = (subject: string, who = officer) => parts.command.requestDueDiligence({ subject }, as(who));

/** The passport as somebody of the secretariat reads it. */
async function read(passport: string): Promise<Partial<Passport>> {
  return { ...(await parts.query.readPassport({ id: passport, permissions: false }, as(officer, ''))).passport };
}

test('however many ask about a city at once, it is one review on one passport; of two verdicts at once, one falls', async () => {
  const subject = newId('org');
  const answers = await Promise.all(Array.from({ length: 6 }, (_, index) => ask(subject, actor(`per_${index}`, 'secretariat.officer'))));
  expect(new Set(answers.map(({ id, version }) => `${id}@${version}`)).size).toBe(1);
  const passport = answers[0]?.id ?? '';
  const verdicts = await Promise.allSettled(
    ['vera', 'viktor'].map((person) =>
      parts.command.clearSubject({ passport, validUntil, note: person, clearedAs: '' }, as(actor(person, 'secretariat.verifier'))),
    ),
  );
  const refused = verdicts.flatMap((verdict) => (verdict.status === 'rejected' ? [verdict.reason.problem.type] : []));
  expect(refused).toEqual(['NoReviewIsAskedFor']);
  expect(await read(passport)).toMatchObject({ status: 'cleared', clearance: 1, version: 2 });
});

test('words are kept apart from what is recorded, so that they can be erased', async () => {
  const { id: passport } = await ask(newId('org'));
  await parts.command.flagSubject({ passport, level: 'red', note: 'The treasurer is on trial' }, as(verifier));
  const recorded = JSON.stringify(await parts.commits.find({ stream: passport }).toArray());
  expect(recorded).toContain('SubjectFlagged');
  expect(recorded).not.toContain('treasurer');
  expect((await read(passport)).note).toBe('The treasurer is on trial');
  await parts.texts.deleteMany({ text: /treasurer/ });
  expect(await read(passport)).toMatchObject({ status: 'flagged', level: 'red', note: '' });
});

test('a first request stops no approval, and comes from no sponsor that nobody has registered', async () => {
  const subject = newId('org');
  const stranger: Actor = { person: 'sten', organisation: newId('spo'), roles: ['sponsor.officer'] };
  await expect(ask(subject, stranger)).rejects.toMatchObject({ problem: { kind: 'not-found', type: 'SponsorIsUnknown' } });
  const { id: sponsor } = await parts.command.registerSponsor({ name: 'Green Fund', kind: 'fund' }, as(officer));
  await ask(subject, { ...stranger, organisation: sponsor });
  expect(await parts.matching.passportOf({ subject, renamedTo: '' }, as(officer, ''))).toMatchObject({ status: 'requested', stops: false });
});

test('what is malformed is refused with the field and its rule', async () => {
  const { id: passport } = await ask(newId('org'));
  const reminder = { passport, matter: 'a/b', role: 'secretariat.officer', organisation: '', occurrence: '1' };
  const refusals: [() => Promise<unknown>, string][] = [
    [() => ask('city'), 'subject'],
    [() => parts.command.clearSubject({ passport, validUntil: '2027-02-30', note: '', clearedAs: '' }, as(verifier)), 'validUntil'],
    [() => parts.command.flagSubject({ passport, level: 'purple', note: 'no' }, as(verifier)), 'level'],
    [
      () =>
        parts.command.relyOnClearance({ passport, project: 'prj', proposer: '', renamedTo: '' }, as(actor('ana', 'secretariat.approver'))),
      'project',
    ],
    [() => parts.command.remindOfPassport(reminder, as(WORKFLOW_ACTOR)), 'matter'],
  ];
  for (const [refused, field] of refusals)
    await expect(refused()).rejects.toMatchObject({ problem: { kind: 'invalid', type: 'FieldIsInvalid', data: { field } } });
});

test('a clearance stops approvals from the end of its last day on, whether or not its expiry is recorded', async () => {
  const subject = newId('org');
  const clearance = () => parts.matching.passportOf({ subject, renamedTo: '' }, as(officer, ''));
  expect(await clearance()).toEqual({ subject, status: 'absent', level: '', validUntil: '', stops: false });
  const { id: passport } = await ask(subject);
  expect(await clearance()).toMatchObject({ status: 'requested', stops: false });
  await parts.command.clearSubject({ passport, validUntil, note: '', clearedAs: '' }, as(verifier));
  expect(await clearance()).toEqual({ subject, status: 'cleared', level: '', validUntil, stops: false });
  const early = parts.command.expireClearance({ passport, clearance: 1 }, as(WORKFLOW_ACTOR));
  await expect(early).rejects.toMatchObject({ problem: { kind: 'conflict', type: 'ClearanceHasNotExpired' } });
  parts.clock.adopt(32 * DAY);
  expect(await clearance()).toEqual({ subject, status: 'expired', level: '', validUntil, stops: true });
  expect((await read(passport)).status).toBe('cleared');
  await parts.command.expireClearance({ passport, clearance: 1 }, as(WORKFLOW_ACTOR, 'expire:1'));
  expect((await read(passport)).status).toBe('expired');
});

test('one key asks for one due diligence: with another subject it is refused, and repeated it is answered as before', async () => {
  const key = randomUUID();
  const [one, other] = [newId('org'), newId('org')];
  const first = await parts.command.requestDueDiligence({ subject: one }, as(officer, key));
  await expect(parts.command.requestDueDiligence({ subject: other }, as(officer, key))).rejects.toMatchObject({
    problem: { kind: 'key-reused', type: 'CommandIdWasUsedForAnotherRequest' },
  });
  expect(await parts.command.requestDueDiligence({ subject: one }, as(officer, key))).toEqual(first);
  expect(await parts.commits.countDocuments({ commandId: key })).toBe(1);
});

test('whatever is asked for by an id of another kind, or by none, is refused for that, and is no failure', async () => {
  const { query } = parts;
  const { id: known } = await parts.command.requestDueDiligence({ subject: newId('org') }, as(officer));
  const ids = [known, ...['org', 'spo', 'man', 'env', 'agr'].map((prefix) => newId(prefix)), 'ddp_', '', 'x'.repeat(10_000), '\u0000'];
  const asking = ids.flatMap((id) => [
    query.getSponsor({ id }, as(officer)),
    query.readMandate({ id, permissions: false }, as(officer)),
    query.envelopeBalance({ envelope: id, offers: [] }, as(officer)),
    ...(id === known ? [] : [query.readPassport({ id, permissions: true }, as(officer))]),
  ]);
  const kinds = (await Promise.allSettled(asking)).map((outcome) =>
    outcome.status === 'rejected' && outcome.reason instanceof ProblemError ? outcome.reason.problem.kind : outcome.status,
  );
  expect(new Set(kinds)).toEqual(new Set(['invalid', 'not-found']));
});
