import { describe, expect, test } from 'vitest';
import { begun, fellDue, given, reported, returned, submit, submitted } from '../milestones/milestone.fixture.ts';
import type { Command, Event } from '../milestones/milestone.ts';
import { decide } from '../milestones/milestone-decide.ts';
import { certifier, everyRole, given as facts, officer, screener, stranger } from './actors.fixture.ts';

const draft = { draft: 'rep_a', status: 'sent', version: 5, ...reported, preparedBy: [officer.person] } as const;
const sign = {
  type: 'SignOffReport',
  version: 5,
  fileNamesPublic: false,
  draft,
  unknownEvidence: [],
  uploadedBy: [officer.person],
  planned: submit.planned,
  ...facts,
  by: certifier,
} satisfies Command;
const signed = {
  ...submitted,
  by: certifier.person,
  draft: 'rep_a',
  draftVersion: 5,
  preparedBy: [officer.person],
} as const satisfies Event;
const refused = (type: string, facts: object = {}) => ({ ok: false, rejection: { type, ...facts } });

describe('a report that a certifier signs off', () => {
  test('is submitted by that, as it was signed', () => {
    expect(decide(sign, given(begun, fellDue))).toEqual({ ok: true, events: [signed] });
    expect(decide(sign, given(begun, fellDue, signed))).toEqual({ ok: true, events: [] });
  });

  test('shows what its files are called where the certifier agrees, which cannot be said otherwise afterwards', () => {
    const shown = { ...sign, fileNamesPublic: true };
    const agreed = { ...signed, fileNamesPublic: true };
    expect(decide(shown, given(begun, fellDue))).toEqual({ ok: true, events: [agreed] });
    expect(decide(shown, given(begun, fellDue, agreed))).toEqual({ ok: true, events: [] });
    expect(decide(sign, given(begun, fellDue, agreed))).toMatchObject(refused('MilestoneIsInAnotherStatus'));
  });

  test('was written, sent and uploaded by others', () => {
    const who = everyRole('per_both', certifier.organisation);
    const same = refused('PreparedByTheSamePerson', { person: who.person });
    expect(decide({ ...sign, by: who, draft: { ...draft, preparedBy: [officer.person, who.person] } }, given(begun, fellDue))).toEqual(
      same,
    );
    expect(decide({ ...sign, by: who, uploadedBy: [who.person] }, given(begun, fellDue))).toEqual(same);
  });

  test('is one that was sent, and that the certifier has read', () => {
    for (const status of ['absent', 'editing', 'returned'] as const)
      expect(decide({ ...sign, draft: { ...draft, status } }, given(begun, fellDue))).toEqual(refused('DraftIsNotSent'));
    expect(decide({ ...sign, version: 4 }, given(begun, fellDue))).toEqual(refused('DraftIsAnother', { asked: 4, actual: 5 }));
  });

  test('is signed by a certifier of the proposer, while the milestone waits for it', () => {
    for (const by of [officer, screener]) expect(decide({ ...sign, by }, given(begun, fellDue))).toMatchObject(refused('RoleIsMissing'));
    const foreign = { ...certifier, organisation: stranger.organisation };
    expect(decide({ ...sign, by: foreign }, given(begun, fellDue))).toMatchObject(refused('WrongOrganisation'));
    expect(decide(sign, given(begun, fellDue, submitted))).toMatchObject(refused('MilestoneIsInAnotherStatus'));
  });

  test('keeps the rules of any report', () => {
    const state = given(begun, fellDue);
    expect(decide({ ...sign, draft: { ...draft, evidence: [] } }, state)).toEqual(refused('EvidenceIsMissing'));
    expect(decide({ ...sign, planned: [...submit.planned, { code: 'jobs', unit: '', isDue: true }] }, state)).toEqual(
      refused('IndicatorsAreMissing', { codes: ['jobs'] }),
    );
    expect(decide(sign, given(begun, fellDue, submitted, returned))).toEqual(refused('ReportIsUnchanged', { report: 1 }));
  });

  test('is judged by nobody who had a part in it', () => {
    for (const person of [officer.person, certifier.person]) {
      const judge = {
        type: 'VerifyMilestone',
        report: 1,
        payableBasisPoints: 10_000,
        rest: '',
        note: '',
        accepted: [],
        canCarry: true,
      } as const;
      expect(decide({ ...judge, ...facts, by: everyRole(person) }, given(begun, fellDue, signed))).toEqual(
        refused('SubmittedByTheSamePerson', { person }),
      );
    }
  });

  test('is not sent past the certifier', () => {
    expect(decide({ ...submit, draft }, given(begun, fellDue))).toEqual(refused('DraftIsAtTheCertifier', { draft: 'rep_a' }));
    for (const status of ['absent', 'editing', 'returned'] as const)
      expect(decide({ ...submit, draft: { ...draft, status } }, given(begun, fellDue))).toMatchObject({ ok: true });
    expect(decide({ ...submit, draft }, given(begun, fellDue, submitted))).toEqual({ ok: true, events: [] });
  });

  test('is asked for where the installation says so', () => {
    const policy = { ...facts.policy, signOffIsRequired: true };
    expect(decide({ ...submit, policy }, given(begun, fellDue))).toEqual(refused('SignOffIsRequired'));
    expect(decide({ ...sign, policy }, given(begun, fellDue))).toEqual({ ok: true, events: [signed] });
  });
});
