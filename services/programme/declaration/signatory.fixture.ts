import { beginningIn } from '@junkan/kit/duties/days.ts';
import { driven } from '@junkan/kit/testing/decider.fixture.ts';
import type { Actor, Role } from '@junkan/proto/actor.ts';
import { RULE } from './obligations/history.fixture.ts';
import { type Command, type CommandOf, evolve, initial, type State } from './signatory.ts';
import { decide } from './signatory-decide.ts';

/** Who takes part in the signature of one city. */
const actor = (person: string, organisation: string, ...roles: readonly Role[]): Actor => ({ person, organisation, roles });

export const city = 'org_minato';
export const officer = actor('ota', city, 'proposer.officer');
export const certifier = actor('chie', city, 'proposer.certifier');
/** Of a city, with both of its roles. */
export const both = (person: string) => actor(person, city, 'proposer.officer', 'proposer.certifier');
export const stranger = actor('sato', 'org_kobe', 'proposer.officer', 'proposer.certifier');
export const secretary = actor('sela', 'secretariat', 'secretariat.officer');
export const approver = actor('ana', 'secretariat', 'secretariat.approver');
/** Of the secretariat, with both of its roles. */
export const everything = (person: string) => actor(person, 'secretariat', 'secretariat.officer', 'secretariat.approver');
export const workflow = actor('system:workflows', 'junkan', 'system.workflow');

const zone = 'Asia/Tokyo';
export const place = {
  id: '1857553',
  name: 'Minato',
  country: 'JP',
  latitude: '35.66',
  longitude: '139.75',
  population: 260_000,
  timeZone: zone,
};
/** The first moment of a day of the city, and its noon. */
export const dawn = (day: string) => beginningIn(zone, day);
export const noon = (day: string) => new Date(Date.parse(dawn(day)) + 43_200_000).toISOString();

export const hash = 'a'.repeat(64);
export const document = 'd'.repeat(64);
export const HERE = { declaration: 'dcl_a', city, place, inForce: true, cityIs: 'city', countries: ['JP'] } as const;
export const ALL = ['decision-is-legible', 'days-are-in-order', 'signer-is-mandated', 'city-has-a-place'] as const;

type Of<Type extends Command['type']> = Partial<CommandOf<Type>>;
/** What is done on its way in, as it should be, but for what is said otherwise. Days are those of the worked example. */
export const express = (other: Of<'ExpressInterest'> = {}): Command => ({
  type: 'ExpressInterest',
  ...HERE,
  now: noon('2026-12-01'),
  by: officer,
  ...other,
});
export const invite = (other: Of<'InviteCity'> = {}): Command => ({
  type: 'InviteCity',
  ...HERE,
  now: noon('2026-12-02'),
  by: secretary,
  ...other,
});
export const decideInCouncil = (other: Of<'RecordCouncilDecision'> = {}): Command => ({
  type: 'RecordCouncilDecision',
  decision: { on: '2027-01-08', number: '3/2027', document },
  unknownEvidence: [],
  now: noon('2027-01-09'),
  by: officer,
  ...other,
});
export const mandate = (other: Of<'RecordMandate'> = {}): Command => ({
  type: 'RecordMandate',
  person: certifier.person,
  organisation: city,
  from: '2027-01-09',
  document,
  unknownEvidence: [],
  now: noon('2027-01-09'),
  by: officer,
  ...other,
});
export const sign = (other: Of<'SignDeclaration'> = {}): Command => ({
  type: 'SignDeclaration',
  version: 2,
  inForce: 2,
  language: 'en',
  hash,
  text: hash,
  now: noon('2027-01-11'),
  by: certifier,
  ...other,
});
/** A version newer than the one that was signed is in force. */
export const ask = (version = 3, day = '2028-01-10'): Command => ({ type: 'AskToAffirm', version, now: noon(day), by: workflow });
export const affirm = (other: Of<'AffirmDeclaration'> = {}): Command => ({
  type: 'AffirmDeclaration',
  version: 3,
  inForce: 3,
  language: 'ja',
  hash,
  text: hash,
  now: noon('2028-02-01'),
  by: certifier,
  ...other,
});
export const sendBack = (other: Of<'ReturnSignature'> = {}): Command => ({
  type: 'ReturnSignature',
  reasons: ['document-cannot-be-read'],
  note: 'txt_blurred',
  now: noon('2027-01-12'),
  by: secretary,
  ...other,
});
export const check = (other: Of<'CheckSignature'> = {}): Command => ({
  type: 'CheckSignature',
  checks: ALL,
  now: noon('2027-01-15'),
  by: secretary,
  ...other,
});
export const admit = (other: Of<'AdmitSignatory'> = {}): Command => ({
  type: 'AdmitSignatory',
  rule: RULE,
  now: noon('2027-01-20'),
  by: approver,
  ...other,
});

export const { acceptedOn, answerTo, eventsOf, given } = driven({ decide, evolve, initial });
export const after = (...commands: readonly Command[]): State => acceptedOn(initial, ...commands);
export const invited = after(express(), invite());
export const mandated = acceptedOn(invited, decideInCouncil(), mandate());
export const signed = acceptedOn(mandated, sign());
export const checked = acceptedOn(signed, check());
export const active = acceptedOn(checked, admit());

/** What happens to an obligation on a day. */
export const on = (obligation: string, day: string) => {
  const at = { obligation, now: noon(day) };
  const turned = (fact: 'submitted' | 'returned' | 'accepted', source = `src_a@${fact}-${day}`): Command => ({
    type: 'ChangeTurn',
    fact,
    at: noon(day),
    source,
    ...at,
    by: workflow,
  });
  return {
    submitted: turned('submitted'),
    returned: turned('returned'),
    accepted: turned('accepted'),
    turned,
    rung: (rung: CommandOf<'ReachRung'>['rung'], days = 0): Command => ({ type: 'ReachRung', rung, days, ...at, by: workflow }),
    ask: (days = 30, by = certifier): Command => ({ type: 'AskExtension', days, note: 'txt_why', ...at, by }),
    grant: (by = approver): Command => ({ type: 'GrantExtension', ...at, by }),
    refuseIt: (by = approver): Command => ({ type: 'RefuseExtension', note: 'txt_no', ...at, by }),
    prepare: (by = secretary): Command => ({ type: 'PrepareNotice', note: 'txt_notice', hash, ...at, by }),
    issue: (by = approver): Command => ({ type: 'IssueNotice', handedIn: '', ...at, by }),
    answer: (note = 'txt_answer', by = certifier): Command => ({ type: 'AnswerNotice', note, ...at, by }),
    suspend: (by = approver): Command => ({ type: 'SuspendSignatory', handedIn: '', ...at, by }),
  };
};
export const reinstate = (day: string, by = approver): Command => ({ type: 'ReinstateSignatory', now: noon(day), by });
export const announce = (day: string, by = secretary): Command => ({ type: 'AnnounceLapse', handedIn: '', now: noon(day), by });
export const lapse = (day: string, by = approver): Command => ({ type: 'LapseSignatory', handedIn: '', now: noon(day), by });
export const withdraw = (day: string, other: Of<'WithdrawSignatory'> = {}): Command => ({
  type: 'WithdrawSignatory',
  decision: { on: day, number: '9/2030', document },
  unknownEvidence: [],
  now: noon(day),
  by: certifier,
  ...other,
});
