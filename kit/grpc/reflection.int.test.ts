import { Metadata, status } from '@grpc/grpc-js';
import { OPERATIONS } from '@junkan/proto/callers.ts';
import { OperationsServiceService } from '@junkan/proto/junkan/operations/v1/service.ts';
import { expect, test } from 'vitest';
import { GATEWAY_ACTOR } from '../call.ts';
import { policyClock } from '../clock.ts';
import { silent } from '../installation.fixture.ts';
import { closings, tokensOf } from './echo.fixture.ts';
import { reflecting } from './reflect.fixture.ts';
import { isLoopback } from './reflection.ts';
import { serve, serving } from './serve.ts';
import { HEADERS } from './wire-format.ts';

const backlog = {
  unrelayed: 1,
  published: 2n ** 60n,
  unhandled: 3,
  parked: 0,
  awake: 4,
  building: 0,
  earliestDeadline: '2030-01-01T00:00:00.000Z',
};

async function servingOn(listen: string) {
  const operations = serving(OperationsServiceService, OPERATIONS, { backlog: async () => backlog });
  const server = await serve([operations], { listen, tokens: tokensOf('matching'), clock: policyClock(true), log: silent });
  const reflection = reflecting(server.address.replace('0.0.0.0', '127.0.0.1'));
  closings.push(server.close, reflection.close);
  return reflection;
}

test('who knows nothing of the contracts learns from the server what it serves, and calls it', async () => {
  const reflection = await servingOn('127.0.0.1:0');
  expect(await reflection.services()).toEqual(['junkan.operations.v1.OperationsService']);
  const metadata = new Metadata();
  metadata.set(HEADERS.actor, await tokensOf('gateway').issue(GATEWAY_ACTOR, 'matching', true));
  const answer = await reflection.call('junkan.operations.v1.OperationsService', 'Backlog', {}, metadata);
  const { earliestDeadline, parked: _zero, building: _none, published, ...counts } = backlog;
  expect(answer).toEqual({ ...counts, published: String(published), earliest_deadline: earliestDeadline });
});

test('reflection gives no right to call: an unsigned call is refused as ever', async () => {
  const reflection = await servingOn('127.0.0.1:0');
  const called = reflection.call('junkan.operations.v1.OperationsService', 'Backlog', {}, new Metadata());
  await expect(called).rejects.toMatchObject({ code: status.UNAUTHENTICATED });
});

test('a server that other hosts can reach does not reveal what it serves', async () => {
  const reflection = await servingOn('0.0.0.0:0');
  await expect(reflection.services()).rejects.toMatchObject({ code: status.UNIMPLEMENTED });
});

test('loopback is distinguished from what is reached from elsewhere', () => {
  for (const listen of ['127.0.0.1:0', '127.1.2.3:50051', 'localhost:1', '[::1]:50051'])
    expect([listen, isLoopback(listen)]).toEqual([listen, true]);
  for (const listen of ['0.0.0.0:0', '[::]:50051', '127.example.org:1', '10.0.0.1:1', '192.168.127.1:1'])
    expect([listen, isLoopback(listen)]).toEqual([listen, false]);
});
