import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { wheelBinary, wheelPython } from '@junkan/infra/embedded/binaries.ts';
import { freePort } from '@junkan/infra/embedded/ports.ts';
import { connectMongo } from '@junkan/kit/mongo.ts';
import type { Certificates } from './certificates.ts';
import { listening, program } from './programs.ts';

/** The embedded engine with a user who must sign in, over TLS with a client's certificate. */
export async function guardedMongo(folder: string, { authority, server }: Certificates) {
  const port = await freePort(undefined);
  const home = join(folder, 'mongo');
  mkdirSync(home, { recursive: true });
  const open = [
    ...[wheelPython, wheelBinary('secantusd-py'), '--host', '127.0.0.1', '--port', String(port)],
    ...['--storage-path', join(home, 'data'), '--sync-on-commit', '--log-level', 'WARNING'],
  ];
  const url = `mongodb://127.0.0.1:${port}/?directConnection=true&authSource=admin`;
  const account = { username: 'junkan', password: 'of this test alone' };

  const first = program(open, join(home, 'log'));
  await listening(port);
  const client = await connectMongo({ JUNKAN_MONGO_URL: url });
  await client.db('admin').command({ createUser: account.username, pwd: account.password, roles: ['root'] });
  await client.close();
  await first.stop();

  const files = ['--tls-cert-file', server.certificate, '--tls-key-file', server.key, '--tls-ca-file', authority];
  const guarded = program([...open, '--auth', ...files, '--tls-require-client-cert'], join(home, 'log'));
  await listening(port);
  return { url, ...account, stop: () => guarded.stop() };
}
