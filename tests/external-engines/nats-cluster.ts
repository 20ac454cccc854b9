import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { wheelBinary } from '@junkan/infra/embedded/binaries.ts';
import { freePort } from '@junkan/infra/embedded/ports.ts';
import { ACCOUNT_NAMES, type AccountName, natsRights } from '@junkan/scripts/start/accounts.ts';
import { encodeAccount, encodeOperator, encodeUser, fmtCreds } from '@nats-io/jwt';
import { createAccount, createOperator, createUser } from '@nats-io/nkeys';
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
const NO_LIMIT = -1;

/** Who operates the cluster, which accounts there are, and the credentials of its users, as `nsc` would make them. */
async function accounts(folder: string, namespace: string) {
  const [operator, system, account] = [createOperator(), createAccount(), createAccount()];
  const limits = {
    conn: NO_LIMIT,
    leaf: NO_LIMIT,
    subs: NO_LIMIT,
    data: NO_LIMIT,
    payload: NO_LIMIT,
    imports: NO_LIMIT,
    exports: NO_LIMIT,
  };
  const storage = { mem_storage: NO_LIMIT, disk_storage: NO_LIMIT, streams: NO_LIMIT, consumer: NO_LIMIT };
  const signer = { signer: operator };
  const tokens = {
    operator: await encodeOperator('a city', operator, { system_account: system.getPublicKey() } as object),
    system: await encodeAccount('system', system, { limits } as object, signer),
    account: await encodeAccount('junkan', account, { limits: { ...limits, ...storage } } as object, signer),
  };
  const credentials = {} as Record<AccountName, string>;
  for (const name of ACCOUNT_NAMES) {
    const user = createUser();
    const { publish, subscribe } = natsRights(namespace, name);
    const rights = { pub: { allow: publish }, sub: { allow: subscribe } } as object;
    credentials[name] = join(folder, `${name}.creds`);
    writeFileSync(credentials[name], fmtCreds(await encodeUser(name, user, account, rights), user), { mode: 0o600 });
  }
  const config = `
operator: ${tokens.operator}
system_account: ${system.getPublicKey()}
resolver: MEMORY
resolver_preload: { ${system.getPublicKey()}: ${tokens.system}, ${account.getPublicKey()}: ${tokens.account} }`;
  return { config, credentials };
}

/** Three servers that want TLS with a client's certificate, and credentials. */
export async function natsCluster(folder: string, namespace: string, { authority, server }: Certificates): Promise<NatsCluster> {
  const { config, credentials } = await accounts(folder, namespace);
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
max_control_line: 16KB
jetstream { store_dir: "${home}", sync_interval: always }
${tls}
cluster {
  name: junkan
  listen: 127.0.0.1:${route}
  ${tls}
  routes: [${places.map((place) => `"tls://127.0.0.1:${place.route}"`).join(', ')}]
}
${config}
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
