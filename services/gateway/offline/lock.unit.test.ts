import { expect, test } from 'vitest';
import { lockOf } from './lock.ts';

test('every part of the contract is a line of its own, sorted', () => {
  const Hold = {
    type: 'object',
    properties: {
      reason: { type: 'string', enum: ['dispute', 'other'] },
      until: { type: 'string', format: 'date' },
      kind: { enum: ['a'] },
    },
    required: ['reason'],
  };
  const answer = { type: 'object', properties: { holds: { type: 'array', items: { $ref: '#/components/schemas/Hold' } } } };
  const listHolds = {
    operationId: 'listHolds',
    parameters: [
      { in: 'query', name: 'limit', schema: { type: 'integer' } },
      { in: 'header', name: 'Junkan-Position', schema: { type: 'string' } },
    ],
    responses: { 200: { content: { 'application/json': { schema: answer } } }, 400: {} },
  };
  const lock = lockOf({
    openapi: { paths: { '/v1/holds': { get: listHolds } }, components: { schemas: { Hold } } },
    asyncapi: { channels: { 'disbursement.agreement.PaymentHeld': {} }, components: { schemas: {} } },
    acts: { holdPayment: { roles: ['finance.maker', 'finance.checker'], of: 'own' } },
    codes: new Map([['junkan.HoldReason', ['dispute', 'other']]]),
    readers: { disbursement: { Hold: { until: 'partner' } } },
    problems: new Map([['/problems/payment-is-held', { statuses: [409] }]]),
  });
  expect(lock.trimEnd().split('\n')).toEqual([
    'code Hold.kind:a',
    'code junkan.HoldReason:dispute',
    'code junkan.HoldReason:other',
    'event disbursement.agreement.PaymentHeld',
    'field Hold.kind code',
    'field Hold.reason junkan.HoldReason required',
    'field Hold.until string:date',
    'field listHolds.200 object',
    'field listHolds.200.holds Hold[]',
    'field listHolds.query.limit integer',
    'operation listHolds GET /v1/holds',
    'problem /problems/payment-is-held 409',
    'reader disbursement.Hold.until partner',
    'role holdPayment:finance.checker own',
    'role holdPayment:finance.maker own',
  ]);
});
