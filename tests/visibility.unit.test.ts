import { readFileSync } from 'node:fs';
import { READERS as DISBURSEMENT } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import { READERS as MATCHING } from '@junkan/proto/junkan/matching/v1/language.ts';
import { READERS as PROJECT } from '@junkan/proto/junkan/project/v1/language.ts';
import { READERS as SPONSOR } from '@junkan/proto/junkan/sponsor/v1/language.ts';
import { READERS, type Readers } from '@junkan/proto/language.ts';
import { expect, test } from 'vitest';

const PAGE = '../docs/visibility.md';

/** The items whose fields are not all for the same readers. */
const ITEMS: Readonly<Record<string, Readonly<Record<string, Readers>>>> = {
  project: { ...PROJECT.Project, ...PROJECT.ReadProjectResponse },
  milestone: { ...PROJECT.Milestone, ...PROJECT.ReadMilestoneResponse },
  round: { ...MATCHING.Funding, ...MATCHING.ReadFundingResponse },
  passport: SPONSOR.Passport,
  'approval rules': DISBURSEMENT.ApprovalRules,
  delegations: PROJECT.Delegations,
  'bank account': DISBURSEMENT.BankAccount,
};
const fieldsFor = (fields: Readonly<Record<string, Readers>>, readers: Readers): string[] =>
  Object.keys(fields).filter((field) => field !== 'omitted' && fields[field] === readers);
const list = Object.entries(ITEMS)
  .map(([item, fields]) => {
    const told = READERS.map((readers) => [readers, fieldsFor(fields, readers)] as const).filter(([, of]) => of.length > 0);
    return `- **${item}**\n${told.map(([readers, of]) => `  - ${readers}: ${of.join(', ')}\n`).join('')}`;
  })
  .join('');

test('the page on who may read what has the fields as the contracts give them', async () => {
  const page = readFileSync(new URL(PAGE, import.meta.url), 'utf8');
  const part = /(<!-- fields, made from the contracts -->\n).*?(<!-- end of fields -->)/s;
  const made = page.replace(part, (_, head, end) => `${head}\n${list}\n${end}`);
  expect(made).toContain(list);
  await expect(made).toMatchFileSnapshot(PAGE);
});
