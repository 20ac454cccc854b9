import { type Api, approverOf, checker, maker, secretary, sponsorOfficerOf } from '../api.ts';
import { settled } from '../clock.ts';
import { statementText } from '../statements.ts';

const BANK = { country: 'JP', currency: 'USD', bankCode: '0005', bankName: 'Demonstration bank', town: 'Yokohama', bic: 'DEMOJPJT' };

/**
 * Two sponsors name one number at one bank: whose its next statement is finance decides, by two persons, and from then on statements of that number and
 * bank are that sponsor’s by themselves.
 */
export async function nameOneNumber(api: Api, edition: string, year: string): Promise<void> {
  const key = (...name: string[]) => ({ key: ['demonstration', edition, 'number', ...name].join(':') });
  const digits = edition.replaceAll(/[^0-9A-Za-z]/g, '').slice(-20);
  const number = edition === '' ? '0007654321' : `8${digits.toUpperCase()}654321`;

  async function named(place: string): Promise<string> {
    const name = `${place} trust`;
    const { id: sponsor } = await api
      .as(secretary)
      .registerSponsor({}, { name: `${name} ${edition}`.trim(), kind: 'fund' }, key('sponsor', place));
    const { id } = await api
      .as(sponsorOfficerOf(sponsor))
      .proposeBankAccount({}, { ...BANK, holder: name, accountNumber: number }, key('account', place));
    await api.as(approverOf(sponsor)).confirmBankAccount({ id }, { numberAgain: number }, key('confirmed', place));
    await settled(api);
    return id;
  }

  async function imported(name: string): Promise<string> {
    const stated = { id: `${name} ${edition}`.trim(), account: number, bic: BANK.bic, currency: 'USD', day: `${year}-01-08` };
    const file = statementText({ ...stated, opening: '100.00', closing: '95.00' }, [{ amount: '5.00', reference: `${stated.id} 1` }]);
    const [{ id = '' } = {}] = (await api.as(maker).uploadStatements(new TextEncoder().encode(file))).statements;
    return id;
  }

  const account = await named('Harbour');
  await named('Hill');
  const id = await imported('SHARED');
  const why = (note: string) => ({ account, note });
  await api.as(maker).nameStatementOwner({ id }, why('It has been theirs so far.'), key('first-owner'));
  await api.as(checker).refuseStatementOwner({ id }, { note: 'What does the bank say?' }, key('not-known'));
  await api.as(maker).nameStatementOwner({ id }, why('The bank has named the holder by telephone.'), key('owner'));
  await api.as(checker).confirmStatementOwner({ id }, { account }, key('owner-confirmed'));
  await imported('LATER');
}
