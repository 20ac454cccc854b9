import { addressSettingOf, SERVED } from '@junkan/proto/programs.ts';
import { bitsIn } from './entropy.ts';
import type { Given, SettingRule } from './given-settings.ts';
import { secretOf } from './keys.ts';

/** Rules that only a trial installation may break: everything that others can reach must authenticate its callers and be encrypted. */
const outsideOfTrial = (path: keyof Given, message: string, holds: (given: Given) => boolean): SettingRule => ({
  path,
  message: `${message}, unless this is a trial installation (JUNKAN_TRIAL)`,
  holds: (given) => given.JUNKAN_TRIAL === true || holds(given),
});

const LOOPBACK = /^(127(\.\d{1,3}){3}|localhost|\[::1\])(:\d+)?$/;
/** Of a list of addresses or URLs, whether each is of this host; nothing is. */
const isHere = (list: unknown): boolean =>
  String(list ?? '127.0.0.1')
    .split(',')
    .every((each) => LOOPBACK.test(each.trim().replace(/^\w+:\/\//, '')));

type MongoPlace = { readonly isHere: boolean; readonly isSrv: boolean; readonly named: boolean; readonly options: URLSearchParams };

/** A connection string, which is no URL where it names several hosts. */
function mongoPlace(url: unknown): MongoPlace {
  const [, protocol = '', userInfo = '', hosts = '', query = ''] =
    /^(mongodb(?:\+srv)?):\/\/(?:([^@/]*)@)?([^/?]*)\/?[^?]*\??(.*)$/.exec(String(url ?? '')) ?? [];
  const options = new URLSearchParams(
    [...new URLSearchParams(query)].map(([name, value]): [string, string] => [name.toLowerCase(), value.toLowerCase()]),
  );
  const isSrv = protocol === 'mongodb+srv';
  // Other rules report what is not a connection string.
  return { isHere: protocol === '' || (!isSrv && isHere(hosts)), isSrv, named: userInfo !== '', options };
}

function isMongoEncrypted({ JUNKAN_MONGO_URL, JUNKAN_MONGO_CA, JUNKAN_MONGO_CERTIFICATE }: Given): boolean {
  const { isHere: here, isSrv, options } = mongoPlace(JUNKAN_MONGO_URL);
  const said = [options.get('tls'), options.get('ssl')];
  if (here) return true;
  return !said.includes('false') && (said.includes('true') || isSrv || Boolean(JUNKAN_MONGO_CA ?? JUNKAN_MONGO_CERTIFICATE));
}

/** Ways to say who one is without a name: by the certificate, or by what the surroundings vouch for. */
const NAMELESS = ['mongodb-x509', 'mongodb-aws', 'mongodb-oidc'];

function isMongoSignedIn({ JUNKAN_MONGO_URL, JUNKAN_MONGO_USERNAME }: Given): boolean {
  const { isHere: here, named, options } = mongoPlace(JUNKAN_MONGO_URL);
  return here || named || JUNKAN_MONGO_USERNAME !== undefined || NAMELESS.includes(options.get('authmechanism') ?? '');
}

const LEAVES_UNCHECKED = {
  tlsinsecure: 'true',
  tlsallowinvalidcertificates: 'true',
  tlsallowinvalidhostnames: 'true',
  sslvalidate: 'false',
};

const checksCertificates = ({ JUNKAN_MONGO_URL }: Given): boolean => {
  const { options } = mongoPlace(JUNKAN_MONGO_URL);
  return Object.entries(LEAVES_UNCHECKED).every(([name, value]) => options.get(name) !== value);
};

const isNatsEncrypted = ({ JUNKAN_NATS_URL: url, JUNKAN_NATS_CA, JUNKAN_NATS_CERTIFICATE }: Given): boolean =>
  Boolean(JUNKAN_NATS_CA ?? JUNKAN_NATS_CERTIFICATE) ||
  String(url ?? '127.0.0.1')
    .split(',')
    .every((each) => isHere(each) || each.trim().startsWith('tls://'));

const isNatsSignedIn = ({ JUNKAN_NATS_URL: url, JUNKAN_NATS_USERNAME, JUNKAN_NATS_CREDENTIALS, JUNKAN_NATS_CERTIFICATE }: Given): boolean =>
  isHere(url) || Boolean(JUNKAN_NATS_USERNAME ?? JUNKAN_NATS_CREDENTIALS ?? JUNKAN_NATS_CERTIFICATE);

const isTemporalEncrypted = (given: Given): boolean =>
  isHere(given.JUNKAN_TEMPORAL_ADDRESS) ||
  given.JUNKAN_TEMPORAL_TLS === true ||
  Boolean(given.JUNKAN_TEMPORAL_API_KEY ?? given.JUNKAN_TEMPORAL_CA ?? given.JUNKAN_TEMPORAL_CERTIFICATE);

const isTemporalSignedIn = ({ JUNKAN_TEMPORAL_ADDRESS, JUNKAN_TEMPORAL_API_KEY, JUNKAN_TEMPORAL_CERTIFICATE }: Given): boolean =>
  isHere(JUNKAN_TEMPORAL_ADDRESS) || Boolean(JUNKAN_TEMPORAL_API_KEY ?? JUNKAN_TEMPORAL_CERTIFICATE);

const OTHERS = SERVED.map(addressSettingOf);

const ENOUGH_BITS = 80;
/** A word in place of a secret, or a secret that was not generated randomly. */
const isPlaceholder = (key: string): boolean =>
  /change|example|placeholder|replace|secret|password|default/i.test(key) || bitsIn(key) < ENOUGH_BITS;

const PLACEHOLDER = 'looks like a placeholder: it must be generated randomly, for example with: npm run secrets';

const isSafe = (url: string | undefined): boolean => !url || url.startsWith('https:') || isHere(URL.parse(url)?.host);

export const PRODUCTION_RULES: readonly SettingRule[] = [
  outsideOfTrial('JUNKAN_TRIAL_BEHIND_DAYS', 'must be 0', ({ JUNKAN_TRIAL_BEHIND_DAYS: days = 0 }) => days === 0),
  outsideOfTrial('JUNKAN_INTERNAL_KEY', PLACEHOLDER, ({ JUNKAN_INTERNAL_KEY: key }) => !key || !isPlaceholder(secretOf(key))),
  outsideOfTrial('JUNKAN_ISSUER_KEY', 'can sign a token for anyone: it must not be set', ({ JUNKAN_ISSUER_KEY }) => !JUNKAN_ISSUER_KEY),
  outsideOfTrial(
    'JUNKAN_TOKEN_ISSUER',
    'must be your identity provider: junkan:local is the issuer of trial installations',
    ({ JUNKAN_TOKEN_ISSUER }) => JUNKAN_TOKEN_ISSUER !== 'junkan:local',
  ),
  outsideOfTrial('JUNKAN_CRASH_AT', 'must not be set', ({ JUNKAN_CRASH_AT }) => JUNKAN_CRASH_AT === undefined),
  ...(['JUNKAN_JWKS_URL', 'JUNKAN_OIDC_ISSUER', 'JUNKAN_OIDC_BACKCHANNEL', 'JUNKAN_HOME'] as const).map((name) =>
    outsideOfTrial(name, 'must be https unless it is on this host', ({ [name]: url }) => isSafe(url)),
  ),
  ...(['JUNKAN_OIDC_CLIENT_SECRET', 'JUNKAN_SESSION_KEY'] as const).map((name) =>
    outsideOfTrial(name, PLACEHOLDER, ({ [name]: secret }) => !secret || !isPlaceholder(secret)),
  ),
  outsideOfTrial('JUNKAN_MONGO_URL', 'must use TLS unless it is on this host', isMongoEncrypted),
  outsideOfTrial('JUNKAN_MONGO_URL', 'must not disable certificate checks', checksCertificates),
  outsideOfTrial('JUNKAN_MONGO_USERNAME', 'is required unless MongoDB is on this host', isMongoSignedIn),
  outsideOfTrial('JUNKAN_NATS_URL', 'must be tls:// unless it is on this host', isNatsEncrypted),
  outsideOfTrial(
    'JUNKAN_NATS_CREDENTIALS',
    'or JUNKAN_NATS_USERNAME or JUNKAN_NATS_CERTIFICATE is required unless NATS is on this host',
    isNatsSignedIn,
  ),
  outsideOfTrial('JUNKAN_TEMPORAL_TLS', 'must be true unless Temporal is on this host', isTemporalEncrypted),
  outsideOfTrial(
    'JUNKAN_TEMPORAL_API_KEY',
    'or JUNKAN_TEMPORAL_CERTIFICATE is required unless Temporal is on this host',
    isTemporalSignedIn,
  ),
  outsideOfTrial(
    'JUNKAN_PROTECTED_NETWORK',
    'must be true if a program listens for other hosts or calls them: programs talk to each other unencrypted, so their network must be encrypted or private',
    (given) => given.JUNKAN_PROTECTED_NETWORK === true || (isHere(given.JUNKAN_LISTEN) && OTHERS.every((name) => isHere(given[name]))),
  ),
];
