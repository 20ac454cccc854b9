import type { Sending } from '@junkan/client/client.ts';
import { type Api, approverOf, certifierOf, officerOf, sponsorOfficerOf } from '../api.ts';

const LOCAL = { country: 'JP', currency: 'JPY', bankCode: '0005', bankName: 'Demonstration bank of Japan', town: 'Yokohama' };
const ABROAD = { country: 'KZ', currency: 'USD', bic: 'KZKOKZKX', bankName: 'Demonstration bank', town: 'Almaty' };

/** The bank of the example that the registry of IBANs prints. */
const BANK_CODE = '125';
const LETTERS = 13;

/** The number of an organisation's own account: the end of its id at that bank, with the check digits of ISO 13616. */
export function ibanOf(organisation: string): string {
  const own = `${BANK_CODE}${organisation.slice(-LETTERS).toUpperCase()}`;
  const digits = [...`${own}KZ00`].map((each) => Number.parseInt(each, 36)).join('');
  const check = 98n - (BigInt(digits) % 97n);
  return `KZ${String(check).padStart(2, '0')}${own}`;
}

/** An organisation's own account in dollars: one person of it names it, another confirms it. */
export async function openAccount(api: Api, organisation: string, holder: string, key: (...of: string[]) => Sending): Promise<void> {
  const [officer, second] = organisation.startsWith('spo_')
    ? [sponsorOfficerOf(organisation), approverOf(organisation)]
    : [officerOf(organisation), certifierOf(organisation)];
  const iban = ibanOf(organisation);
  const { id } = await api.as(officer).proposeBankAccount({}, { ...ABROAD, iban, holder }, key(organisation, 'own'));
  await api.as(second).confirmBankAccount({ id }, { numberAgain: iban }, key(id, 'confirmed'));
}

type Organisations = { readonly city: string; readonly sponsors: readonly string[] };

/**
 * Each organisation names where it is paid, or pays from, and another person of it confirms that with the number typed again. The city first names
 * an account that is refused, then one that is retired, and then another in the place of its first; what comes from abroad is paid to one in dollars.
 */
export async function openAccounts(api: Api, { city, sponsors }: Organisations, edition: string): Promise<void> {
  const key = (...parts: readonly string[]) => ({ key: ['demonstration', edition, 'account', ...parts].join(':') });
  const [officer, certifier] = [api.as(officerOf(city)), api.as(certifierOf(city))];
  const named = async (name: string, accountNumber: string, replaces = ''): Promise<string> => {
    const account = { ...LOCAL, holder: 'Demonstration city', accountNumber, ...(replaces ? { replaces } : {}) };
    return (await officer.proposeBankAccount({}, account, key(name))).id;
  };
  const confirmed = (id: string, number: string) => certifier.confirmBankAccount({ id }, { numberAgain: number }, key(id, 'confirmed'));
  const wrong = await named('wrong', '7654321');
  await certifier.refuseBankAccount({ id: wrong }, { note: 'This is the account of another ward.' }, key(wrong, 'refused'));
  const first = await named('first', '1234567');
  await confirmed(first, '123-4567');
  const next = await named('next', '2345678', first);
  await confirmed(next, '234-5678');
  const spare = await named('spare', '3456789');
  await confirmed(spare, '345-6789');
  await certifier.retireBankAccount({ id: spare }, { note: 'The ward is closed.' }, key(spare, 'retired'));
  const dollars = { ...LOCAL, currency: 'USD', bic: 'DEMOJPJT', holder: 'Demonstration city', accountNumber: '4567890' };
  const { id: abroad } = await officer.proposeBankAccount({}, dollars, key('dollars'));
  await confirmed(abroad, dollars.accountNumber);
  for (const sponsor of sponsors) await openAccount(api, sponsor, 'Demonstration sponsor', key);
}
