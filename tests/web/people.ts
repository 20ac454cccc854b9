import { printed } from '@junkan/kit/files/made.fixture.ts';
import type { Browser, Locator } from 'playwright-core';
import { type Visitor, visitor } from './chromium.ts';
import { arrive } from './visits.ts';

const BY_HAND = /^(Report (a refund|a returned payment|the bank’s payment)|Record the (adoption|council’s decision|mandate))$/;

/** The accounts of the secretariat that a journey needs. */
export const SECRETARIAT = {
  officer: 'secretariat/secretariat.officer',
  approver: 'secretariat/secretariat.approver',
  verifier: 'secretariat/secretariat.verifier',
  maker: 'secretariat/finance.maker',
  checker: 'secretariat/finance.checker',
};

/** Persons of a journey, each before a browser of its own and signed in once; all that they do, they do by the keyboard. */
export function people(browser: Browser, home: string) {
  const known = new Map<string, Visitor>();

  async function at(account: string, path: string): Promise<Visitor> {
    const who = known.get(account) ?? (await visitor(browser));
    known.set(account, who);
    await arrive(who, home, path, account);
    return who;
  }

  return {
    at,
    /** Does an act on a page: opens its form, fills it in, sends it, and waits until it is recorded. */
    async act(account: string, path: string, act: string, filled: Readonly<Record<string, string>> = {}, within = ''): Promise<Visitor> {
      const who = await at(account, path);
      const place: Locator = within === '' ? who.page.locator('main') : who.page.locator(within);
      await place.getByRole('button', { name: act, exact: true }).first().press('Enter');
      const form = who.page.getByRole('form', { name: act });
      await form.getByRole('heading').first().waitFor();
      for (const [label, text] of Object.entries(filled)) await fill(form.getByLabel(label), text);
      const files = form.getByLabel('Add files');
      // What the bank or the council did is reported with a file that shows it.
      if (BY_HAND.test(act)) {
        await files.setInputFiles({ name: 'advice.pdf', mimeType: 'application/pdf', buffer: printed('Advice of the bank') });
        await form.getByRole('button', { name: 'Remove advice.pdf' }).waitFor();
      }
      await form.getByRole('button', { name: act, exact: true }).last().press('Enter');
      await form.waitFor({ state: 'detached' });
      return who;
    },
    /** What any browser said on its console, or threw. */
    complaints: (): readonly string[] => [...known.values()].flatMap(({ complaints }) => complaints),
  };
}

async function fill(field: Locator, text: string): Promise<void> {
  const kind = await field.evaluate((element) => element.tagName);
  if (kind === 'SELECT') await field.selectOption({ label: text });
  else await field.fill(text);
}
