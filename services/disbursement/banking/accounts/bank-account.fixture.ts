import type { Actor, Role } from '@junkan/proto/actor.ts';
import { type BankAccountId, type Command, type Details, type Event, evolve, initial, type State } from './bank-account.ts';

/** An account of a city, who names it and who confirms it. */
export const actor = (person: string, organisation: string, ...roles: readonly Role[]): Actor => ({ person, organisation, roles });
export const officer = actor('olu', 'org_a', 'proposer.officer');
export const certifier = actor('cho', 'org_a', 'proposer.certifier');
/** May do everything that a person of the city may: only the rule that naming and confirming are apart binds it. */
export const both = (person: string): Actor => actor(person, 'org_a', 'proposer.officer', 'proposer.certifier');

export const now = '2026-11-24T12:00:00.000Z';
export const usableFrom = '2026-11-27T12:00:00.000Z';
export const OLD: BankAccountId = 'acc_old';

const details: Details = {
  holder: 'Minato City',
  country: 'JP',
  currency: 'JPY',
  scheme: 'local',
  number: 'txt_number',
  lastFour: '4567',
  bankCode: '0005',
  bic: 'BOTKJPJT',
  bankName: 'Bank',
  town: 'Tokyo',
};
export const propose = {
  type: 'ProposeBankAccount',
  ...details,
  replaces: '',
  replaced: undefined,
  faults: [],
  by: officer,
} satisfies Command;
export const confirm = { type: 'ConfirmBankAccount', number: details.number, coolingDays: 3, now, by: certifier } satisfies Command;
export const reject = { type: 'RefuseBankAccount', note: 'txt_why', by: certifier } satisfies Command;
export const retire = { type: 'RetireBankAccount', note: 'txt_closed', now, by: certifier } satisfies Command;
export const attribute = {
  type: 'AttributeStatements',
  statement: 'stm_a',
  bic: 'BOTKJPJT',
  bankCode: '',
  now,
  by: actor('che', 'secretariat', 'finance.checker'),
} as const satisfies Command;

export const proposed = { type: 'BankAccountProposed', organisation: 'org_a', ...details, replaces: '', by: 'olu' } satisfies Event;
export const confirmed = { type: 'BankAccountConfirmed', usableFrom, at: now, by: 'cho' } satisfies Event;
export const refusedIt = { type: 'BankAccountRefused', note: 'txt_why', by: 'cho' } satisfies Event;
export const retired = { type: 'BankAccountRetired', note: 'txt_closed', at: now, by: 'cho' } satisfies Event;

export const given = (...events: readonly Event[]): State => events.reduce(evolve, initial);
