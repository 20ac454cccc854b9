import { encodeAccount, encodeOperator, encodeUser, fmtCreds } from '@nats-io/jwt';
import { createAccount, createOperator, createUser, fromSeed, type KeyPair } from '@nats-io/nkeys';
import { ACCOUNT_NAMES, type AccountName, natsRights } from '../start/accounts.ts';

/** The seeds by which the operator of NATS and its accounts are known again: with them more credentials are issued. */
export type Seeds = Readonly<Record<'operator' | 'system' | 'account', string>>;

export type NatsAccounts = {
  readonly seeds: Seeds;
  /** What the servers' configuration includes. */
  readonly resolver: string;
  /** Credentials of each program, with its rights. */
  readonly credentials: Readonly<Record<AccountName, string>>;
};

const UNLIMITED = -1;
const LIMITS = Object.fromEntries(['conn', 'leaf', 'subs', 'data', 'payload', 'imports', 'exports'].map((name) => [name, UNLIMITED]));
const STORAGE = Object.fromEntries(['mem_storage', 'disk_storage', 'streams', 'consumer'].map((name) => [name, UNLIMITED]));

const MADE = { operator: createOperator, system: createAccount, account: createAccount };
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** The accounts of one installation at a NATS cluster; known seeds make credentials that the cluster takes as it is configured. */
export async function natsAccounts(namespace: string, known: Partial<Seeds> = {}): Promise<NatsAccounts> {
  const pair = (name: keyof Seeds): KeyPair => (known[name] === undefined ? MADE[name]() : fromSeed(new TextEncoder().encode(known[name])));
  const [operator, system, account] = [pair('operator'), pair('system'), pair('account')];
  const signer = { signer: operator };
  const operatorToken = await encodeOperator('junkan', operator, { system_account: system.getPublicKey() } as object);
  const systemToken = await encodeAccount('system', system, { limits: LIMITS } as object, signer);
  const accountToken = await encodeAccount('junkan', account, { limits: { ...LIMITS, ...STORAGE } } as object, signer);
  const issued = ACCOUNT_NAMES.map(async (name) => {
    const { publish, subscribe } = natsRights(namespace, name);
    const user = createUser();
    const token = await encodeUser(name, user, account, { pub: { allow: publish }, sub: { allow: subscribe } } as object);
    return [name, text(fmtCreds(token, user))] as const;
  });
  return {
    seeds: { operator: text(operator.getSeed()), system: text(system.getSeed()), account: text(account.getSeed()) },
    resolver: `operator: ${operatorToken}
system_account: ${system.getPublicKey()}
resolver: MEMORY
resolver_preload: { ${system.getPublicKey()}: ${systemToken}, ${account.getPublicKey()}: ${accountToken} }
# A user who reads every context has credentials of more than 4 KB.
max_control_line: 16KB
`,
    credentials: Object.fromEntries(await Promise.all(issued)) as Record<AccountName, string>,
  };
}
