import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { wheelBinary } from '@junkan/infra/embedded/binaries.ts';
import { freePort } from '@junkan/infra/embedded/ports.ts';
import { writeAccounts } from '@junkan/scripts/accounts/write.ts';
import { ACCOUNT_NAMES, type AccountName } from '@junkan/scripts/start/accounts.ts';
import type { Certificates } from './certificates.ts';
import { listening, type Program, program } from './programs.ts';

export type NatsCluster = {
  readonly urls: string;
  /** The path of a credentials file for each of the installation's names: all are users of one account, each with rights of its own. */
  readonly credentials: Readonly<Record<AccountName, string>>;
  readonly servers: readonly Program[];
  stop(): Promise<void>;
};

const SERVERS = 3;

/** Three servers that want TLS with a client's certificate, and credentials. */
export async function natsCluster(folder: string, namespace: string, { authority, server }: Certificates): Promise<NatsCluster> {
  const accounts = join(folder, 'accounts');
  await writeAccounts(accounts, namespace);
  // Issued once more, as an operator does who runs the command again.
  await writeAccounts(accounts, namespace);
  const credentials = Object.fromEntries(ACCOUNT_NAMES.map((name) => [name, join(accounts, name, 'nats.creds')])) as Record<
    AccountName,
    string
  >;
  const numbers = Array.from({ length: SERVERS }, (_, index) => index + 1);
  const places: { number: number; port: number; route: number }[] = [];
  for (const number of numbers) places.push({ number, port: await freePort(undefined), route: await freePort(undefined) });
  const tls = `tls { cert_file: "${server.certificate}", key_file: "${server.key}", ca_file: "${authority}", verify: true }`;
  const servers = places.map(({ number, port, route }) => {
    const home = join(folder, `nats-${number}`);
    mkdirSync(home, { recursive: true });
    const file = join(home, 'nats.conf');
    writeFileSync(
      file,
      `
server_name: nats-${number}
listen: 127.0.0.1:${port}
jetstream { store_dir: "${home}", sync_interval: always }
${tls}
cluster {
  name: junkan
  listen: 127.0.0.1:${route}
  ${tls}
  routes: [${places.map((place) => `"tls://127.0.0.1:${place.route}"`).join(', ')}]
}
include ${JSON.stringify(relative(home, join(accounts, 'nats-accounts.conf')))}
`,
    );
    return program([wheelBinary('nats-server'), '-c', file], join(home, 'log'));
  });
  await Promise.all(places.map(({ port }) => listening(port)));
  return {
    urls: places.map(({ port }) => `tls://127.0.0.1:${port}`).join(','),
    credentials,
    servers,
    stop: async () => void (await Promise.all(servers.map((each) => each.stop()))),
  };
}
