import { THE_SECRETARIAT, type TrialRole } from './accounts.ts';

// What waits for somebody after the start of a trial: the demonstrations make it, and the page of the sign-in says what to try as whom.

/** Organisations of a trial. All of them are made up. */
export const CITY = 'Kota Kenanga (made up)';
export const NEWCOMER = 'Tanjung Melur (made up)';
export const FUND = 'Straits fund (made up)';
export const BANK = 'Archipelago bank (made up)';
export const PARTNER = 'Circle of the straits (made up)';

type Waiting = { readonly title: string; readonly by: TrialRole; readonly of: string };
const at =
  (of: string) =>
  (by: TrialRole, title: string): Waiting => ({ title, by, of });
const [city, newcomer, bank, partner, secretariat] = [at(CITY), at(NEWCOMER), at(BANK), at(PARTNER), at(THE_SECRETARIAT.name)];

/** What each is called, and for whom of which organisation it waits. */
export const IN_PROGRESS = {
  overdue: city('proposer.officer', 'Glass from the old harbour'),
  'report-due': city('proposer.officer', 'Deposit machines at bus stations'),
  'report-returned': city('proposer.officer', 'Composting for two wards'),
  'to-verify': secretariat('secretariat.verifier', 'A sorting hall in the north'),
  'to-request-payment': secretariat('finance.maker', 'A street of repair shops'),
  'to-approve-payment': secretariat('finance.checker', 'Oil from the kitchens'),
  'failed-at-the-bank': secretariat('finance.maker', 'Containers for textiles'),
  'claim-open': city('proposer.officer', 'Cups that come back'),
  draft: city('proposer.officer', 'Bowls of palm leaf'),
  'to-screen': secretariat('secretariat.officer', 'Biogas from the fish market'),
  'question-open': city('proposer.officer', 'A library of tools'),
  'offers-to-compare': city('proposer.officer', 'Canals without plastic'),
  'offer-to-approve': bank('sponsor.approver', 'A cold store for what is left over'),
  'to-approve': secretariat('secretariat.approver', 'Bricks from rubble'),
  'to-sign': city('proposer.certifier', 'Bicycle workshops in schools'),
  'ballot-to-seal': partner('programme.juror', 'Award of the straits (made up)'),
  'answer-to-review': partner('programme.juror', 'Furniture that is used again'),
  'declaration-to-sign': newcomer('proposer.certifier', 'The declaration of circular cities'),
  'report-to-review': secretariat('secretariat.verifier', 'The corrected report of Harukawa'),
  'seat-to-take': city('proposer.officer', 'Composting without smell (made up)'),
  'draft-to-write': partner('programme.expert', 'A deposit on glass bottles (made up)'),
} as const satisfies Readonly<Record<string, Waiting>>;

export type InProgressName = keyof typeof IN_PROGRESS;
