import { daysAfter } from '@junkan/kit/pure/dates.ts';
import { approverOf, auditor, certifierOf, checker, maker, secretary } from '@junkan/scripts/main-job/api.ts';
import { advance, settled } from '@junkan/scripts/main-job/clock.ts';
import { expect, test } from 'vitest';
import { accountOf } from '../accounts.ts';
import { first, usd } from '../actors.ts';
import { verifiedFaults } from '../breaking.ts';
import { bodyOf, type Someone } from '../http.ts';
import { openSystem } from '../open-system.ts';

// Who may approve and instruct a payment, by the limits of one approval and the accounts that it is made between. What is right is said here in
// a table of its own, which shares nothing with the deciders.

const { system, actors, web } = await openSystem();
const { api } = system;

/** In which order they come about. All payments are of 100.00 USD. */
const LIMITS = ['none', 'as-much', 'less', 'raised-and-cooling', 'other-currency', 'raised-since-request'] as const;
const TWO_APPROVE: readonly Limits[] = ['less', 'raised-and-cooling', 'other-currency', 'raised-since-request'];
type Limits = (typeof LIMITS)[number];

const ACCOUNTS = [
  'both',
  'no-payer',
  'payer-cooling',
  'no-payee',
  'payee-cooling',
  'payee-replaced',
  'payee-retired',
  'payer-replaced',
] as const;
type Accounts = (typeof ACCOUNTS)[number];
/** While the approval of the last payments is waited for, what cooled has become usable. */
const lackOf = (accounts: Accounts, limits: Limits): string => {
  if (accounts === 'no-payer' || (accounts === 'payer-cooling' && limits !== 'raised-since-request')) return 'payer-has-no-usable-account';
  return accounts === 'no-payee' || (accounts === 'payee-cooling' && limits !== 'raised-since-request')
    ? 'payee-has-no-usable-account'
    : '';
};
/** After the approval, and before the instruction. */
const CHANGED: Partial<Record<Accounts, string>> = {
  'payee-replaced': 'account-has-changed',
  'payer-replaced': 'account-has-changed',
  'payee-retired': 'payee-has-no-usable-account',
};

const finance = (person: string, ...roles: Someone['roles']): Someone => ({ person, organisation: 'secretariat', roles });
const [one, two] = [finance('checker-one', 'finance.checker'), finance('checker-two', 'finance.checker')];
let cells = 0;
/** What an attempt comes to: the status of the payment, or the refusal. */
async function attempted(as: Someone, act: 'approvePayment' | 'instructPayment', { id, payment }: Payment): Promise<string> {
  cells += 1;
  const reply = await web.ask(as, act, { id, payment });
  if (reply.status >= 300) return `${reply.status} ${bodyOf<{ type: string }>(reply).type.replace('/problems/', '')}`;
  const { payments } = await api.as(auditor).getAgreement({ id });
  return payments.find((each) => each.id === payment)?.status ?? '';
}

type Payment = {
  readonly id: string;
  readonly payment: string;
  readonly requester: string;
  readonly verifiedBy: string;
  readonly limits: Limits;
  readonly accounts: Accounts;
};

const lives = new Map<Accounts, { readonly id: string; readonly city: string; readonly sponsors: readonly string[] }>();

/** An agreement with a sponsor for each limit, whose first milestone is verified. */
async function begun(accounts: Accounts): Promise<void> {
  const city = await actors.city();
  const sponsors = [];
  for (const _ of LIMITS) sponsors.push(await actors.sponsor());
  const offers = sponsors.map((sponsor) => [sponsor, '100.00'] as const);
  const { id } = await actors.payable(city, offers, { target: '600.00', milestones: ['600.00'] });
  lives.set(accounts, { id, city, sponsors: sponsors.map(({ sponsor }) => sponsor) });
}

const accountIn = async (organisation: string): Promise<string> =>
  first((await api.as(maker).listBankAccounts({ organisation, status: 'confirmed' })).accounts).id;
async function retired(organisation: string): Promise<void> {
  await settled(api);
  const by = organisation.startsWith('spo_') ? approverOf(organisation) : certifierOf(organisation);
  await api.as(by).retireBankAccount({ id: await accountIn(organisation) }, { note: 'The branch is closed.' });
}
const replaced = async (organisation: string) =>
  accountOf(api, organisation, { replaces: await accountIn(organisation) }, `000${organisation.slice(-7).replaceAll(/\D/g, '7')}`);

async function requested(limits: Limits): Promise<Payment[]> {
  const payments: Payment[] = [];
  for (const [accounts, { id, sponsors }] of lives) {
    const sponsor = sponsors[LIMITS.indexOf(limits)] ?? '';
    const { payment } = await api.as(maker).requestPayment({ id }, { tranche: 1, sponsor });
    const found = (await api.as(auditor).getAgreement({ id })).payments.find((each) => each.id === payment);
    payments.push({ id, payment, requester: found?.requestedBy ?? '', verifiedBy: found?.verifiedBy ?? '', limits, accounts });
  }
  return payments;
}

async function approved(payments: readonly Payment[]): Promise<void> {
  for (const payment of payments) {
    const { requester, verifiedBy, limits, accounts } = payment;
    const approving = (as: Someone) => attempted(as, 'approvePayment', payment);
    const seen = [
      await approving(finance(requester, 'finance.maker', 'finance.checker')),
      await approving(finance(verifiedBy, 'finance.checker')),
      await approving(finance('another-maker', 'finance.maker')),
      await approving(one),
      await approving(one),
      await approving(two),
      await approving(two),
    ];
    const lack = lackOf(accounts, limits);
    const [once, twice] = TWO_APPROVE.includes(limits) ? ['requested', 'approved'] : ['approved', '409 payment-is-not-requested'];
    const right = lack ? Array.from({ length: 4 }, () => `409 ${lack}`) : [once, once, twice, twice];
    const refused = ['403 person-has-another-duty', '403 person-has-another-duty', '403 role-is-missing'];
    expect([limits, accounts, ...seen]).toEqual([limits, accounts, ...refused, ...right]);
  }
}

async function limited(limits: readonly { amount: string; currency: string }[]): Promise<void> {
  const { id } = await api.as(secretary).proposeLimits({}, { limits: [...limits] });
  const { proposals = [] } = await api.as(auditor).getApprovalRules({ id });
  await api.as(checker).approveLimits({ id }, { proposal: proposals.length });
}

const cooled = async (): Promise<void> => void (await advance(api, daysAfter((await settled(api)).now, 4)));

test('each payment is approved by as many persons as its limit asks for, for accounts that are used, and instructed between these alone', async () => {
  for (const accounts of ACCOUNTS) await begun(accounts);
  await cooled();
  const of = (accounts: Accounts) => lives.get(accounts) ?? { id: '', city: '', sponsors: [] };
  for (const accounts of ['no-payer', 'payer-cooling'] as const) for (const sponsor of of(accounts).sponsors) await retired(sponsor);
  for (const accounts of ['no-payee', 'payee-cooling'] as const) await retired(of(accounts).city);
  for (const sponsor of of('payer-cooling').sponsors) await accountOf(api, sponsor);
  await accountOf(api, of('payee-cooling').city);
  await settled(api);

  const all: Payment[] = [];
  const through = async (limits: Limits, before: () => Promise<void>, between = async () => {}): Promise<void> => {
    await before();
    await settled(api);
    const payments = await requested(limits);
    await between();
    await approved(payments);
    all.push(...payments);
  };
  await through('none', async () => {});
  await through('as-much', () => limited([usd('100.00')]));
  await through('less', () => limited([usd('99.99')]));
  await through('raised-and-cooling', () => limited([usd('500.00')]));
  await through('other-currency', () => limited([{ amount: '500.00', currency: 'EUR' }]));
  await through(
    'raised-since-request',
    async () => {},
    async () => {
      await limited([usd('500.00')]);
      await cooled();
    },
  );

  await replaced(of('payee-replaced').city);
  for (const sponsor of of('payer-replaced').sponsors) await replaced(sponsor);
  await cooled();
  await retired(of('payee-retired').city);
  await settled(api);
  for (const payment of all) {
    const { requester, limits, accounts } = payment;
    const instructing = (as: Someone) => attempted(as, 'instructPayment', payment);
    const seen = [
      await instructing(finance('another-maker', 'finance.maker')),
      await instructing(finance('checker-one', 'finance.maker')),
      await instructing(finance(requester, 'finance.checker')),
      await instructing(finance(requester, 'finance.maker')),
    ];
    const others = ['403 requester-is-another', '403 requester-is-another', '403 role-is-missing'];
    const fault = lackOf(accounts, limits) ? 'payment-is-not-approved' : CHANGED[accounts];
    expect([limits, accounts, ...seen]).toEqual([limits, accounts, ...others, fault ? `409 ${fault}` : 'instructed']);
  }
  await settled(api);
  expect(await verifiedFaults(system)).toEqual({});
  expect(cells).toBe(LIMITS.length * ACCOUNTS.length * 11);
  console.log(`authority of money: ${cells} cells, 0 differences`);
});
