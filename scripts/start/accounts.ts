import type { EngineAccounts, MongoAccount, NatsAccount } from '@junkan/infra/embedded/accounts.ts';
import { OPERATOR } from '@junkan/kit/keys.ts';
import { eventStreamName, inboxOf } from '@junkan/kit/messaging/nats.ts';
import { replicaSubjects, replicasStream } from '@junkan/kit/messaging/replicas.ts';
import { databaseName } from '@junkan/kit/service.ts';
import { CONTEXT_NAMES, type Context, OWNERS, PROGRAM_NAMES, type Program, programOf } from '@junkan/proto/programs.ts';

// The accounts at the engines: one for each program, with the permissions that it needs and no more; and one for operators.

export type AccountName = Program | typeof OPERATOR;
export const ACCOUNT_NAMES: readonly AccountName[] = [...PROGRAM_NAMES, OPERATOR];

const ownedBy = (program: Program): Context | undefined => CONTEXT_NAMES.find((context) => OWNERS[context] === program);

const api = (stream: string, ...requests: readonly string[]): string[] => requests.map((request) => `$JS.API.${request}.${stream}`);

/** What a reader of an event stream asks of it: its state, a message, and its own consumers. */
const reading = (stream: string): string[] => [
  ...api(stream, 'STREAM.INFO', 'STREAM.MSG.GET', 'DIRECT.GET', 'CONSUMER.CREATE'),
  ...api(
    `${stream}.>`,
    'DIRECT.GET',
    'CONSUMER.CREATE',
    'CONSUMER.DURABLE.CREATE',
    'CONSUMER.INFO',
    'CONSUMER.MSG.NEXT',
    'CONSUMER.DELETE',
  ),
  `$JS.ACK.${stream}.>`,
];

const owning = (namespace: string, context: Context): string[] => [
  `${namespace}.events.${context}.>`,
  ...api(eventStreamName(namespace, context), 'STREAM.CREATE', 'STREAM.UPDATE', 'STREAM.PURGE', 'CONSUMER.LIST', 'CONSUMER.NAMES'),
];

/** Where an operator publishes to see whether the broker keeps what it acknowledges. */
export const checkSubject = (namespace: string): string => `${namespace}.check`;

/** What a program says to the others of itself, and hears of them. */
const announcing = (namespace: string, program: Program): string[] => [
  ...replicaSubjects(namespace, program),
  ...api(replicasStream(namespace), 'STREAM.CREATE', 'STREAM.INFO', 'CONSUMER.CREATE'),
  ...api(`${replicasStream(namespace)}.>`, 'CONSUMER.CREATE', 'CONSUMER.INFO', 'CONSUMER.MSG.NEXT', 'CONSUMER.DELETE'),
];

/** What an account may publish, requests among it, and hear. Operators see and change streams and consumers, and publish no event. */
export function natsRights(namespace: string, name: AccountName): Pick<NatsAccount, 'publish' | 'subscribe'> {
  const subscribe = [`${inboxOf(name)}.>`];
  if (name === OPERATOR) return { publish: ['$JS.API.>', '$JS.ACK.>', checkSubject(namespace)], subscribe };
  const context = ownedBy(name);
  const publish = [
    '$JS.API.INFO',
    ...announcing(namespace, name),
    ...[...(context ? [context] : []), ...programOf(name).reads].flatMap((each) => reading(eventStreamName(namespace, each))),
    ...(context ? owning(namespace, context) : []),
  ];
  return { publish, subscribe };
}

/** The databases that an account reads and writes. */
export function databasesOf(namespace: string, name: AccountName): string[] {
  const all = [...CONTEXT_NAMES, 'workflows'];
  const own = name === OPERATOR ? all : name === 'workflows' ? ['workflows'] : all.filter((context) => context === ownedBy(name));
  return own.map((context) => databaseName(namespace, context));
}

export type Passwords = Readonly<Record<AccountName, string>>;

/** The accounts at the embedded engines. */
export function engineAccounts(namespace: string, passwords: Passwords): EngineAccounts {
  const named = ACCOUNT_NAMES.map((username) => ({ username, password: passwords[username] }));
  const mongo: MongoAccount[] = named.map((account) => ({
    ...account,
    databases: databasesOf(namespace, account.username),
    monitors: account.username === OPERATOR,
  }));
  return {
    mongo: mongo.filter(({ databases }) => databases.length > 0),
    nats: named.map((account) => ({ ...account, ...natsRights(namespace, account.username) })),
  };
}
