import { asRole, type Part, type Possible, type Scene } from './moments.ts';

const NUMBER = '0123456789';
const DETAILS = { country: 'JP', currency: 'JPY', bankCode: '0005', bankName: 'Bank', town: 'Minato' };

/** The bank account of a city, and that of its sponsor in its place: named, refused, named again, confirmed and retired. */
export async function* ofBankAccounts({ city, lender }: Scene): Part<void> {
  for (const [side, organisation] of [
    ['proposer', city],
    ['sponsor', lender.sponsor],
  ] as const) {
    const propose: Possible = { act: 'proposeBankAccount', body: { ...DETAILS, holder: organisation, accountNumber: NUMBER } };
    const { id = '' } = yield { state: 'nothing', possible: [], done: { ...propose, by: asRole(organisation) } };
    const on = (act: Possible['act'], body: object = {}): Possible => ({ act, of: { id }, body, side });
    const confirm = on('confirmBankAccount', { numberAgain: NUMBER });
    const refuse = on('refuseBankAccount', { note: 'because' });
    yield { state: 'account named', possible: [confirm, refuse], done: { ...confirm, by: asRole(organisation) } };
    const retire = on('retireBankAccount', { note: 'because' });
    yield { state: 'account confirmed', possible: [retire], done: { ...retire, by: asRole(organisation) } };
  }
}
