import { decideAs } from '@junkan/kit/pure/acting.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import { describe, expect, test } from 'vitest';
import { RULE } from './obligations/history.fixture.ts';
import {
  ALL,
  acceptedOn,
  active,
  admit,
  after,
  answerTo,
  approver,
  both,
  certifier,
  check,
  checked,
  city,
  decideInCouncil,
  document,
  everything,
  express,
  hash,
  invite,
  invited,
  mandate,
  mandated,
  noon,
  officer,
  place,
  secretary,
  sendBack,
  sign,
  signed,
  stranger,
  withdraw,
  workflow,
} from './signatory.fixture.ts';
import { type Command, initial } from './signatory.ts';
import { decide } from './signatory-decide.ts';

const now = noon('2027-01-12');
const newer = { on: '2027-01-09', number: '4/2027', document };
const decline = (note = 'txt_small'): Command => ({ type: 'DeclineCity', note, now, by: secretary });
const stop = (note = 'txt_elections'): Command => ({ type: 'StopJoining', note, now, by: officer });

describe('a city', () => {
  test('says that it would like to sign, or is invited; the one answers the other', () => {
    expect(answerTo(express(), initial)).toMatchObject([{ type: 'InterestExpressed', city, attempt: 1, by: officer.person }]);
    expect(answerTo(invite(), initial)).toMatchObject([{ type: 'CityInvited', city, attempt: 1 }]);
    expect(answerTo(invite(), after(express()))).toMatchObject([{ type: 'CityInvited', attempt: 1 }]);
    expect(answerTo(express(), after(express()))).toEqual([]);
    expect(answerTo(invite(), invited)).toEqual([]);
  });

  test.each([
    [{ inForce: false }, { type: 'DeclarationIsUnknown' }],
    [{ cityIs: 'unknown' }, { type: 'CityIsUnknown', city }],
    [{ cityIs: 'agency' }, { type: 'NotALocalGovernment', city }],
    [{ countries: ['ID', 'PH'] }, { type: 'PlaceIsInAnotherCountry', country: 'JP', countries: ['ID', 'PH'] }],
    [{ place: { ...place, timeZone: '' } }, { type: 'PlaceHasNoTimeZone', place: place.id }],
  ] as const)('is not begun with %j', (other, refusal) => {
    expect(answerTo(express(other), initial)).toEqual(refusal);
    expect(answerTo(invite(other), initial)).toEqual(refusal);
  });

  test('is known once', () => {
    expect(answerTo(express({ place: { ...place, id: '1' } }), after(express()))).toEqual({ type: 'InterestIsKnown' });
    expect(answerTo(express(), invited)).toEqual({ type: 'InterestIsKnown' });
    expect(answerTo(express(), active)).toEqual({ type: 'CityIsSignatory', status: 'active' });
    expect(answerTo(invite(), active)).toEqual({ type: 'CityIsSignatory', status: 'active' });
    expect(answerTo(invite(), signed)).toEqual({ type: 'CityIsSignatory', status: 'signed' });
  });

  test('speaks for itself alone', () => {
    expect(answerTo(express({ by: stranger }), initial)).toMatchObject({ type: 'WrongOrganisation' });
    for (const [command, state] of [
      [decideInCouncil({ by: stranger }), invited],
      [mandate({ by: stranger }), acceptedOn(invited, decideInCouncil())],
      [sign({ by: { ...stranger, person: certifier.person } }), mandated],
      [{ ...stop(), by: stranger }, invited],
    ] as const)
      expect(answerTo(command, state)).toMatchObject({ type: 'WrongOrganisation' });
  });

  test('is declined or stops with a reason, at any time before it is admitted, and may begin again with nothing of before', () => {
    for (const state of [after(express()), invited, mandated, signed, checked])
      for (const end of [decline, stop]) {
        expect(answerTo(end(''), state)).toEqual({ type: 'NoteIsMissing' });
        const over = acceptedOn(state, end());
        expect(answerTo(end(), over)).toEqual([]);
        for (const command of [decideInCouncil({ decision: newer }), mandate({ from: '2027-01-10' }), sign(), check(), admit()])
          expect(answerTo(command, over)).toMatchObject({ type: expect.stringMatching(/^(SignatoryIsInAnotherStatus|AlreadySigned)$/) });
        const again = acceptedOn(over, invite());
        expect(again).toMatchObject({
          status: 'invited',
          attempt: 2,
          decision: undefined,
          mandate: undefined,
          signature: undefined,
          checkedBy: '',
        });
      }
    expect(answerTo(decline(), active)).toEqual({ type: 'SignatoryIsInAnotherStatus', status: 'active' });
    expect(acceptedOn(active, withdraw('2030-01-01'), express())).toMatchObject({
      status: 'interested',
      attempt: 2,
      admittedOn: '',
      facts: [],
    });
  });

  test('is unknown before anything was heard of it', () => {
    for (const command of [decideInCouncil(), mandate(), sign(), check(), admit(), stop()])
      expect(answerTo(command, initial)).toEqual({ type: 'SignatoryIsUnknown' });
  });
});

describe('its council’s decision and mandate', () => {
  test('are recorded in this order, from days that have come', () => {
    expect(answerTo(mandate(), invited)).toEqual({ type: 'SignatoryIsInAnotherStatus', status: 'invited' });
    expect(answerTo(decideInCouncil({ decision: { on: '2027-01-10', number: '1', document } }), invited)).toEqual({
      type: 'DateIsAhead',
      today: '2027-01-09',
    });
    const decided = acceptedOn(invited, decideInCouncil());
    expect(answerTo(mandate({ from: '2027-01-07' }), decided)).toEqual({ type: 'MandatePrecedesDecision', decided: '2027-01-08' });
    expect(answerTo(mandate({ organisation: 'org_kobe' }), decided)).toEqual({
      type: 'PersonIsOfAnotherOrganisation',
      person: certifier.person,
    });
    expect(acceptedOn(decided, mandate({ organisation: '' }))).toMatchObject({ mandate: { person: certifier.person } });
  });

  test('have their files', () => {
    const refusal = { type: 'EvidenceIsUnknown', hashes: [document] };
    expect(answerTo(decideInCouncil({ unknownEvidence: [document] }), invited)).toEqual(refusal);
    expect(answerTo(mandate({ unknownEvidence: [document] }), acceptedOn(invited, decideInCouncil()))).toEqual(refusal);
  });

  test('are of the city’s own day: what is yesterday in London is today in Tokyo', () => {
    const evening = '2027-01-08T16:00:00.000Z';
    expect(answerTo(decideInCouncil({ decision: { on: '2027-01-09', number: '1', document }, now: evening }), invited)).toMatchObject([
      { type: 'CouncilDecided' },
    ]);
  });

  test('are recorded again until it has signed; a newer decision needs its mandate again', () => {
    expect(answerTo(decideInCouncil(), mandated)).toEqual([]);
    expect(answerTo(mandate(), mandated)).toEqual([]);
    const again = acceptedOn(mandated, decideInCouncil({ decision: newer }));
    expect(again).toMatchObject({ mandate: undefined });
    expect(answerTo(sign(), again)).toMatchObject({ type: 'SignatoryIsInAnotherStatus' });
    for (const command of [decideInCouncil({ decision: newer }), mandate({ from: '2027-01-10' })])
      expect(answerTo(command, signed)).toEqual({ type: 'SignatoryIsInAnotherStatus', status: 'signed' });
  });
});

describe('a signature', () => {
  test('is of the mandated person, from the day of the mandate on, on the text in force', () => {
    expect(answerTo(sign(), mandated)).toEqual([
      { type: 'DeclarationSigned', version: 2, language: 'en', hash, on: '2027-01-11', at: noon('2027-01-11'), by: certifier.person },
    ]);
    expect(answerTo(sign({ by: both('emi') }), mandated)).toEqual({ type: 'SignerIsNotMandated', person: 'emi' });
    expect(answerTo(sign({ now: noon('2027-01-08') }), mandated)).toEqual({ type: 'TooEarly', from: '2027-01-09' });
    for (const other of [{ version: 1 }, { hash: 'b'.repeat(64) }, { text: '' }, { inForce: 0 }])
      expect(answerTo(sign(other), mandated)).toMatchObject({ type: 'TextIsAnother' });
    expect(answerTo(sign(), signed)).toEqual({ type: 'AlreadySigned', on: '2027-01-11' });
    expect(answerTo(sign({ by: officer }), mandated)).toMatchObject({ type: 'RoleIsMissing' });
  });

  test('is not of who wrote the decision or the mandate, also where that person has both roles', () => {
    const chie = both(certifier.person);
    for (const written of [
      [decideInCouncil({ by: chie }), mandate()],
      [decideInCouncil(), mandate({ by: chie })],
    ])
      expect(answerTo(sign({ by: chie }), acceptedOn(invited, ...written))).toEqual({ type: 'SignerWroteTheForm', person: chie.person });
  });

  test('is not of who wrote any of the form, also where another wrote the last of it; a city that begins again begins with nobody', () => {
    const chie = both(certifier.person);
    const refusal = { type: 'SignerWroteTheForm', person: chie.person };
    for (const written of [
      [decideInCouncil({ by: chie }), decideInCouncil({ decision: newer }), mandate()],
      [decideInCouncil(), mandate({ by: chie }), mandate({ from: '2027-01-10' })],
      [decideInCouncil(), mandate({ by: chie }), decideInCouncil({ decision: newer }), mandate()],
    ]) {
      const state = acceptedOn(invited, ...written);
      expect(answerTo(sign(), state)).toEqual(refusal);
      const again = acceptedOn(state, stop(), express(), decideInCouncil(), mandate());
      expect(answerTo(sign(), again)).toMatchObject([{ type: 'DeclarationSigned' }]);
    }
    const returned = acceptedOn(mandated, mandate({ from: '2027-01-10' }), sign(), sendBack());
    expect(answerTo(sign({ now: noon('2027-01-13') }), returned)).toMatchObject([{ type: 'DeclarationSigned' }]);
  });

  test('is not given in the place of who is mandated, nor by who counts as one with who wrote the form', () => {
    const deputy: Actor = { person: 'dai', organisation: city, roles: ['proposer.certifier'], for: certifier.person };
    expect(answerTo(sign({ by: deputy }), mandated)).toEqual({ type: 'SignerIsNotMandated', person: 'dai' });
    const own: Actor = { ...certifier, for: 'emi' };
    expect(answerTo(sign({ by: own }), mandated)).toMatchObject({ type: 'SignerIsNotMandated' });
    const joined = (person: string) => ({ ...certifier, acting: { given: [], joined: [person] } });
    const decided = (by: Actor) => decideAs(by, (as) => decide(sign({ by: as }), mandated)).decision;
    expect(decided(joined(officer.person))).toEqual({ ok: false, rejection: { type: 'SignerWroteTheForm', person: officer.person } });
    expect(decided(joined('dai'))).toMatchObject({ ok: true, events: [{ by: certifier.person }] });
  });

  test('is returned with reasons, and given again on what was mended or stands', () => {
    const returned = acceptedOn(signed, sendBack());
    expect(returned).toMatchObject({ status: 'council-decided', signature: undefined, returnReasons: ['document-cannot-be-read'] });
    expect(answerTo(sendBack(), returned)).toEqual([]);
    expect(acceptedOn(returned, sign({ now: noon('2027-01-13') }))).toMatchObject({ signature: { on: '2027-01-13' }, returnReasons: [] });
    // Who records the mandate again answers for it from then on.
    const other = acceptedOn(returned, mandate({ from: '2027-01-12', by: both(certifier.person), now: noon('2027-01-12') }));
    expect(answerTo(sign({ by: both(certifier.person), now: noon('2027-01-13') }), other)).toMatchObject({ type: 'SignerWroteTheForm' });
    expect(answerTo(sendBack(), acceptedOn(checked))).toMatchObject([{ type: 'SignatureReturned' }]);
    expect(acceptedOn(checked, sendBack())).toMatchObject({ checkedBy: '' });
    expect(answerTo(sendBack(), active)).toEqual({ type: 'SignatoryIsInAnotherStatus', status: 'active' });
  });
});

describe('an admission', () => {
  test('follows a whole check by another person', () => {
    expect(answerTo(check({ checks: ALL.slice(1) }), signed)).toEqual({ type: 'CheckIsIncomplete', missing: ['decision-is-legible'] });
    expect(answerTo(admit(), signed)).toEqual({ type: 'SignatoryIsInAnotherStatus', status: 'signed' });
    expect(answerTo(check(), mandated)).toEqual({ type: 'SignatoryIsInAnotherStatus', status: 'council-decided' });
    expect(answerTo(admit({ by: everything(secretary.person) }), checked)).toEqual({
      type: 'PreparedByTheSamePerson',
      person: secretary.person,
    });
    expect(answerTo(check(), checked)).toEqual([]);
    expect(answerTo(admit(), active)).toEqual([]);
    // Signed again, it is checked again.
    const again = acceptedOn(checked, sendBack(), sign({ now: noon('2027-01-13') }));
    expect(answerTo(admit(), again)).toEqual({ type: 'SignatoryIsInAnotherStatus', status: 'signed' });
  });

  test('says what falls due, by the city’s own day and the rule of the version that it signed', () => {
    expect(answerTo(admit({ now: '2027-01-19T15:30:00.000Z' }), checked)).toEqual([
      {
        type: 'SignatoryAdmitted',
        on: '2027-01-20',
        rule: RULE,
        obligations: [
          { name: 'plan', due: '2029-03-31' },
          { name: 'report-1', due: '2030-03-31' },
          { name: 'assessment-1', due: '2027-07-20' },
        ],
        at: '2027-01-19T15:30:00.000Z',
        by: approver.person,
      },
    ]);
  });

  test('is of persons: the system admits nobody', () => {
    for (const command of [check({ by: workflow }), admit({ by: workflow })])
      expect(answerTo(command, checked)).toMatchObject({ type: 'RoleIsMissing' });
  });
});
