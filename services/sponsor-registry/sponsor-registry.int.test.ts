import { WORKFLOW_ACTOR } from '@junkan/kit/call.ts';
import { policyClock } from '@junkan/kit/clock.ts';
import { outsiders } from '@junkan/kit/grpc/calling.fixture.ts';
import { dialler } from '@junkan/kit/grpc/dial.ts';
import { newId } from '@junkan/kit/ids.ts';
import { ResourceStack } from '@junkan/kit/lifecycle.ts';
import { createLog } from '@junkan/kit/log.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import { SponsorCommandServiceService, SponsorQueryServiceService } from '@junkan/proto/junkan/sponsor/v1/service.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { settings } from './config.ts';
import { as, environment, keys } from './sponsor.fixture.ts';
import { start } from './wire.ts';

const log = createLog('sponsor-registry-test', 'error');
const opened = new ResourceStack(log);
const usd = (amount: bigint) => ({ amount, currency: 'USD' });
const secretary: Actor = { person: 'mika', organisation: 'secretariat', roles: ['secretariat.officer'] };

async function open() {
  const env = environment('spo');
  const service = await start(settings.parse(env), log);
  opened.defer('service', service.close);
  const channel = dialler(service.address, { tokens: outsiders(keys), program: 'sponsor-registry', clock: policyClock(true) });
  opened.defer('channel', channel.close);
  return { command: channel.client(SponsorCommandServiceService), query: channel.client(SponsorQueryServiceService) };
}

let parts: Awaited<ReturnType<typeof open>>;
beforeAll(async () => {
  parts = await open();
});
afterAll(() => opened.close());

async function envelopeOf(total: bigint) {
  const { id: sponsor } = await parts.command.registerSponsor({ name: 'Green Fund', kind: 'fund' }, as(secretary));
  const approver: Actor = { person: 'ana', organisation: sponsor, roles: ['sponsor.approver'] };
  const { id: envelope } = await parts.command.openEnvelope({ sponsor, total: usd(total), periodStart: '', periodEnd: '' }, as(approver));
  return { sponsor, envelope };
}

test('ten offers race for a budget of five: five are reserved, five are refused with what is left, and the balance says so', async () => {
  const { sponsor, envelope } = await envelopeOf(50n);
  const outcomes = await Promise.allSettled(
    Array.from({ length: 10 }, (_, index) =>
      parts.command.reserveForOffer(
        { envelope, offer: newId('off'), sponsor, amount: usd(10n), funding: '' },
        as(WORKFLOW_ACTOR, `reserve:${envelope}:${index}`),
      ),
    ),
  );
  const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason.problem] : []));
  expect(refused).toHaveLength(5);
  expect(refused).toContainEqual({
    kind: 'conflict',
    type: 'BudgetIsNotEnough',
    data: { asked: { amount: '0.10', currency: 'USD' }, left: { amount: '0.00', currency: 'USD' } },
  });
  expect(await parts.query.envelopeBalance({ envelope, offers: [] }, as(secretary, ''))).toMatchObject({
    reserved: usd(50n),
    committed: usd(0n),
    left: usd(0n),
  });
});

test('a reservation that is asked for twice is held once', async () => {
  const { sponsor, envelope } = await envelopeOf(50n);
  const request = { envelope, offer: newId('off'), sponsor, amount: usd(10n), funding: newId('fnd') };
  const first = await parts.command.reserveForOffer(request, as(WORKFLOW_ACTOR, 'reserve:1'));
  expect(await parts.command.reserveForOffer(request, as(WORKFLOW_ACTOR, 'reserve:1'))).toEqual(first);
  expect(await parts.query.envelopeBalance({ envelope, offers: [] }, as(secretary, ''))).toMatchObject({ reserved: usd(10n) });
});

test('what is missing or malformed is refused with the field and its rule', async () => {
  const refusal = parts.command.openEnvelope({ sponsor: 'nobody', total: undefined, periodStart: '', periodEnd: '' }, as(secretary));
  await expect(refusal).rejects.toMatchObject({ problem: { kind: 'invalid', type: 'FieldIsInvalid', data: { field: 'sponsor' } } });
  await expect(parts.query.readMandate({ id: newId('man'), permissions: false }, as(secretary, ''))).rejects.toMatchObject({
    problem: { kind: 'not-found', type: 'MandateNotFound' },
  });
});
