import { type NatsAccount, natsUsers } from '@junkan/infra/embedded/accounts.ts';
import { addressSettingOf, calledBy, PROGRAM_NAMES, type Program, programOf } from '@junkan/proto/programs.ts';
import { ACCOUNT_NAMES, databasesOf, natsRights } from '../start/accounts.ts';
import { ownSetting } from '../start/env-file.ts';

// The settings of the programs in containers and clusters. A test writes the files that contain them, and compares.

const NAMESPACE = 'junkan';
const secret = (name: string): string => `\${${name}:?is not set; run "npm run secrets" once, which writes .env}`;
const STORED = ACCOUNT_NAMES.filter((name) => databasesOf(NAMESPACE, name).length > 0);

/** A text in which what is between `# <name>:` and `# end of <name>` is replaced. */
export function withPart(text: string, name: string, part: string): string {
  const pattern = new RegExp(`^( *# ${name}: .*\\n)[^]*?(^ *# end of ${name}$)`, 'm');
  if (!pattern.test(text)) throw new Error(`there is no part "${name}"`);
  return text.replace(pattern, (_, head: string, end: string) => `${head}${part}${end}`);
}

/** The settings of a trial's gateway for sign-in: with its own issuer, and with the identity provider that runs with it. */
const SIGN_IN = [
  ...['JUNKAN_ISSUER_KEY', 'JUNKAN_OIDC_CLIENT_SECRET', 'JUNKAN_SESSION_KEY'].map((name) => `    ${name}: ${secret(name)}`),
  `    JUNKAN_OIDC_ISSUER: http://127.0.0.1:\${JUNKAN_SIGN_IN_PORT:-8081}`,
  '    JUNKAN_OIDC_BACKCHANNEL: http://trial-sign-in:7000',
  `    JUNKAN_HOME: http://127.0.0.1:\${JUNKAN_PORT:-8080}`,
];

/** What certificates are signed with, and where they lead. */
const CERTIFICATES = [
  `    JUNKAN_CERTIFICATE_KEY: ${secret('JUNKAN_CERTIFICATE_KEY')}`,
  `    JUNKAN_HOME: http://127.0.0.1:\${JUNKAN_PORT:-8080}`,
];

const indented = (lines: readonly string[], depth: number): string => lines.map((line) => `${' '.repeat(depth)}${line}\n`).join('');

/** The services of docker-compose.yml. */
export const composedPrograms = (): string => PROGRAM_NAMES.map((name) => indented(composed(name), 2)).join('\n');

function composed(name: Program): string[] {
  const { folder, engines, views, http } = programOf(name);
  const own = (setting: string): string => `    ${setting}: ${secret(ownSetting(setting, name))}`;
  const account = (engine: 'NATS' | 'MONGO'): string[] => [`    JUNKAN_${engine}_USERNAME: ${name}`, own(`JUNKAN_${engine}_PASSWORD`)];
  return [
    `${name}:`,
    '  <<: *program',
    `  command: [${folder}/main.ts]`,
    '  environment:',
    `    <<: *${engines.includes('mongo') ? 'stored' : 'settings'}`,
    own('JUNKAN_INTERNAL_KEY'),
    ...account('NATS'),
    ...(engines.includes('mongo') ? account('MONGO') : []),
    ...(engines.includes('temporal') ? ['    JUNKAN_TEMPORAL_ADDRESS: temporal:7233'] : []),
    ...(name === 'programme' ? CERTIFICATES : []),
    ...(views ? ['    JUNKAN_VIEWS: /tmp/views'] : []),
    ...(http ? SIGN_IN : []),
    ...calledBy(name).map((called) => `    ${addressSettingOf(called)}: ${called}:7000`),
    ...(http ? [`  ports: ["127.0.0.1:\${JUNKAN_PORT:-8080}:7000"]`] : []),
    '  depends_on:',
    // Programs that serve the world wait for those that serve them; the others may start in any order.
    ...(http ? calledBy(name) : engines.map((engine) => (engine === 'temporal' ? 'temporal-namespace' : engine))).map(
      (needed) => `    ${needed}: { condition: service_healthy }`,
    ),
  ];
}

/** Which account reads and writes which databases, and their passwords. */
export const mongoAccounts = (): string =>
  indented(
    [
      `JUNKAN_MONGO_ACCOUNTS: '${JSON.stringify(Object.fromEntries(STORED.map((name) => [name, databasesOf(NAMESPACE, name)])))}'`,
      ...STORED.map((name) => ownSetting('JUNKAN_MONGO_PASSWORD', name)).map((setting) => `${setting}: ${secret(setting)}`),
    ],
    6,
  );

export const natsPasswords = (): string =>
  indented(
    ACCOUNT_NAMES.map((name) => ownSetting('JUNKAN_NATS_PASSWORD', name)).map((setting) => `${setting}: ${secret(setting)}`),
    6,
  );

/** The configuration of the NATS server: what the embedded one has too, and the accounts, whose passwords its environment holds. */
export const natsConfiguration = (common: string): string =>
  `${common}\n${natsUsers(
    ACCOUNT_NAMES.map(
      (username): NatsAccount => ({
        username,
        password: `$${ownSetting('JUNKAN_NATS_PASSWORD', username)}`,
        ...natsRights(NAMESPACE, username),
      }),
    ),
  )}`;

/** What the chart makes of each program. */
export const chartPrograms = (): string =>
  `programs:\n${PROGRAM_NAMES.map((name) => {
    const { folder, engines, backlog, views, http } = programOf(name);
    const list = (of: readonly string[]): string => `[${of.join(', ')}]`;
    return indented(
      [
        `- name: ${name}`,
        `  main: ${folder}/main.ts`,
        ...(http ? [] : [`  setting: ${addressSettingOf(name)}`]),
        `  calls: ${list(calledBy(name))}`,
        `  engines: ${list(engines)}`,
        ...(backlog ? [`  backlog: ${list(backlog)}`] : []),
        ...(views ? ['  views: true'] : []),
        ...(http ? ['  http: true'] : []),
      ],
      2,
    );
  }).join('')}`;

/** Accounts of each program at the engines, as an example of the chart's values. */
export const exampleAccounts = (): string =>
  ACCOUNT_NAMES.map((name) => {
    const reference = (from: string, key: string): string => `{ name: junkan-${from}, key: ${key} }`;
    const mongo = [
      `      JUNKAN_MONGO_USERNAME: ${reference(name, 'mongo-username')}`,
      `      JUNKAN_MONGO_PASSWORD: ${reference(name, 'mongo-password')}`,
      `      JUNKAN_MONGO_CA: ${reference('engines', 'mongo-ca.crt')}`,
    ];
    const nats = [
      `      JUNKAN_NATS_CREDENTIALS: ${reference(name, 'nats.creds')}`,
      `      JUNKAN_NATS_CA: ${reference('engines', 'nats-ca.crt')}`,
    ];
    return `${[`  ${name}:`, '    secrets:', ...(STORED.includes(name) ? mongo : []), ...nats].join('\n')}\n`;
  }).join('');
