import type { BodyOf } from '@junkan/client/operations.ts';
import { type Api, approverOf, certifierOf, maker, officerOf, sponsorOfficerOf } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { ibanOf } from '@junkan/scripts/main-job/demonstrations/accounts.ts';

/** An account in dollars, with an IBAN of its own where no number is given, by two persons of the organisation. Nothing is paid to it or from it before it has cooled. */
export async function accountOf(
  api: Api,
  organisation: string,
  more: Partial<BodyOf<'proposeBankAccount'>> = {},
  number = ibanOf(organisation),
): Promise<string> {
  const isSponsor = organisation.startsWith('spo_');
  const [officer, second] = isSponsor
    ? [sponsorOfficerOf(organisation), approverOf(organisation)]
    : [officerOf(organisation), certifierOf(organisation)];
  const details = { holder: 'Crédit municipal', country: 'KZ', currency: 'USD', bic: 'KZKOKZKX', bankName: 'Bank', town: 'Almaty' };
  const named = number.startsWith('KZ') ? { iban: number } : { accountNumber: number, country: 'JP', bic: '', bankCode: '0005' };
  const { id } = await api.as(officer).proposeBankAccount({}, { ...details, ...named, ...more });
  await api.as(second).confirmBankAccount({ id }, { numberAgain: number });
  return id;
}

/** Each of these has an account in the currency, from now on where it had none; a sponsor pays from the one that it has, in whichever. */
export async function withAccounts(api: Api, organisations: readonly string[], currency: string): Promise<void> {
  await settled(api);
  for (const organisation of organisations) {
    const of = organisation.startsWith('spo_') ? {} : { currency };
    const { accounts } = await api.as(maker).listBankAccounts({ organisation, ...of, status: 'confirmed' });
    if (accounts.length === 0) await accountOf(api, organisation, { currency });
  }
}
