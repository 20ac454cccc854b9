import { sentOn } from '@junkan/kit/testing/requests.fixture.ts';
import { COMMANDS } from '@junkan/proto/junkan/project/v1/commands.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { certifier, city, colleague, everyRole, officer, screener, stranger, workflow } from '../projects/actors.fixture.ts';
import { at, begun, file, filed, given, measured, narrated, on, planned, sent, tonnes, written } from './report.fixture.ts';
import type { Command, Event, State } from './report.ts';
import { decide } from './report-decide.ts';
import { evolve } from './report-evolve.ts';

const common = { on, now: at, by: officer } as const;
const results = { type: 'SaveDraftResults', version: 0, indicators: [tonnes], planned, ...common } satisfies Command;
const evidence = {
  type: 'SaveDraftEvidence',
  version: 0,
  evidence: [file],
  unknownEvidence: [],
  uploadedBy: [officer.person],
  ...common,
} satisfies Command;
const narrative = { type: 'SaveDraftNarrative', version: 0, note: 'txt_told', ...common } satisfies Command;
const send = { type: 'SendDraft', version: 4, planned, ...common } satisfies Command;
const back = { type: 'ReturnDraft', version: 5, note: 'txt_why', on, now: at, by: certifier } satisfies Command;
const returned = { type: 'ReportDraftReturned', note: 'txt_why', at, by: certifier.person } satisfies Event;

const accepted = (...events: readonly Event[]) => ({ ok: true, events });
const refused = (type: string, facts: object = {}) => ({ ok: false, rejection: { type, ...facts } });

describe('sections', () => {
  test('the first one that is saved begins the draft', () => {
    expect(decide(evidence, given())).toEqual(accepted(begun, filed));
    expect(decide(results, given(begun, filed))).toEqual(accepted(measured));
    expect(decide(narrative, given(begun, filed))).toEqual(accepted(narrated));
  });

  test('what a section says already is saved once, whichever version was read', () => {
    for (const command of [results, evidence, narrative]) expect(decide(command, given(...written))).toEqual(accepted());
    expect(decide({ ...narrative, note: '' }, given())).toEqual(accepted());
  });

  test('nobody writes over what somebody else has saved since: the refusal says who and when', () => {
    const mine = { ...narrative, note: 'txt_mine', by: colleague };
    expect(decide(mine, given(...written))).toEqual(
      refused('SectionHasChanged', { section: 'narrative', asked: 0, actual: 1, by: officer.person, at }),
    );
    const again = { type: 'ReportNarrativeSaved', section: 2, note: 'txt_mine', at, by: colleague.person } as const;
    expect(decide({ ...mine, version: 1 }, given(...written))).toEqual(accepted(again));
    // Another section is nobody's conflict.
    expect(decide({ ...mine, version: 1 }, given(...written, { ...measured, section: 2, indicators: [] }))).toEqual(accepted(again));
  });

  test('results are those that were planned, once each; files are the proposer’s own', () => {
    expect(decide({ ...results, indicators: [tonnes, tonnes] }, given())).toEqual(refused('IndicatorIsReportedTwice', { code: 'tonnes' }));
    expect(decide({ ...results, planned: [] }, given())).toEqual(refused('IndicatorsAreNotPlanned', { codes: ['tonnes'], planned: [] }));
    expect(decide({ ...evidence, unknownEvidence: [file] }, given())).toEqual(refused('EvidenceIsUnknown', { hashes: [file] }));
  });

  test('they are the proposer’s officers’, while the milestone waits for a report', () => {
    for (const by of [certifier, screener]) expect(decide({ ...results, by }, given())).toMatchObject(refused('RoleIsMissing'));
    expect(decide({ ...results, by: stranger }, given())).toMatchObject(refused('WrongOrganisation'));
    expect(decide({ ...results, on: { ...on, status: 'submitted' } }, given())).toMatchObject(refused('MilestoneIsInAnotherStatus'));
  });

  test('what was sent is not changed until it is returned', () => {
    const mine = { ...narrative, version: 1, note: 'txt_mine' };
    expect(decide(mine, given(...written, sent))).toEqual(refused('DraftIsSent', { by: officer.person, at }));
    expect(decide(mine, given(...written, sent, returned))).toMatchObject({ ok: true });
  });
});

describe('to the certifier and back', () => {
  test('what is complete is sent, as it was read', () => {
    expect(decide(send, given(...written))).toEqual(accepted(sent));
    expect(decide(send, given(...written, sent))).toEqual(accepted());
    expect(decide({ ...send, version: 3 }, given(...written))).toEqual(refused('DraftIsAnother', { asked: 3, actual: 4 }));
  });

  test('what is missing is named', () => {
    expect(decide({ ...send, version: 1 }, given(begun))).toEqual(
      refused('DraftIsIncomplete', { missing: ['evidence', 'results/tonnes'] }),
    );
    expect(decide({ ...send, version: 0 }, given())).toEqual(refused('DraftIsIncomplete', { missing: ['evidence', 'results/tonnes'] }));
    expect(decide({ ...send, planned: [...planned, { code: 'jobs', unit: '', isDue: true }] }, given(...written))).toEqual(
      refused('DraftIsIncomplete', { missing: ['results/jobs'] }),
    );
  });

  test('a certifier returns what was sent, with a note', () => {
    expect(decide(back, given(...written, sent))).toEqual(accepted(returned));
    expect(decide(back, given(...written, sent, returned))).toEqual(accepted());
    expect(decide(back, given(...written))).toEqual(refused('DraftIsNotSent'));
    expect(decide({ ...back, version: 4 }, given(...written, sent))).toEqual(refused('DraftIsAnother', { asked: 4, actual: 5 }));
    expect(decide({ ...back, by: officer }, given(...written, sent))).toMatchObject(refused('RoleIsMissing'));
  });

  test('it is known who prepared it, even after another person returned it', () => {
    const state = given(begun, { ...filed, uploadedBy: ['per_photographer'] }, { ...sent, by: colleague.person }, returned);
    expect(state).toMatchObject({ status: 'returned', version: 4, preparedBy: [officer.person, 'per_photographer', colleague.person] });
  });
});

const SECTION_OF = { SaveDraftResults: 'results', SaveDraftEvidence: 'evidence', SaveDraftNarrative: 'narrative' } as const;
/** Mostly the actor has read the present version. */
function asRead(command: Command, state: State): Command {
  if (command.version > 6 || state.status === 'absent') return command;
  const { version } = command.type === 'SendDraft' || command.type === 'ReturnDraft' ? state : state[SECTION_OF[command.type]];
  return { ...command, version };
}

const ALSO = ['saveDraftResults', 'saveDraftEvidence', 'saveDraftNarrative', 'sendDraft', 'returnDraft'];
test('whatever is asked of a draft, a repeat changes nothing, versions count what was saved, and what was sent stays as it was', () => {
  const reached = new Set<string>();
  const command = sentOn<Command>(COMMANDS, 'report', {
    also: ALSO,
    persons: fc.tuple(fc.constantFrom('per_a', 'per_b'), fc.constantFrom(city, 'secretariat')).map(([who, of]) => everyRole(who, of)),
    system: workflow,
    given: { version: fc.integer({ min: 0, max: 12 }), indicators: fc.subarray([tonnes]), evidence: fc.subarray([file]) },
    facts: { on, now: at, planned, unknownEvidence: [], uploadedBy: [] },
  });
  fc.assert(
    fc.property(fc.array(command, { minLength: 100, maxLength: 200, size: 'max' }), (commands) => {
      let state: State = given();
      for (const chosen of commands) {
        const command = asRead(chosen, state);
        const decision = decide(command, state);
        if (!decision.ok || decision.events.length === 0) continue;
        const next = decision.events.reduce(evolve, state);
        if (next.status === 'absent') throw new Error('a draft is never absent again');
        expect(decide(command, next)).toEqual({ ok: true, events: [] });
        const before = state.status === 'absent' ? given(begun) : state;
        if (before.status === 'absent') throw new Error('it has begun');
        const grown = (['results', 'evidence', 'narrative'] as const).filter((name) => next[name].version !== before[name].version);
        for (const name of grown) expect(next[name].version).toBe(before[name].version + 1);
        expect(grown.length).toBe(before.status === 'sent' || command.type === 'SendDraft' ? 0 : 1);
        expect(next.version).toBe((state.status === 'absent' ? 0 : state.version) + decision.events.length);
        reached.add(next.status);
        state = next;
      }
    }),
    { numRuns: 400, seed: 20261126 },
  );
  expect([...reached].sort()).toEqual(['editing', 'returned', 'sent']);
});
