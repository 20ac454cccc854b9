import { type Api, approverOf, checker, maker, secondChecker, secretary, sponsorOfficerOf } from '../api.ts';
import { settled } from '../clock.ts';
import { statementText } from '../statements.ts';

/**
 * A sponsor’s own account, whose bank statement has two amounts without a payment: in suspense until two persons report and confirm that
 * one is a bank charge, and that the other concerns nothing here.
 */
export async function recordCharge(api: Api, edition: string, year: string): Promise<void> {
  const key = (name: string) => ({ key: ['demonstration', edition, 'charge', name].join(':') });
  const { id: sponsor } = await api
    .as(secretary)
    .registerSponsor({}, { name: `Demonstration trust ${edition}`.trim(), kind: 'fund' }, key('sponsor'));
  const number =
    edition === ''
      ? '0001234567'
      : `9${edition
          .replaceAll(/[^0-9A-Za-z]/g, '')
          .slice(-20)
          .toUpperCase()}234567`;
  const bank = { country: 'JP', currency: 'USD', bankCode: '0005', bankName: 'Demonstration bank', town: 'Yokohama', bic: 'DEMOJPJT' };
  const { id: account } = await api
    .as(sponsorOfficerOf(sponsor))
    .proposeBankAccount({}, { ...bank, holder: 'Demonstration trust', accountNumber: number }, key('account'));
  await api.as(approverOf(sponsor)).confirmBankAccount({ id: account }, { numberAgain: number }, key('confirmed'));
  await settled(api);
  const stated = {
    id: `CHARGES ${edition}`.trim(),
    account: number,
    currency: 'USD',
    day: `${year}-01-07`,
    opening: '100.00',
    closing: '80.00',
  };
  const lines = [
    { amount: '12.50', reference: `CHARGE ${edition}`.trim() },
    { amount: '7.50', reference: `OTHER ${edition}`.trim() },
  ];
  const [{ id = '' } = {}] = (await api.as(maker).uploadStatements(new TextEncoder().encode(statementText(stated, lines)))).statements;
  await api.as(maker).recordFee({ id, entry: '1' }, { note: 'For a transfer.' }, key('first-fee'));
  await api.as(checker).refuseFee({ id, entry: '1' }, { note: 'No transfer went that day: what is it for?' }, key('no-fee'));
  await api.as(maker).recordFee({ id, entry: '1' }, { note: 'For keeping the account, by the month.' }, key('fee'));
  await api.as(maker).ignoreEntry({ id, entry: '2' }, { note: 'Of nobody here.' }, key('first-aside'));
  await api.as(checker).refuseDismissal({ id, entry: '2' }, { note: 'Whose is it, then?' }, key('not-aside'));
  await api.as(maker).ignoreEntry({ id, entry: '2' }, { note: 'The sponsor’s own purchase.' }, key('aside'));
  await api.as(secondChecker).confirmStatement({ id }, {}, key('statement'));
}
