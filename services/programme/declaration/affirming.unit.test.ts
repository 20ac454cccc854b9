import { describe, expect, test } from 'vitest';
import { isToBeAsked, standsBy } from './affirming.ts';
import {
  acceptedOn,
  active,
  affirm,
  answerTo,
  ask,
  certifier,
  hash,
  officer,
  on,
  reinstate,
  secretary,
  signed,
  stranger,
} from './signatory.fixture.ts';
import type { Existing } from './signatory.ts';

const asked = acceptedOn(active, ask());
const affirmed = acceptedOn(asked, affirm());
const standing = (state: object) => standsBy(state as Existing)?.version;

describe('a newer version of the declaration', () => {
  test('is asked about once, with 180 days to affirm it, of who is a signatory', () => {
    expect(answerTo(ask(), active)).toMatchObject([{ type: 'AffirmationAsked', version: 3, until: '2028-07-08' }]);
    expect(answerTo(ask(), asked)).toEqual([]);
    expect(answerTo(ask(4), asked)).toMatchObject([{ type: 'AffirmationAsked', version: 4 }]);
    expect(answerTo(ask(2), active)).toEqual([]);
    expect(answerTo(ask(), signed)).toEqual([]);
    expect(answerTo({ ...ask(), by: secretary }, active)).toMatchObject({ type: 'RoleIsMissing' });
    expect([isToBeAsked(active as Existing, 3), isToBeAsked(asked as Existing, 3), isToBeAsked(affirmed as Existing, 3)]).toEqual([
      true,
      false,
      false,
    ]);
  });

  test('is affirmed by a certifier of the city, over the text that was read; until then the city stands by the earlier one', () => {
    expect([standing(active), standing(asked), standing(affirmed)]).toEqual([2, 2, 3]);
    expect(answerTo(affirm(), asked)).toEqual([
      {
        type: 'DeclarationAffirmed',
        version: 3,
        language: 'ja',
        hash,
        on: '2028-02-01',
        at: '2028-02-01T03:00:00.000Z',
        by: certifier.person,
      },
    ]);
    expect(answerTo(affirm(), active)).toEqual({ type: 'AlreadySigned', on: '2027-01-11' });
    expect(answerTo(affirm(), affirmed)).toEqual([]);
    expect(affirmed).toMatchObject({ asked: undefined, signature: { version: 2 } });
  });

  test.each([
    ['by its officer', affirm({ by: officer }), { type: 'RoleIsMissing' }],
    ['by a certifier of another city', affirm({ by: stranger }), { type: 'WrongOrganisation' }],
    ['as another text', affirm({ hash: 'b'.repeat(64) }), { type: 'TextIsAnother', version: 3 }],
    ['once a newer one is in force', affirm({ inForce: 4 }), { type: 'TextIsAnother', version: 4 }],
    ['where it was signed', affirm({ version: 2, inForce: 2 }), { type: 'AlreadySigned', on: '2027-01-11' }],
  ] as const)('is not affirmed %s', (_, command, rejection) => {
    expect(answerTo(command, asked)).toMatchObject(rejection);
  });

  test('changes nothing of what is due, and is affirmed while suspended too', () => {
    const plan = (day: string) => on('plan', day);
    const suspended = acceptedOn(affirmed, plan('2029-06-01').prepare(), plan('2029-06-02').issue(), plan('2029-09-30').suspend());
    expect(suspended).toMatchObject({ status: 'suspended', rule: (active as Existing).rule });
    const askedAgain = acceptedOn(suspended, ask(4, '2029-10-01'));
    expect(answerTo(affirm({ version: 4, inForce: 4 }), askedAgain)).toMatchObject([{ type: 'DeclarationAffirmed', version: 4 }]);
    expect(answerTo(affirm(), signed)).toEqual({ type: 'SignatoryIsInAnotherStatus', status: 'signed' });
    expect(answerTo(reinstate('2029-10-01'), suspended)).toMatchObject({ type: 'ObligationIsOpen' });
  });
});
