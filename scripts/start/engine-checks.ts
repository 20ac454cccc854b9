import type { EngineCheck } from '@junkan/infra/embedded/engine.ts';
import { OPERATOR } from '@junkan/kit/keys.ts';
import { connectNats } from '@junkan/kit/messaging/connect-nats.ts';
import { connectMongo } from '@junkan/kit/mongo.ts';
import { databaseName } from '@junkan/kit/service.ts';
import { checkSubject, type Passwords } from './accounts.ts';
import { accountSettings } from './own-engines.ts';

// Whether embedded engines do their work: each is asked to put something on its disk, as the programs do.

const WAIT_MS = 5_000;

/** Keeps one message. */
const checkStream = (namespace: string): string => `${namespace}_check`;

const within = async (work: () => Promise<unknown>): Promise<boolean> => {
  const { promise: late, resolve } = Promise.withResolvers<false>();
  const timer = setTimeout(() => resolve(false), WAIT_MS);
  const done = work().then(
    () => true,
    () => false,
  );
  return Promise.race([done, late]).finally(() => clearTimeout(timer));
};

export function engineChecks(namespace: string, passwords: Passwords): { readonly mongo: EngineCheck; readonly nats: EngineCheck } {
  const account = accountSettings(OPERATOR, passwords);
  return {
    mongo: {
      works: (address) =>
        within(async () => {
          const mongo = await connectMongo({ JUNKAN_MONGO_URL: address, ...account });
          try {
            const checks = mongo.db(databaseName(namespace, 'workflows')).collection<{ _id: string; times: number }>('checks');
            await checks.updateOne({ _id: 'write' }, { $inc: { times: 1 } }, { upsert: true });
          } finally {
            await mongo.close();
          }
        }),
    },
    nats: {
      works: (address) =>
        within(async () => {
          const { connection, js, manager } = await connectNats({ JUNKAN_NATS_URL: address, ...account }, OPERATOR);
          try {
            const [name, subject] = [checkStream(namespace), checkSubject(namespace)];
            await manager.streams.info(name).catch(() => manager.streams.add({ name, subjects: [subject], max_msgs: 1 }));
            await js.publish(subject);
          } finally {
            await connection.close();
          }
        }),
    },
  };
}
