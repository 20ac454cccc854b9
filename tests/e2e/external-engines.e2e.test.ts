import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { engineSettings, readConfig, settingsOf } from '@junkan/kit/config.ts';
import { OPERATOR } from '@junkan/kit/keys.ts';
import { ResourceStack } from '@junkan/kit/lifecycle.ts';
import { connectNats } from '@junkan/kit/messaging/connect-nats.ts';
import { eventStreamName, type Nats } from '@junkan/kit/messaging/nats.ts';
import { connectMongo, requireReplication } from '@junkan/kit/mongo.ts';
import { CONTEXT_NAMES, OWNERS, PROGRAM_NAMES } from '@junkan/proto/programs.ts';
import { type AccountName, databasesOf } from '@junkan/scripts/start/accounts.ts';
import { connectTemporal, requireCluster } from '@junkan/workflows/temporal.ts';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { actorsOf } from '../actors.ts';
import { verifiedFaults } from '../breaking.ts';
import { certificatesIn } from '../external-engines/certificates.ts';
import { guardedMongo } from '../external-engines/guarded-mongo.ts';
import { guardedTemporal } from '../external-engines/guarded-temporal.ts';
import { type NatsCluster, natsCluster } from '../external-engines/nats-cluster.ts';
import { newNamespace, startTestSystem, type TestSystem } from '../test-system.ts';

const API_KEY = 'a key of this test alone';

/** Engines as an operator has them elsewhere: a cluster, encryption, certificates of both sides, accounts. */
describe('on engines elsewhere, known by their addresses', () => {
  const opened = new ResourceStack();
  const folder = mkdtempSync(join(tmpdir(), 'junkan-elsewhere-'));
  let env: Record<string, string>;
  let accountOf: (name: AccountName) => Record<string, string>;
  let cluster: NatsCluster;
  let system: TestSystem;
  let nats: Nats;

  beforeAll(async () => {
    opened.defer('folder', () => rmSync(folder, { recursive: true }));
    const certificates = await certificatesIn(folder);
    const namespace = newNamespace();
    const mongo = await guardedMongo(folder, namespace, certificates);
    opened.defer('mongo', mongo.stop);
    cluster = await natsCluster(folder, namespace, certificates);
    opened.defer('nats', cluster.stop);
    const temporal = await guardedTemporal(inject('temporalAddress'), API_KEY, certificates);
    opened.defer('temporal', temporal.stop);
    const own = (engine: string) => ({
      [`JUNKAN_${engine}_CA_FILE`]: certificates.authority,
      [`JUNKAN_${engine}_CERTIFICATE_FILE`]: certificates.client.certificate,
      [`JUNKAN_${engine}_KEY_FILE`]: certificates.client.key,
    });
    env = {
      JUNKAN_DURABILITY: 'replicated',
      JUNKAN_MONGO_URL: mongo.url,
      ...own('MONGO'),
      JUNKAN_NATS_URL: cluster.urls,
      ...own('NATS'),
      JUNKAN_TEMPORAL_ADDRESS: temporal.address,
      JUNKAN_TEMPORAL_API_KEY: API_KEY,
      ...own('TEMPORAL'),
    };
    accountOf = (name) => ({
      JUNKAN_NATS_CREDENTIALS_FILE: cluster.credentials[name],
      ...(name === 'gateway' ? {} : { JUNKAN_MONGO_USERNAME: name, JUNKAN_MONGO_PASSWORD: mongo.passwords[name] }),
    });
    system = await startTestSystem({ env, own: accountOf, namespace });
    opened.defer('system', () => system.close());
    nats = await connectNats(system.stored, OPERATOR);
    opened.defer('connection', () => nats.connection.close());
  });
  afterAll(() => opened.close());

  test('a project goes from proposal to its last payment, though a server of the cluster is lost on the way', async () => {
    const actors = actorsOf(system.api);
    const [city, lender] = [await actors.city(), await actors.sponsor()];
    const project = await actors.submitted(city);
    const funding = await actors.funded(project, [[lender, '1000.00']]);
    await cluster.servers[0]?.stop('SIGKILL');
    const agreement = await actors.approved(project, funding);
    const [milestone] = await actors.signed(agreement);
    if (!milestone) throw new Error('no milestone');
    await actors.verified(milestone);
    await actors.paid(await actors.agreement(project), 1);
    expect((await actors.project(project)).status).toBe('completed');
    expect(await verifiedFaults(system)).toEqual({});
  });

  test('each event stream is kept by three servers', async () => {
    for (const context of CONTEXT_NAMES) {
      const { config } = await nats.manager.streams.info(eventStreamName(system.stored.JUNKAN_NAMESPACE, context));
      expect(config.num_replicas).toBe(3);
    }
  });

  const without = (...names: string[]) =>
    readConfig(
      settingsOf(engineSettings),
      Object.fromEntries(Object.entries({ ...env, ...accountOf(OPERATOR) }).filter(([name]) => !names.includes(name))),
    );

  test('nobody comes in without credentials, without a certificate, or where the authority is another', async () => {
    await expect(connectNats(without('JUNKAN_NATS_CREDENTIALS_FILE'), 'test')).rejects.toThrow(/authorization/i);
    await expect(connectNats(without('JUNKAN_NATS_CERTIFICATE_FILE', 'JUNKAN_NATS_KEY_FILE'), 'test')).rejects.toThrow(/certificate/);
    await expect(connectNats(without('JUNKAN_NATS_CA_FILE'), 'test')).rejects.toThrow();
    await expect(connectTemporal(without('JUNKAN_TEMPORAL_API_KEY'))).rejects.toThrow(/JUNKAN_TEMPORAL_ADDRESS: .*who is there/);
    const anonymous = await connectMongo(without('JUNKAN_MONGO_USERNAME', 'JUNKAN_MONGO_PASSWORD'));
    await expect(anonymous.db('any').collection('any').findOne()).rejects.toThrow(/auth/i);
    await anonymous.close();
  });

  const as = (name: AccountName) => readConfig(settingsOf(engineSettings), { ...env, ...accountOf(name) });
  const isDone = (asked: Promise<unknown>): Promise<boolean> =>
    asked.then(
      () => true,
      () => false,
    );

  // What the broker forbids it leaves without an answer: side by side they wait for it once.
  test.concurrent.each(PROGRAM_NAMES)('%s publishes in its own context and opens its own database, and no other', async (name) => {
    const { JUNKAN_NAMESPACE: namespace } = system.stored;
    const broker = await connectNats(as(name), name);
    const published = Object.keys(OWNERS).map(async (context) => {
      const subject = `${namespace}.events.${context}.test.Tried`;
      return [context, await isDone(broker.js.publish(subject, '{}', { timeout: 10_000 }))];
    });
    const owned = Object.entries(OWNERS).map(([context, owner]) => [context, owner === name]);
    expect(await Promise.all(published)).toEqual(owned);
    await broker.connection.close();
    if (databasesOf(namespace, name).length === 0) return;
    const mongo = await connectMongo(as(name));
    const opened = databasesOf(namespace, OPERATOR).map(async (database) => [
      database,
      await isDone(mongo.db(database).collection('commits').findOne()),
    ]);
    const own = databasesOf(namespace, name);
    expect(await Promise.all(opened)).toEqual(databasesOf(namespace, OPERATOR).map((database) => [database, own.includes(database)]));
    await mongo.close();
  });

  test('keys and passwords are read from files, and none is printed when something is wrong', () => {
    const { JUNKAN_MONGO_KEY } = without();
    expect(JUNKAN_MONGO_KEY).toBe(readFileSync(env['JUNKAN_MONGO_KEY_FILE'] ?? '', 'utf8').trimEnd());
    const wrong = () =>
      readConfig(settingsOf(engineSettings), {
        ...env,
        ...accountOf(OPERATOR),
        JUNKAN_MONGO_URL: `http://${accountOf(OPERATOR)['JUNKAN_MONGO_PASSWORD']}`,
      });
    expect(wrong).toThrow('JUNKAN_MONGO_URL');
    expect(wrong).not.toThrow(accountOf(OPERATOR)['JUNKAN_MONGO_PASSWORD']);
  });
});

describe.skipIf(process.env['ENGINES'] === 'containers')('outside of a trial the embedded engines are refused', () => {
  test('by what the servers say of themselves', async () => {
    const at = {
      JUNKAN_MONGO_URL: inject('mongoUrl'),
      JUNKAN_TEMPORAL_ADDRESS: inject('temporalAddress'),
      JUNKAN_TEMPORAL_NAMESPACE: 'default',
    };
    const mongo = await connectMongo(at);
    const { client, close } = await connectTemporal(at);
    await expect(requireReplication(mongo, { ...at, JUNKAN_TRIAL: false })).rejects.toThrow(
      'JUNKAN_MONGO_URL: this is the embedded engine',
    );
    await expect(requireCluster(client, { JUNKAN_TRIAL: false })).rejects.toThrow(
      'JUNKAN_TEMPORAL_ADDRESS: this is the development server',
    );
    await mongo.close();
    await close();
  });
});
