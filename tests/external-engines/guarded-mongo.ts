import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { wheelBinary, wheelPython } from '@junkan/infra/embedded/binaries.ts';
import { makeUsers } from '@junkan/infra/embedded/mongo-command.ts';
import { freePort } from '@junkan/infra/embedded/ports.ts';
import { engineAccounts } from '@junkan/scripts/start/accounts.ts';
import { newPasswords } from '@junkan/scripts/start/secrets.ts';
import type { Certificates } from './certificates.ts';
import { listening, program } from './programs.ts';

/** The embedded engine with users who must sign in and have databases of their own, over TLS with a client's certificate. */
export async function guardedMongo(folder: string, namespace: string, { authority, server }: Certificates) {
  const port = await freePort(undefined);
  const home = join(folder, 'mongo');
  mkdirSync(home, { recursive: true });
  const open = [
    wheelPython,
    wheelBinary('secantusd-py'),
    '--host',
    '127.0.0.1',
    '--port',
    String(port),
    '--storage-path',
    join(home, 'data'),
    '--sync-on-commit',
    '--log-level',
    'WARNING',
  ];
  const url = `mongodb://127.0.0.1:${port}/?directConnection=true&authSource=admin`;
  const passwords = newPasswords();

  const first = program(open, join(home, 'log'));
  await listening(port);
  await makeUsers(port, engineAccounts(namespace, passwords).mongo);
  await first.stop();

  const files = ['--tls-cert-file', server.certificate, '--tls-key-file', server.key, '--tls-ca-file', authority];
  const guarded = program([...open, '--auth', ...files, '--tls-require-client-cert'], join(home, 'log'));
  await listening(port);
  return { url, passwords, stop: () => guarded.stop() };
}
