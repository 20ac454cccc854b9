import { DatabaseSync } from 'node:sqlite';
import { Writable } from 'node:stream';
import { view as accounts } from '@junkan/disbursement/books/balances/view/view.ts';
import { freePort } from '@junkan/infra/embedded/ports.ts';
import type { Commit } from '@junkan/kit/store/commit.ts';
import { pathOf } from '@junkan/kit/views/file.ts';
import { OWNERS, PROGRAMS } from '@junkan/proto/programs.ts';
import { type Api, officerOf } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actorsOf, first, refused, usd } from '../actors.ts';
import { type Collected, type Collector, startCollector } from '../collector.ts';
import { startTestSystem, type TestSystem } from '../test-system.ts';
import { type Sent, TRACE_STATE, tracingClient } from '../tracing-client.ts';
import { VIEWS } from '../views.ts';

const NOTE = 'Ms Hanako Yamada of the waste office asked for it by telephone';

/** One project from its proposal to the settlement of its only milestone, with an offer that is declined and one that is refused. */
async function aProjectIsPaidFor(api: Api): Promise<void> {
  const actors = actorsOf(api);
  const [city, lender] = [await actors.city(), await actors.sponsor()];
  const project = await actors.submitted(city);
  const funding = await actors.opened(project);
  const declined = await actors.offer(funding.id, lender, '1000.00');
  await settled(api);
  await api.as(officerOf(city)).declineOffer({ id: funding.id, offer: declined }, { note: NOTE });
  const { mandate, envelope } = lender;
  await refused(
    api
      .as(officerOf(city))
      .proposeOffer({ id: funding.id }, { mandate, envelope, amount: usd('1000.00'), financing: { instrument: 'grant' } }),
  );
  const accepted = await actors.offer(funding.id, lender, '1000.00');
  await settled(api);
  await actors.accept(funding, accepted);
  const agreement = await actors.approved(project, await actors.funding(project));
  const milestone = first(await actors.signed(agreement));
  await actors.verified(milestone);
  await actors.paid(agreement, 1);
}

describe('with telemetry on', () => {
  let collector: Collector;
  let system: TestSystem;
  let client: ReturnType<typeof tracingClient>;
  let metricsUrl: string;
  let metrics: string;
  const lines: string[] = [];

  /** The numbers of a metric whose labels include these. */
  const valuesOf = (name: string, labels: Record<string, string>): number[] =>
    metrics
      .split('\n')
      .filter((line) => line.startsWith(`${name}{`) && Object.entries(labels).every(([key, value]) => line.includes(`${key}="${value}"`)))
      .map((line) => Number(line.slice(line.lastIndexOf(' ') + 1)));
  const scrape = async (): Promise<void> => {
    metrics = await (await fetch(metricsUrl)).text();
  };

  const sentTo = (end: RegExp): Sent => {
    const found = client.sent.find(({ method, path }) => method === 'POST' && end.test(path));
    if (!found) throw new Error(`nothing was sent to ${end}`);
    return found;
  };
  const traceOf = (traceId: string): Collected[] => collector.spans.filter((span) => span.traceId === traceId);
  const namesIn = (traceId: string): string[] => traceOf(traceId).map(({ service, name }) => `${service}: ${name}`);
  /** A span of a trace and all that it follows from, each after what it led to. */
  const causesOf = (traceId: string, name: string): string[] => {
    const spans = traceOf(traceId);
    const above = (span: Collected | undefined): string[] =>
      span ? [`${span.service}: ${span.name}`, ...above(spans.find(({ spanId }) => spanId === span.parentSpanId))] : [];
    return above(spans.find((span) => `${span.service}: ${span.name}` === name));
  };
  /** The parents that a trace names and does not hold: the request that it came with, where all of it hangs together. */
  const parentsMissing = (traceId: string): string[] => {
    const spans = traceOf(traceId);
    const known = new Set(spans.map(({ spanId }) => spanId));
    return [...new Set(spans.map(({ parentSpanId }) => parentSpanId))].filter((parent) => !known.has(parent));
  };
  const logged = (): Record<string, unknown>[] => lines.map((line) => JSON.parse(line) as Record<string, unknown>);

  beforeAll(async () => {
    collector = await startCollector();
    const listen = `127.0.0.1:${await freePort(undefined)}`;
    metricsUrl = `http://${listen}/metrics`;
    const log = pino({ level: 'debug' }, new Writable({ write: (line, _encoding, done) => done(void lines.push(String(line))) }));
    const env = { JUNKAN_TELEMETRY: 'on', JUNKAN_METRICS_LISTEN: listen, OTEL_EXPORTER_OTLP_ENDPOINT: collector.url };
    system = await startTestSystem({ env, log });
    client = tracingClient(system.address);
    await aProjectIsPaidFor(client.api);
    await scrape();
  });
  afterAll(async () => {
    await system.close();
    await collector.close();
  });

  test('the metrics show rate, errors and duration of every request and call, by route and not by path', () => {
    const offers = { http_route: '/v1/fundings/:id/offers', http_request_method: 'POST', service: 'gateway' };
    expect(valuesOf('http_server_request_duration_seconds_count', { ...offers, http_response_status_code: '201' })).toEqual([2]);
    expect(valuesOf('http_server_request_duration_seconds_count', { ...offers, http_response_status_code: '403' })).toEqual([1]);
    expect(first(valuesOf('http_server_request_duration_seconds_sum', { ...offers, http_response_status_code: '201' }))).toBeGreaterThan(0);
    const propose = { rpc_method: 'junkan.matching.v1.MatchingCommandService/ProposeOffer' };
    for (const side of ['server', 'client']) {
      const count = `rpc_${side}_call_duration_seconds_count`;
      expect(valuesOf(count, { ...propose, rpc_response_status_code: 'OK' })).toEqual([2]);
      expect(valuesOf(count, { ...propose, rpc_response_status_code: 'PERMISSION_DENIED' })).toEqual([1]);
    }
    expect(first(valuesOf('junkan_activity_duration_seconds_count', { activity: 'actOnFunding', outcome: 'done' }))).toBeGreaterThan(0);
  });

  test('the metrics show that nothing is behind, parked or awake once all is settled', () => {
    for (const service of Object.values(OWNERS)) {
      expect(valuesOf('junkan_relay_unrelayed_commits', { service })).toEqual([0]);
      expect(valuesOf('junkan_relay_unrelayed_age_seconds', { service })).toEqual([0]);
      expect(valuesOf('junkan_parked_events', { service }).every((count) => count === 0)).toBe(true);
    }
    for (const { name: view } of VIEWS.values()) expect(valuesOf('junkan_view_lag_events', { view })).toEqual([0]);
    const lag = valuesOf('junkan_consumer_lag_events', { service: 'workflows', durable: 'workflow_bridge' });
    expect(lag).toEqual(PROGRAMS.workflows.reads.map(() => 0));
    expect(valuesOf('junkan_workflows_awake', { service: 'workflows' })).toEqual([0]);
  });

  test('what cannot be published is counted with its age, and what is parked is counted where it waits', async () => {
    const HOUR_MS = 3_600_000;
    const stuck = {
      stream: 'spn_stuck',
      commandId: 'stuck',
      relayed: 0,
      events: [null],
      at: new Date(Date.now() - HOUR_MS).toISOString(),
      clockOffset: 0,
    };
    const unpublished = system.database('sponsor').collection<Commit>('commits');
    const file = new DatabaseSync(pathOf(system.views, accounts));
    await unpublished.insertOne({ ...stuck, _id: 'stuck' } as never);
    file.exec("INSERT INTO parked VALUES ('agr_parked', 1, '{}', 'the test')");
    await scrape();
    await unpublished.deleteOne({ _id: 'stuck' });
    file.exec('DELETE FROM parked');
    file.close();
    expect(valuesOf('junkan_relay_unrelayed_commits', { service: 'sponsor-registry' })).toEqual([1]);
    expect(valuesOf('junkan_relay_unrelayed_commits', { service: 'matching' })).toEqual([0]);
    expect(first(valuesOf('junkan_relay_unrelayed_age_seconds', { service: 'sponsor-registry' }))).toBeGreaterThanOrEqual(HOUR_MS / 1_000);
    expect(valuesOf('junkan_parked_events', { durable: 'accounts' })).toEqual([1]);
    expect(valuesOf('junkan_parked_events', { durable: 'candidates' })).toEqual([0]);
  });

  describe('all that was reported, once the services have stopped', () => {
    let commits: readonly Commit[];

    beforeAll(async () => {
      commits = await system.database('disbursement').collection<Commit>('commits').find().toArray();
      await system.stop();
    });

    test('an offer is one trace, from the request to the budget that another service reserves for it', () => {
      const { traceId, spanId } = sentTo(/\/offers$/);
      const [propose, reserve] = [
        'junkan.matching.v1.MatchingCommandService/ProposeOffer',
        'junkan.sponsor.v1.SponsorCommandService/ReserveForOffer',
      ];
      expect(causesOf(traceId, 'sponsor-registry: append envelope')).toEqual([
        'sponsor-registry: append envelope',
        `sponsor-registry: ${reserve}`,
        `workflows: ${reserve}`,
        'workflows: actOnFunding',
        'workflows: process workflow_bridge',
        'matching: append funding',
        `matching: ${propose}`,
        `gateway: ${propose}`,
        'gateway: POST /v1/fundings/:id/offers',
      ]);
      expect(namesIn(traceId)).toEqual(
        expect.arrayContaining([
          'matching: publish matching',
          'workflows: lookAtFunding',
          'sponsor-registry: publish sponsor',
          'matching: junkan.matching.v1.MatchingCommandService/BackOffer',
        ]),
      );
      expect(parentsMissing(traceId)).toEqual([spanId]);
    });

    test('a settlement is one trace, and names itself in the commit that holds the journal entry', () => {
      const { traceId, spanId } = sentTo(/\/payments\/\w+\/confirmation$/);
      const settlement = commits.filter(({ events }) => events.some(({ type }) => type === 'PaymentSettled'));
      const append = traceOf(traceId).find(({ name }) => name === 'append agreement');
      expect(settlement.map(({ traceparent }) => traceparent)).toEqual([`00-${traceId}-${append?.spanId}-01`]);
      expect(JSON.stringify(settlement.map(({ events }) => events))).toContain('"entry"');
      expect(namesIn(traceId)).toEqual(
        expect.arrayContaining([
          'gateway: POST /v1/agreements/:id/payments/:payment/confirmation',
          'disbursement: junkan.disbursement.v1.DisbursementCommandService/ConfirmPayment',
          'disbursement: publish disbursement',
          'workflows: process workflow_bridge',
          'workflows: lookAtMilestone',
        ]),
      );
      expect(parentsMissing(traceId)).toEqual([spanId]);
    });

    test('what a moment sets off is a trace of its own, from the look to the command', () => {
      const due = collector.spans.filter(({ service, name }) => service === 'project-registry' && name.endsWith('/MarkMilestoneDue'));
      const { traceId } = first(due);
      expect(
        traceOf(traceId)
          .filter(({ parentSpanId }) => parentSpanId === '')
          .map(({ name }) => name),
      ).toEqual(['lookAtMilestone']);
      expect(namesIn(traceId)).toEqual(expect.arrayContaining(['workflows: actOnMilestone', 'project-registry: append milestone']));
    });

    test('what is asked of every part many times a second is counted, and in no trace', () => {
      const backlog = { rpc_method: 'junkan.operations.v1.OperationsService/Backlog', service: 'matching' };
      expect(first(valuesOf('rpc_server_call_duration_seconds_count', backlog))).toBeGreaterThan(0);
      expect(collector.spans.filter(({ name }) => name.includes('OperationsService'))).toEqual([]);
    });

    test('log lines name the trace that they were written in', () => {
      const { traceId } = sentTo(/\/payments\/\w+\/confirmation$/);
      const inTrace = logged().filter((line) => line['trace_id'] === traceId);
      expect(inTrace).toContainEqual(
        expect.objectContaining({
          msg: 'command',
          method: '/junkan.disbursement.v1.DisbursementCommandService/ConfirmPayment',
          span_id: expect.any(String),
        }),
      );
      const route = '/v1/agreements/:id/payments/:payment/confirmation';
      expect(inTrace).toContainEqual(expect.objectContaining({ msg: 'request', method: 'POST', route, service: 'gateway' }));
    });

    test('nothing of it names a person, an organisation, a note, a token or a path', () => {
      const collected = { spans: collector.bodies.join('\n'), metrics, logs: lines.join('') };
      const secrets = [...client.secrets, TRACE_STATE];
      expect(secrets).toEqual(
        expect.arrayContaining([NOTE, 'secretariat/finance.maker', expect.stringMatching(/^eyJ/), expect.stringMatching(/^STMT-/)]),
      );
      const paths = client.sent.map(({ path }) => path).filter((path) => /_[0-9a-z]{26}/.test(path));
      expect(paths.length).toBeGreaterThan(20);
      for (const [where, text] of Object.entries(collected)) {
        expect(text.length, where).toBeGreaterThan(1_000);
        expect(
          [...secrets, ...paths].filter((secret) => text.includes(secret)),
          where,
        ).toEqual([]);
      }
    });
  });
});

describe('with telemetry off, as it is where nobody asks for it', () => {
  let collector: Collector;
  let system: TestSystem;
  let listen: string;

  beforeAll(async () => {
    collector = await startCollector();
    listen = `127.0.0.1:${await freePort(undefined)}`;
    system = await startTestSystem({ env: { JUNKAN_METRICS_LISTEN: listen, OTEL_EXPORTER_OTLP_ENDPOINT: collector.url } });
    const { api } = tracingClient(system.address);
    const actors = actorsOf(api);
    await actors.opened(await actors.submitted(await actors.city()));
  });
  afterAll(async () => {
    await system.close();
    await collector.close();
  });

  test('no metrics are served and no traces are sent', async () => {
    await expect(fetch(`http://${listen}/metrics`)).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } });
    await system.stop();
    expect(collector.bodies).toEqual([]);
  });

  test('no commit and no wake-up names a trace, though the client sent one', async () => {
    const commits = await system.database('project').collection<Commit>('commits').find().toArray();
    expect(commits.length).toBeGreaterThan(3);
    expect(commits.filter((commit) => 'traceparent' in commit)).toEqual([]);
    const wakeRecords = await system
      .database('workflows')
      .collection('looks')
      .find({ woken: { $gt: 0 } })
      .toArray();
    expect(wakeRecords.map((look) => look['traceparent'])).toEqual(wakeRecords.map(() => ''));
    expect(wakeRecords.length).toBeGreaterThan(0);
  });
});
