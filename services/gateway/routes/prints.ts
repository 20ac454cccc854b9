import type { Call } from '@junkan/kit/call.ts';
import type { PolicyClock } from '@junkan/kit/clock.ts';
import { moneyText } from '@junkan/kit/money-text.ts';
import { found } from '@junkan/kit/problem.ts';
import type { Money } from '@junkan/kit/pure/money.ts';
import type { Request, Router } from 'express';
import { z } from 'zod';
import { answers } from '../answers/answers.ts';
import { addressOf, homeOf } from '../http/addresses.ts';
import { jsonReader, mustBeJson } from '../http/body.ts';
import { about, type Described } from '../http/describe.ts';
import type { Naming } from '../http/names.ts';
import { readPart } from '../http/problem.ts';
import { rate } from '../http/rate.ts';
import { id } from '../http/schemas.ts';
import type { PrintCodes } from '../prints/code.ts';
import { printedAs, type Said } from '../prints/printed.ts';
import type { Routes } from '../route.ts';
import type { Services } from '../services.ts';
import { ofLedger } from './ledger.ts';

type Printing = { readonly codes: PrintCodes; readonly clock: PolicyClock; readonly naming: Naming };

const PAGE = '/check';

/** What papers of this installation are checked by: each code says what its reader may see, at the moment at which it is asked for. */
export function printRoutes({ get }: Routes, services: Services, { codes, clock, naming }: Printing): void {
  const print = async (said: Said, request: Request) => {
    const printed = printedAs(said, clock.now());
    const code = await codes.codeOf(printed);
    return { code, address: `${homeOf(request)}${PAGE}#${code}`, printed };
  };
  const ofItem = (prefix: string, of: string, name: string, summary: string, say: (id: string, call: Call) => Promise<Said>): void =>
    get(`/${of}/:id/print`, about(name, summary, answers.print), { params: z.strictObject({ id: id(prefix) }) }, async (asked) =>
      print(await say(asked.params.id, asked.call), asked.request),
    );
  const { agreement, milestone, report, ledger } = saying(services, naming);
  ofItem('agr', 'agreements', 'printAgreement', 'A code by which everybody checks a print of an agreement', agreement);
  ofItem('mst', 'milestones', 'printMilestone', 'A code by which everybody checks a print of a milestone and its money', milestone);
  ofItem('rpt', 'progress-reports', 'printProgressReport', 'A code by which everybody checks a print of a progress report', report);
  get(
    '/ledger/print',
    about('printLedger', 'A code by which everybody checks a print of a statement of account', answers.print),
    { query: ofLedger },
    async ({ query, call, request }) => print(await ledger(query, call), request),
  );
}

/** A sum; none where an owner leaves it out. */
const sumOf = (of: Said['sums'][number]['of'], amount: Money | undefined): Said['sums'] =>
  amount === undefined || amount.currency === '' ? [] : [{ of, amount: moneyText(amount) }];

const ifAny = <Field extends string, Value>(field: Field, value: Value | undefined | '' | 0) =>
  value ? ({ [field]: value } as Record<Field, Value>) : {};

function saying({ disbursement, 'project-registry': projects, programme }: Services, naming: Naming) {
  const namesOf = async (ids: readonly string[], call: Call) => {
    const names = await naming(ids, call);
    return (of: string): string => names[of]?.text ?? of;
  };
  return {
    async agreement(id: string, call: Call): Promise<Said> {
      const answer = await disbursement.readAgreement({ id, permissions: false }, call);
      const { project, proposer, shares, status, draft, contentHash, amendedHash, paid } = found('Agreement', id, answer.agreement);
      const sponsors = shares.map(({ sponsor }) => sponsor);
      const name = await namesOf([project, proposer, ...sponsors], call);
      const agreed = shares.flatMap(({ sponsor, amount }) => sumOf('agreed', amount).map((each) => ({ ...each, party: name(sponsor) })));
      const whose = {
        kind: 'agreement' as const,
        item: id,
        title: name(project),
        parties: [...new Set([proposer, ...sponsors])].map(name),
      };
      return { ...whose, status, number: draft, ...ifAny('hash', amendedHash || contentHash), sums: [...agreed, ...sumOf('paid', paid)] };
    },
    async milestone(id: string, call: Call): Promise<Said> {
      // Those who may not see its money get no paper of it: ProblemError.
      const { planned, payable, paid, kept, left } = await disbursement.moneyOfMilestone({ milestone: id }, call);
      const { milestone } = await projects.readMilestone({ id, permissions: false }, call);
      const { title, project, proposer, status, number, dueOn } = found('Milestone', id, milestone);
      const name = await namesOf([project, proposer], call);
      const sums = [
        sumOf('planned', planned),
        sumOf('payable', payable),
        sumOf('paid', paid),
        sumOf('kept', kept),
        sumOf('left', left),
      ].flat();
      return {
        kind: 'milestone',
        item: id,
        title: `${name(project)} · ${title}`,
        parties: [name(proposer)],
        status,
        number,
        to: dueOn,
        sums,
      };
    },
    async report(id: string, call: Call): Promise<Said> {
      const answer = await programme.readProgressReport({ id, permissions: false }, call);
      const { city, status, number, edition, publishedOn } = found('ProgressReport', id, answer.report);
      const name = await namesOf([city], call);
      const whose = { kind: 'progress-report' as const, item: id, parties: [name(city)], status, number };
      return { ...whose, ...ifAny('edition', edition), ...ifAny('to', publishedOn), sums: [] };
    },
    async ledger(query: z.output<typeof ofLedger>, call: Call): Promise<Said> {
      const { balances } = await disbursement.readLedger({ ...query, in: '', limit: 1, after: '' }, call);
      const { project, agreement, party, from, to } = query;
      const name = await namesOf([project, party, ...balances.map((each) => each.party)].filter(Boolean), call);
      const sums = balances.flatMap(({ kind, party: whose, closing }) =>
        sumOf('balance', closing).map((each) => ({ ...each, account: kind, ...(whose ? { party: name(whose) } : {}) })),
      );
      const of = project ? name(project) : agreement;
      const parties = [...new Set(party ? [party] : balances.map((each) => each.party))].filter(Boolean).map(name);
      return { kind: 'statement-of-account', ...ifAny('title', of), parties, ...ifAny('from', from), ...ifAny('to', to), sums };
    },
  };
}

const CHECKS = '/public/prints';
/** So often an address may try in a minute. */
const TRIES = 30;
const MINUTE_S = 60;
const readJson = jsonReader('16kb');
const asked = z.strictObject({
  code: z.string().min(1).max(12_000).meta({ description: 'As the address on the paper has it behind `#`.' }),
});

type Making = { readonly router: Router; readonly describe: (route: Omit<Described, 'tag'>) => void; readonly codes: PrintCodes };

/** What a print said when it was printed, for everybody who has its code. */
export function printChecks({ router, describe, codes }: Making): void {
  const told = about('checkPrint', 'What a print says, by its code: as it was when it was printed', answers.checkedPrint);
  describe({ method: 'post', path: CHECKS, about: told, kind: 'check', body: asked });
  const tries = rate(TRIES, 0, MINUTE_S);
  router.post(CHECKS, async (request, response) => {
    await tries(addressOf(request), response);
    mustBeJson(request);
    const { code } = readPart('', asked, (await readJson(request, response)) ?? {});
    response.set('Cache-Control', 'no-store').json(await codes.printedOf(code));
  });
}
