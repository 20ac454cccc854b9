import { describe, expect, test } from 'vitest';
import { certifier, colleague, officer, screener, stranger } from './actors.fixture.ts';
import { asked, attached, closed, contactsNamed, drafted, given, toCompleted, toOpen, toSubmitted, withdrawn } from './project.fixture.ts';
import type { Command } from './project.ts';
import { decide } from './project-decide.ts';

const nothing = { ok: true, events: [] };
const refusedAs = (rejection: object) => ({ ok: false, rejection });
const { documents } = attached;

describe('documents', () => {
  const attach = { type: 'AttachDocuments', documents, unknownEvidence: [], by: officer } satisfies Command;

  test('are attached while the proposal may be revised, in the place of those before', () => {
    for (const history of [[drafted], [...toSubmitted, asked]]) {
      expect(decide(attach, given(...history))).toEqual({ ok: true, events: [attached] });
      expect(decide(attach, given(...history, attached))).toEqual(nothing);
      expect(decide({ ...attach, documents: [] }, given(...history, attached))).toMatchObject({ events: [{ documents: [] }] });
    }
    expect(decide(attach, given(...toOpen))).toMatchObject(refusedAs({ type: 'ProjectIsInAnotherStatus', actual: 'open' }));
  });

  test('are files that the proposer has uploaded', () => {
    const hashes = [documents[0]?.hash ?? ''];
    expect(decide({ ...attach, unknownEvidence: hashes }, given(drafted))).toEqual(refusedAs({ type: 'EvidenceIsUnknown', hashes }));
  });

  test('are attached by its officers alone, who have then prepared it', () => {
    expect(decide({ ...attach, by: certifier }, given(drafted))).toMatchObject(refusedAs({ type: 'RoleIsMissing' }));
    expect(decide({ ...attach, by: stranger }, given(drafted))).toEqual(refusedAs({ type: 'ProjectIsUnknown' }));
    const state = given(drafted, { ...attached, by: colleague.person });
    expect(state).toMatchObject({ proposedBy: new Set([officer.person, colleague.person]) });
  });
});

describe('contacts', () => {
  const name = { type: 'NameContacts', contacts: contactsNamed.contacts, by: officer } satisfies Command;

  test('are named, and named again, as long as the project goes on', () => {
    for (const history of [[drafted], toSubmitted, toOpen, toCompleted]) {
      expect(decide(name, given(...history))).toEqual({ ok: true, events: [contactsNamed] });
      expect(decide(name, given(...history, contactsNamed))).toEqual(nothing);
      expect(decide({ ...name, contacts: '' }, given(...history, contactsNamed))).toMatchObject({ events: [{ contacts: '' }] });
    }
    for (const history of [
      [drafted, withdrawn],
      [...toCompleted, closed],
    ])
      expect(decide(name, given(...history))).toMatchObject(refusedAs({ type: 'ProjectIsInAnotherStatus' }));
  });

  test('by an officer or a certifier of the proposer', () => {
    expect(decide({ ...name, by: certifier }, given(drafted))).toMatchObject({ ok: true });
    expect(decide({ ...name, by: screener }, given(drafted))).toMatchObject(refusedAs({ type: 'RoleIsMissing' }));
  });
});
