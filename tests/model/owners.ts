import { type Api, maker } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { statementText } from '@junkan/scripts/main-job/statements.ts';
import { accountOf } from '../accounts.ts';
import { type Asking, NOTE, needs, post } from './asking.ts';
import type { Shared } from './sheets.ts';
import type { Model, Step } from './state.ts';

const NUMBER = '0007654322';
const COUNT = 6;

/** Statements of a number that two sponsors have named; nothing moved on that account, so that they keep no books from being closed. */
export async function shared(api: Api, sponsors: readonly string[]): Promise<Model['shared']> {
  const accounts: { id: string; sponsor: string }[] = [];
  for (const sponsor of sponsors) accounts.push({ id: await accountOf(api, sponsor, { currency: 'EUR' }, NUMBER), sponsor });
  const day = (await settled(api)).now.slice(0, 10);
  const statements: Shared[] = [];
  for (let at = 0; at < COUNT; at += 1) {
    const stated = { id: `SHARED-${at}`, account: NUMBER, currency: 'EUR', day, opening: '9.00', closing: '9.00' };
    const read = await api.as(maker).uploadStatements(new TextEncoder().encode(statementText(stated, [])));
    statements.push({ id: read.statements[0]?.id ?? '', owner: '', naming: undefined });
  }
  return { accounts, statements };
}

/** Whose they are: one person of finance says it, and another confirms or refuses it. */
export function ownerStep(asking: Asking): Step {
  const { model, rng } = asking;
  const { statements } = model.shared;
  const undecided = statements.filter(({ owner }) => owner === '');
  const statement = rng.of(undecided.length > 0 && rng.is(80) ? undecided : statements);
  return rng.of([name, name, confirm, confirm, refuse])(asking, statement);
}

const waitingOf = ({ naming }: Shared): Shared['naming'] => (naming?.status === 'proposed' ? naming : undefined);

function name(asking: Asking, statement: Shared): Step {
  const { model, rng, by } = asking;
  const { id: account, sponsor } = rng.of(model.shared.accounts);
  const waiting = waitingOf(statement);
  const isDone = waiting?.account === account && waiting.by === by.person;
  return post('owner', 'nameStatementOwner', { id: statement.id }, asking, undefined, {
    body: { account, ...NOTE },
    isDone,
    rules: [needs(by, ['finance.maker']), [statement.owner !== sponsor, 409], [isDone || !waiting, 409]],
    effect: () => Object.assign(statement, { naming: { account, sponsor, by: by.person, decidedBy: '', status: 'proposed' } }),
  });
}

function confirm(asking: Asking, statement: Shared): Step {
  const { model, rng, by } = asking;
  const { naming } = statement;
  const waiting = waitingOf(statement);
  const account = naming && rng.is(85) ? naming.account : rng.of(model.shared.accounts).id;
  const isDone = naming?.status === 'confirmed' && naming.account === account && naming.decidedBy === by.person;
  return post('owner confirmation', 'confirmStatementOwner', { id: statement.id }, asking, undefined, {
    body: { account },
    isDone,
    rules: [
      needs(by, ['finance.checker']),
      [isDone || waiting?.account === account, 409],
      [isDone || waiting?.account !== account || waiting.by !== by.person, 403],
    ],
    effect: () => Object.assign(statement, { owner: naming?.sponsor, naming: { ...naming, status: 'confirmed', decidedBy: by.person } }),
  });
}

function refuse(asking: Asking, statement: Shared): Step {
  const { by } = asking;
  const { naming } = statement;
  const waiting = waitingOf(statement);
  const isDone = naming?.status === 'refused' && naming.decidedBy === by.person;
  return post('owner refusal', 'refuseStatementOwner', { id: statement.id }, asking, undefined, {
    body: NOTE,
    isDone,
    rules: [needs(by, ['finance.checker']), [isDone || waiting !== undefined, 409], [waiting?.by !== by.person, 403]],
    effect: () => Object.assign(statement, { naming: { ...naming, status: 'refused', decidedBy: by.person } }),
  });
}
