import { createHash } from 'node:crypto';

/** The accounts of an embedded engine. Without accounts it admits everybody on this host. */
export type EngineAccounts = { readonly mongo: readonly MongoAccount[]; readonly nats: readonly NatsAccount[] };

/** An account that reads and writes these databases, and no others. */
export type MongoAccount = {
  readonly username: string;
  readonly password: string;
  readonly databases: readonly string[];
  /** Whether it may read what the server counts of itself. */
  readonly monitors?: boolean;
};

/** One who publishes on these subjects, asks there too, and listens on these. */
export type NatsAccount = {
  readonly username: string;
  readonly password: string;
  readonly publish: readonly string[];
  readonly subscribe: readonly string[];
};

/** Identifies a set of accounts without revealing them. */
export const markOf = (accounts: unknown): string => createHash('sha256').update(JSON.stringify(accounts)).digest('hex').slice(0, 16);

const listed = (subjects: readonly string[]): string => `[${subjects.map((subject) => JSON.stringify(subject)).join(', ')}]`;

/** The users of a NATS server, as its configuration has them. A password that begins with `$` names a variable of the environment. */
export const natsUsers = (accounts: readonly NatsAccount[]): string => `authorization {
  users: [
${accounts
  .map(
    ({ username, password, publish, subscribe }) => `    {
      user: ${username}
      password: ${password.startsWith('$') ? password : JSON.stringify(password)}
      permissions: {
        publish: ${listed(publish)}
        subscribe: ${listed(subscribe)}
      }
    }`,
  )
  .join('\n')}
  ]
}
`;
