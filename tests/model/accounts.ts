import type { Role } from '@junkan/proto/actor.ts';
import { type Asking, NOTE, needs, post } from './asking.ts';
import type { Account, Step } from './state.ts';

const NAMING: readonly Role[] = ['proposer.officer', 'sponsor.officer'];
const DECIDING: readonly Role[] = ['proposer.certifier', 'sponsor.approver'];
const DETAILS = { country: 'JP', currency: 'JPY', bankCode: '0005', bankName: 'Bank', town: 'Minato' };
/** So many of the newest are still decided on. */
const AT_HAND = 6;

/** What bank accounts come to: they are named, confirmed by a second person who types the number again, refused, retired and replaced. */
export function accountStep(asking: Asking): Step {
  const { model, rng, by } = asking;
  const own = model.accounts.slice(-AT_HAND).filter(({ organisation }) => organisation === by.organisation);
  const others = model.accounts.slice(-AT_HAND);
  if (others.length === 0 || rng.is(30)) return name(asking);
  const account = own.length > 0 && rng.is(85) ? rng.of(own) : rng.of(others);
  return rng.of([confirm(asking, account), confirm(asking, account), refuse(asking, account), retire(asking, account)]);
}

function name(asking: Asking): Step {
  const { model, rng, by } = asking;
  const replaced = model.accounts.length > 0 && rng.is(40) ? rng.of(model.accounts) : undefined;
  const accountNumber = `${rng.of(['1', '2', '3'])}234567`;
  const replacing = replaced === undefined || (replaced.organisation === by.organisation && replaced.status === 'confirmed');
  return post('account', 'proposeBankAccount', {}, asking, undefined, {
    body: { ...DETAILS, holder: by.organisation, accountNumber, ...(replaced ? { replaces: replaced.id } : {}) },
    rules: [needs(by, NAMING), [replacing, 409]],
    effect: ({ id }) => {
      model.accounts.push({ id, organisation: by.organisation, number: accountNumber, namedBy: by.person, status: 'proposed' });
    },
  });
}

/** What everybody needs who decides on it. To other organisations it is as good as not there. */
const deciding = ({ by }: Asking, { organisation }: Account): Step['rules'] => [
  needs(by, DECIDING),
  [by.organisation === organisation, 404],
];

function confirm(asking: Asking, account: Account): Step {
  const { rng, by } = asking;
  const number = rng.is(85) ? account.number : '7654321';
  const isDone = account.status === 'confirmed';
  return post('account confirmation', 'confirmBankAccount', { id: account.id }, asking, undefined, {
    body: { numberAgain: number },
    isDone,
    rules: [
      ...deciding(asking, account),
      [by.person !== account.namedBy, 403],
      [number === account.number, 409],
      [isDone || account.status === 'proposed', 409],
    ],
    effect: () => Object.assign(account, { status: 'confirmed' }),
  });
}

function refuse(asking: Asking, account: Account): Step {
  const isDone = account.status === 'refused' && account.refusedBy === asking.by.person;
  return post('account refusal', 'refuseBankAccount', { id: account.id }, asking, undefined, {
    body: NOTE,
    isDone,
    rules: [...deciding(asking, account), [isDone || account.status === 'proposed', 409]],
    effect: () => Object.assign(account, { status: 'refused', refusedBy: asking.by.person }),
  });
}

function retire(asking: Asking, account: Account): Step {
  const isDone = account.status === 'retired';
  return post('account retirement', 'retireBankAccount', { id: account.id }, asking, undefined, {
    body: NOTE,
    isDone,
    rules: [...deciding(asking, account), [isDone || account.status === 'confirmed', 409]],
    effect: () => Object.assign(account, { status: 'retired' }),
  });
}
