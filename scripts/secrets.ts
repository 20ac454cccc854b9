import { appendFileSync, chmodSync, existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { newKey, newSecrets } from './start/secrets.ts';

// Makes the secrets that docker-compose.yml asks for: npm run secrets. What is there already stays, as the data depends on it.

const FILE = fileURLToPath(new URL('../.env', import.meta.url));

const { internalKey, issuerKey } = newSecrets();
const secrets = { JUNKAN_INTERNAL_KEY: internalKey, JUNKAN_ISSUER_KEY: issuerKey, JUNKAN_TEMPORAL_DB_PASSWORD: newKey() };

const present = existsSync(FILE) ? readFileSync(FILE, 'utf8') : '';
const missing = Object.entries(secrets).filter(([name]) => !new RegExp(`^${name}=`, 'm').test(present));
const separator = present === '' || present.endsWith('\n') ? '' : '\n';
if (missing.length > 0) {
  // Created closed to others, not closed afterwards; one that was made by hand is closed as well.
  appendFileSync(FILE, separator + missing.map(([name, value]) => `${name}='${value}'\n`).join(''), { mode: 0o600 });
  chmodSync(FILE, 0o600);
}
process.stderr.write(missing.length > 0 ? `.env: made ${missing.map(([name]) => name).join(', ')}\n` : '.env: every secret is there\n');
