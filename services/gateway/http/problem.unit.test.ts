import { silent } from '@junkan/kit/installation.fixture.ts';
import { ProblemError } from '@junkan/kit/problem.ts';
import type { Request, Response } from 'express';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { BadRequest, problems, readPart } from './problem.ts';
import { id, money, oneOrAny } from './schemas.ts';

type Answer = { type: string; title: string; status: number; detail: string; errors?: unknown; facts?: unknown };

/** What is answered where this is thrown while such a request is handled. */
async function answerTo(
  error: unknown,
  body: unknown = {},
  method = 'POST',
  language = '',
): Promise<Answer & { headers: Record<string, string> }> {
  const headers: Record<string, string> = {};
  let sent = '{}';
  const response = {
    locals: { correlationId: 'req_1' },
    headersSent: false,
    set: (given: string | Record<string, string>, value = '') =>
      Object.assign(headers, typeof given === 'string' ? { [given]: value } : given),
    vary: () => response,
    status: () => response,
    type: () => response,
    send: (text: string) => (sent = text),
  };
  const request = { method, body, headers: {}, acceptsLanguages: () => [language] };
  await problems(silent)(error, request as unknown as Request, response as unknown as Response, () => undefined);
  return { ...(JSON.parse(sent) as Answer), headers };
}

const conflict = (type: string, data: Record<string, unknown>) => new ProblemError({ kind: 'conflict', type, data });
const usd = (amount: string) => ({ amount, currency: 'USD' });
const GAP = { gap: { amount: '10000000.00', currency: 'USD' }, amount: { amount: '30000000.00', currency: 'USD' } };

describe('a refusal by a rule', () => {
  test('says what is so and what to do, with its figures, and where the field at fault is', async () => {
    expect(await answerTo(conflict('AmountExceedsTheGap', GAP), { amount: { amount: '30000000.00' } })).toMatchObject({
      type: '/problems/amount-exceeds-the-gap',
      title: 'The amount exceeds what is still open',
      detail: 'USD 30,000,000.00 is more than the USD 10,000,000.00 that the target still needs. Agree on a smaller amount.',
      errors: [{ pointer: '/amount/amount' }],
      facts: GAP,
    });
  });

  test('is said in the language of the caller, the field at fault too', async () => {
    const { detail, errors, headers, title } = await answerTo(
      conflict('AmountExceedsTheGap', GAP),
      { amount: { amount: '1' } },
      'POST',
      'ja',
    );
    expect(detail).toMatch(/USD 30,000,000\.00.*。$/);
    expect(errors).toEqual([{ pointer: '/amount/amount', detail }]);
    expect(headers).toMatchObject({ 'Content-Language': 'ja' });
    expect(title).toMatch(/^\S/);
  });

  test.each([
    ['CurrenciesDiffer', { currencies: ['USD', 'JPY'] }, '/terms/usualTicketLow/currency'],
    [
      'UsualTicketIsOutsideTheTicket',
      { bound: 'high', usual: usd('9.00'), minimum: usd('1.00'), maximum: usd('5.00') },
      '/terms/usualTicketHigh/amount',
    ],
    ['SponsorIsUnknown', { sponsor: 'spo_a' }, '/sponsor'],
  ])('of the terms of a mandate it names the field: %s', async (type, data, pointer) => {
    const terms = {
      ticketMinimum: usd('1.00'),
      ticketMaximum: usd('5.00'),
      usualTicketLow: { ...usd('2.00'), currency: 'JPY' },
      usualTicketHigh: usd('9.00'),
    };
    const { errors } = await answerTo(new ProblemError({ kind: 'invalid', type, data }), { sponsor: 'spo_a', terms });
    expect(errors).toEqual([expect.objectContaining({ pointer })]);
  });

  test('what an offer names and does not exist is reported at its field', async () => {
    const missing = new ProblemError({ kind: 'not-found', type: 'MandateNotFound', data: { id: 'man_a' } });
    expect((await answerTo(missing, { mandate: 'man_a', envelope: 'env_a' })).errors).toEqual([
      expect.objectContaining({ pointer: '/mandate' }),
    ]);
    expect(await answerTo(missing, {}, 'GET')).not.toHaveProperty('errors');
  });

  test('names no field that the body does not have', async () => {
    expect(await answerTo(conflict('AmountExceedsTheGap', GAP), { terms: 1 })).not.toHaveProperty('errors');
  });

  test('that a step under way will lift says to wait, and for how long', async () => {
    const waiting = await answerTo(conflict('OfferInStatus', { status: 'proposed' }));
    expect(waiting.headers).toMatchObject({ 'Retry-After': '1' });
    expect(waiting.detail).toMatch(/Wait a moment/);
    expect((await answerTo(conflict('OfferInStatus', { status: 'declined' }))).headers).not.toHaveProperty('Retry-After');
  });

  test.each([
    ['a project', undefined, '/proposal/milestones/1/monthsAfterEffective'],
    ['a proposal in the place of another', { reference: 'P-1' }, '/milestones/1/monthsAfterEffective'],
  ])('of %s names the fields as the API spells them', async (_, body, pointer) => {
    const faults = [{ field: 'milestones[1].months_after_effective', rule: 'must be positive' }];
    const answered = await answerTo(new ProblemError({ kind: 'invalid', type: 'ProposalIsMalformed', data: { faults } }), body);
    expect(answered.errors).toEqual([{ pointer, detail: 'must be positive' }]);
    expect(answered).not.toHaveProperty('facts');
  });

  test('that names one field of a question says which', async () => {
    const bad = new ProblemError({ kind: 'malformed', type: 'CursorIsMalformed', data: { field: 'cursor', rule: 'must be a cursor' } });
    expect(await answerTo(bad, undefined, 'GET')).toMatchObject({
      status: 400,
      errors: [{ pointer: '#query/cursor', detail: 'must be a cursor' }],
    });
  });

  test('of a newer part of the system, which the catalogue does not know, is returned with its facts', async () => {
    expect(await answerTo(conflict('MoonIsFull', { phase: 4 }))).toMatchObject({
      type: '/problems/moon-is-full',
      title: 'The request was refused',
      status: 409,
      facts: { phase: 4 },
    });
  });

  test('for a fault of the system reveals nothing of its inside', async () => {
    const failed = new ProblemError({ kind: 'unavailable', type: 'CallFailed', data: { details: 'connect ECONNREFUSED 10.0.0.7:50051' } });
    expect(JSON.stringify(await answerTo(failed))).not.toContain('10.0.0.7');
    expect(await answerTo(new Error('a secret'))).toMatchObject({ status: 500, title: 'Something failed here' });
  });
});

describe('a malformed request is described in plain words', () => {
  const shape = z.strictObject({
    title: z.string().max(5),
    status: oneOrAny(['draft', 'submitted', 'open', 'more-information-required']),
    amount: money,
    roles: z.array(z.enum(['auditor', 'finance.maker'])).min(1),
    readiness: z.number().int().max(4).default(0),
    project: id('prj').or(z.literal('')).default(''),
  });
  const good = { title: 'x', amount: { amount: '1.00', currency: 'USD' }, roles: ['auditor'] };
  const rule = (change: object): unknown => {
    try {
      readPart('', shape, { ...good, ...change });
    } catch (error) {
      return (error as BadRequest).errors;
    }
    return [];
  };

  test.each<[object, string, string]>([
    [{ title: undefined }, '/title', 'is required'],
    [{ title: 5 }, '/title', 'must be text'],
    [{ title: 'too long' }, '/title', 'must have at most 5 characters'],
    [{ status: 'opened' }, '/status', 'must be one of draft, submitted, open, more-information-required — did you mean "open"?'],
    [{ status: 'zzzzzzzzzzzz' }, '/status', 'must be one of draft, submitted, open, more-information-required'],
    [{ roles: ['audit'] }, '/roles/0', 'must be one of auditor, finance.maker — did you mean "auditor"?'],
    [{ roles: [] }, '/roles', 'must have at least 1 entry'],
    [{ roles: 'auditor' }, '/roles', 'must be a list'],
    [{ readiness: 5 }, '/readiness', 'must be at most 4'],
    [{ readiness: 1.5 }, '/readiness', 'must be a whole number'],
    [{ readiness: 'ready' }, '/readiness', 'must be a number'],
    [{ amount: '10 USD' }, '/amount', 'must be an object'],
    [{ amount: { amount: '0.001', currency: 'USD' } }, '/amount/amount', 'must have no more decimal places than USD has'],
    [{ project: 'fnd_1' }, '/project', 'must be an identifier prj_…'],
    [{ colour: 'red' }, '/colour', 'is not a known field'],
  ])('%j', async (change, pointer, detail) => {
    expect(rule(change)).toEqual([{ pointer, detail }]);
  });

  test('one fault is the detail, several are counted up in errors', async () => {
    const one = new BadRequest(400, 'RequestIsMalformed', [{ pointer: '#query/limit', detail: 'must be a number' }]);
    expect((await answerTo(one)).detail).toBe('The parameter limit must be a number.');
    const two = new BadRequest(400, 'RequestIsMalformed', [...one.errors, ...one.errors]);
    expect((await answerTo(two)).detail).toBe('Fields of the request are at fault. See `errors` for the rule of each.');
  });
});
