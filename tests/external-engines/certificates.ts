import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generate } from 'selfsigned';

/** Paths of PEM files: an authority, and what it has certified for the servers of this host and for one client. */
export type Certificates = Awaited<ReturnType<typeof certificatesIn>>;

const name = (value: string) => [{ name: 'commonName', value }];
const usual = { keyType: 'ec', algorithm: 'sha256' } as const;

export async function certificatesIn(folder: string) {
  const authority = await generate(name('an authority of our own'), {
    ...usual,
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, digitalSignature: true, critical: true },
    ],
  });
  const certified = (whom: string, usage: object) =>
    generate(name(whom), {
      ...usual,
      ca: { key: authority.private, cert: authority.cert },
      extensions: [
        { name: 'basicConstraints', cA: false },
        { name: 'keyUsage', digitalSignature: true },
        { name: 'extKeyUsage', ...usage },
        {
          name: 'subjectAltName',
          altNames: [
            { type: 2, value: 'localhost' },
            { type: 7, ip: '127.0.0.1' },
          ],
        },
      ],
    });
  // A server of a cluster is a client of the others.
  const server = await certified('localhost', { serverAuth: true, clientAuth: true });
  const client = await certified('junkan', { clientAuth: true });
  const kept = (file: string, text: string): string => {
    const path = join(folder, file);
    writeFileSync(path, text, { mode: 0o600 });
    return path;
  };
  return {
    authority: kept('authority.pem', authority.cert),
    server: { certificate: kept('server.pem', server.cert), key: kept('server.key', server.private) },
    client: { certificate: kept('client.pem', client.cert), key: kept('client.key', client.private) },
  };
}
