import { describe, expect, test } from 'vitest';
import { type Check, UNCHECKED } from '../criteria/criteria.ts';
import { city, colleague, everyRole, given as facts, now, officer, proposal, screener, stranger, withoutTarget } from './actors.fixture.ts';
import { asked, drafted, eligible, given, ineligible, informed, opened, submitted, toEligible, toSubmitted } from './project.fixture.ts';
import type { Command } from './project.ts';
import { decide } from './project-decide.ts';

/** Lists and gazetteer know all that it says. */
const strange = { codes: [], place: '' };
const draft = {
  type: 'DraftProject',
  proposer: city,
  proposerIsRegistered: true,
  proposerCountries: ['JP'],
  proposal,
  strange,
  by: officer,
} satisfies Command;
const revised = { ...proposal, title: 'Compost for most wards' };
const nothing = { ok: true, events: [] };
const refusedAs = (rejection: object) => ({ ok: false, rejection });
const inAnotherStatus = (actual: string, ...needed: readonly string[]) => refusedAs({ type: 'ProjectIsInAnotherStatus', needed, actual });

describe('drafting', () => {
  test('an officer drafts for the proposer, also what is not complete yet', () => {
    expect(decide(draft, given())).toEqual({ ok: true, events: [drafted] });
    const incomplete = { ...withoutTarget, title: '', countries: [] };
    expect(decide({ ...draft, proposal: incomplete }, given())).toEqual({ ok: true, events: [{ ...drafted, proposal: incomplete }] });
  });

  test('the same draft again changes nothing, another one in its place is refused', () => {
    expect(decide(draft, given(drafted))).toEqual(nothing);
    expect(decide({ ...draft, proposal: revised }, given(drafted))).toEqual(refusedAs({ type: 'ProjectIsDrafted' }));
  });

  test('it is refused for an unknown proposer, for another one, and where it is malformed', () => {
    expect(decide({ ...draft, proposerIsRegistered: false }, given())).toEqual(refusedAs({ type: 'ProposerIsUnknown', proposer: city }));
  });

  test('for countries that its proposer is registered for, also when it is revised', () => {
    const abroad = { ...proposal, countries: ['JP', 'ID'] };
    const refusal = refusedAs({ type: 'CountriesAreOfOthers', countries: ['ID'], proposer: ['JP'] });
    expect(decide({ ...draft, proposal: abroad }, given())).toEqual(refusal);
    const revise: Command = { type: 'ReviseProject', proposerCountries: ['JP'], strange, proposal: abroad, by: officer };
    expect(decide(revise, given(drafted))).toEqual(refusal);
    expect(decide({ ...revise, proposerCountries: ['JP', 'ID'] }, given(drafted))).toMatchObject({ ok: true });
    expect(decide({ ...draft, by: stranger }, given())).toEqual(
      refusedAs({ type: 'WrongOrganisation', kind: 'proposer', actual: stranger.organisation }),
    );
    expect(decide({ ...draft, by: screener }, given())).toEqual(refusedAs({ type: 'RoleIsMissing', needed: ['proposer.officer'] }));
    expect(decide({ ...draft, proposal: { ...proposal, target: { amount: -1n, currency: 'USD' } } }, given())).toMatchObject(
      refusedAs({ type: 'ProposalIsMalformed', faults: [{ field: 'target.amount' }] }),
    );
  });

  test('in codes and with a place that the installation knows, also when it is revised', () => {
    const codes = [{ field: 'themes[0]', code: 'solid-wast', list: 'themes', nearest: ['solid-waste'] }];
    const revise: Command = { type: 'ReviseProject', proposerCountries: ['JP'], strange, proposal: revised, by: officer };
    for (const [command, history] of [
      [draft, []],
      [revise, [drafted]],
    ] as const) {
      expect(decide({ ...command, strange: { codes, place: '' } }, given(...history))).toEqual(
        refusedAs({ type: 'CodesAreUnknown', codes }),
      );
      expect(decide({ ...command, strange: { codes, place: '7' } }, given(...history))).toEqual(
        refusedAs({ type: 'PlaceIsUnknown', place: '7' }),
      );
    }
  });

  test('what is drafted already remains, and may be submitted, whatever the lists have become', () => {
    const codes = [{ field: 'themes[0]', code: 'solid-waste', list: 'themes', nearest: [] }];
    expect(decide({ ...draft, strange: { codes, place: '' } }, given(drafted))).toEqual(nothing);
  });

  test('a draft is revised, as is a proposal on which more information is required; nothing else is', () => {
    const revise: Command = { type: 'ReviseProject', proposerCountries: ['JP'], strange, proposal: revised, by: colleague };
    const events = [{ type: 'ProjectRevised', proposal: revised, by: colleague.person }];
    expect(decide(revise, given(drafted))).toEqual({ ok: true, events });
    expect(decide(revise, given(...toSubmitted, asked))).toEqual({ ok: true, events });
    expect(decide({ ...revise, proposal }, given(drafted))).toEqual(nothing);
    expect(decide(revise, given(...toSubmitted))).toEqual(inAnotherStatus('submitted', 'draft', 'more-information-required'));
    expect(decide({ ...revise, by: stranger }, given(drafted))).toMatchObject(refusedAs({ type: 'ProjectIsUnknown' }));
    expect(decide({ ...revise, proposal: { ...proposal, readiness: 9 } }, given(drafted))).toMatchObject(
      refusedAs({ type: 'ProposalIsMalformed' }),
    );
  });

  test('it is revised two hundred times, and then no more', () => {
    const versions = Array.from({ length: 200 }, (_, index) => ({ ...proposal, title: `Version ${index}` }));
    const revisions = versions.map((each) => ({ type: 'ProjectRevised', proposal: each, by: officer.person }) as const);
    const revise: Command = { type: 'ReviseProject', proposerCountries: ['JP'], strange, proposal: revised, by: officer };
    expect(decide(revise, given(drafted, ...revisions.slice(1)))).toMatchObject({ ok: true });
    expect(decide(revise, given(drafted, ...revisions))).toEqual(refusedAs({ type: 'RevisionsAreTooMany', maximum: 200 }));
    expect(decide({ ...revise, proposal: versions.at(-1) ?? proposal }, given(drafted, ...revisions))).toEqual(nothing);
  });

  test('a project that was never drafted is unknown', () => {
    expect(decide({ type: 'ReviseProject', proposerCountries: ['JP'], strange, proposal, by: officer }, given())).toEqual(
      refusedAs({ type: 'ProjectIsUnknown' }),
    );
  });
});

describe('submitting', () => {
  const submit: Command = { type: 'SubmitProject', ...facts, by: officer };

  test('a complete draft is submitted, to be screened within the service level', () => {
    expect(decide(submit, given(drafted))).toEqual({ ok: true, events: [submitted] });
    expect(submitted).toMatchObject({ screeningDue: '2026-12-24T23:59:59.999Z' });
  });

  test('again changes nothing; later it is too late', () => {
    expect(decide(submit, given(...toSubmitted))).toEqual(nothing);
    expect(decide(submit, given(...toEligible))).toEqual(inAnotherStatus('eligible', 'draft'));
  });

  test('an incomplete draft is refused with every rule that it does not keep', () => {
    const incomplete = { ...drafted, proposal: { ...proposal, title: '', milestones: [] } };
    expect(decide(submit, given(incomplete))).toEqual(
      refusedAs({
        type: 'ProjectIsIncomplete',
        missing: [
          { field: 'title', rule: 'is required' },
          { field: 'milestones', rule: 'at least one is required' },
        ],
      }),
    );
  });

  test('only an officer of the proposer submits', () => {
    expect(decide({ ...submit, by: stranger }, given(drafted))).toMatchObject(refusedAs({ type: 'ProjectIsUnknown' }));
  });
});

describe('screening', () => {
  const ask: Command = { type: 'RequestMoreInformation', note: 'txt_question', checked: UNCHECKED, ...facts, by: screener };
  const inform: Command = { type: 'ProvideInformation', note: 'txt_answer', ...facts, by: officer };
  const pass: Command = { type: 'DeclareEligible', checked: UNCHECKED, ...facts, by: screener };
  const fail: Command = { type: 'DeclareIneligible', reasons: ['no-country'], note: '', checked: UNCHECKED, by: screener };
  const open: Command = { type: 'OpenToSponsors', ...facts, by: screener };

  test('the secretariat asks, the proposer answers, and the screening begins again', () => {
    expect(decide(ask, given(...toSubmitted))).toEqual({ ok: true, events: [asked] });
    expect(decide(ask, given(...toSubmitted, asked))).toEqual(nothing);
    expect(decide(inform, given(...toSubmitted, asked))).toEqual({ ok: true, events: [informed] });
    expect(decide(inform, given(...toSubmitted, asked, informed))).toEqual(nothing);
  });

  test('a question has words, and an answer a question before it', () => {
    expect(decide({ ...ask, note: '' }, given(...toSubmitted))).toEqual(refusedAs({ type: 'NoteIsMissing' }));
    expect(decide(ask, given(drafted))).toEqual(inAnotherStatus('draft', 'submitted'));
    expect(decide({ ...inform, note: '' }, given(...toSubmitted))).toEqual(inAnotherStatus('submitted', 'more-information-required'));
    const emptied = { type: 'ProjectRevised' as const, proposal: { ...proposal, title: '' }, by: officer.person };
    expect(decide(inform, given(...toSubmitted, asked, emptied))).toMatchObject(refusedAs({ type: 'ProjectIsIncomplete' }));
  });

  test('it is declared eligible or ineligible with reasons, once, and not while an answer is awaited', () => {
    expect(decide(pass, given(...toSubmitted))).toEqual({ ok: true, events: [eligible] });
    expect(decide(pass, given(...toEligible))).toEqual(nothing);
    expect(decide(pass, given(...toSubmitted, asked))).toEqual(inAnotherStatus('more-information-required', 'submitted'));
    expect(decide(fail, given(...toSubmitted))).toEqual({ ok: true, events: [ineligible] });
    expect(decide(fail, given(...toSubmitted, ineligible))).toEqual(nothing);
    expect(decide(fail, given(...toEligible))).toEqual(inAnotherStatus('eligible', 'submitted', 'more-information-required'));
    for (const reasons of [[], [' ']])
      expect(decide({ ...fail, reasons }, given(...toSubmitted))).toEqual(refusedAs({ type: 'ReasonsAreMissing' }));
  });

  describe('with its criteria', () => {
    const criteria = ['eligible-country', 'safeguards'];
    const met: Check[] = [
      { criterion: 'eligible-country', answer: 'yes', note: '' },
      { criterion: 'safeguards', answer: 'not-applicable', note: 'txt_small' },
    ];
    const unmet: Check[] = [met[0] as Check, { criterion: 'safeguards', answer: 'no', note: 'txt_why' }];
    const checkedWith = (checks: readonly Check[]) => ({ checks, criteria, unknown: [] });
    const state = given(...toSubmitted);

    test('eligible is what has an answer for every one, and what was answered is recorded', () => {
      const passed = decide({ ...pass, checked: checkedWith(met) }, state);
      expect(passed).toEqual({ ok: true, events: [{ ...eligible, checks: met }] });
      const after = given(...toSubmitted, { ...eligible, checks: met });
      expect(decide({ ...pass, checked: checkedWith(met.toReversed()) }, after)).toEqual(nothing);
      expect(decide({ ...pass, checked: checkedWith(unmet) }, after)).toEqual(inAnotherStatus('eligible', 'submitted'));
      expect(decide({ ...pass, checked: checkedWith([]) }, state)).toEqual(refusedAs({ type: 'ChecksAreMissing', criteria }));
      expect(decide({ ...pass, checked: checkedWith(met.slice(1)) }, state)).toEqual(
        refusedAs({ type: 'ChecksAreMissing', criteria: ['eligible-country'] }),
      );
    });

    test('one that is not met stops it; the proposal may be returned or declared ineligible with it', () => {
      expect(decide({ ...pass, checked: checkedWith(unmet) }, state)).toEqual(
        refusedAs({ type: 'CriteriaAreNotMet', criteria: ['safeguards'] }),
      );
      const checked = checkedWith(unmet.slice(1));
      expect(decide({ ...ask, checked }, state)).toEqual({ ok: true, events: [{ ...asked, checks: checked.checks }] });
      expect(decide({ ...fail, checked }, state)).toEqual({ ok: true, events: [{ ...ineligible, checks: checked.checks }] });
      const again = given(...toSubmitted, { ...asked, checks: checked.checks });
      expect(decide({ ...ask, checked }, again)).toEqual(nothing);
      expect(decide(ask, again)).toEqual(inAnotherStatus('more-information-required', 'submitted'));
    });

    test.each([
      [{ type: 'CheckIsUnexplained', criterion: 'safeguards', index: 0 }, [{ criterion: 'safeguards', answer: 'no', note: '' }]],
      [
        { type: 'CheckIsUnexplained', criterion: 'safeguards', index: 0 },
        [{ criterion: 'safeguards', answer: 'not-applicable', note: '' }],
      ],
      [{ type: 'CheckIsRepeated', criterion: 'eligible-country', index: 2 }, [...met, ...met]],
    ] satisfies [object, Check[]][])('%o whatever the decision', (rejection, checks) => {
      for (const command of [ask, pass, fail])
        expect(decide({ ...command, checked: checkedWith(checks) }, state)).toEqual(refusedAs(rejection));
    });

    test('a criterion that the list lacks is refused with those that it has', () => {
      const unknown = [{ field: 'checks[0].criterion', code: 'safeguard', list: 'screening-criteria', nearest: ['safeguards'] }];
      for (const command of [ask, pass, fail])
        expect(decide({ ...command, checked: { ...checkedWith(met), unknown } }, state)).toEqual(
          refusedAs({ type: 'CodesAreUnknown', codes: unknown }),
        );
    });
  });

  test('without a target it can only be declared ineligible', () => {
    const state = given({ type: 'ProjectDrafted', proposer: city, proposal: withoutTarget, by: officer.person }, submitted);
    expect(decide(pass, state)).toEqual(refusedAs({ type: 'TargetIsMissing' }));
    expect(decide(fail, state)).toEqual({ ok: true, events: [ineligible] });
  });

  test('nobody screens what they proposed, whatever their roles', () => {
    for (const command of [ask, pass, fail]) {
      const by = everyRole(officer.person);
      expect(decide({ ...command, by }, given(...toSubmitted))).toEqual(refusedAs({ type: 'PreparedByTheSamePerson', person: by.person }));
      expect(decide({ ...command, by: officer }, given(...toSubmitted))).toMatchObject(refusedAs({ type: 'RoleIsMissing' }));
    }
    expect(decide({ ...inform, by: stranger }, given(...toSubmitted, asked))).toMatchObject(refusedAs({ type: 'WrongOrganisation' }));
  });

  test('what is eligible is opened to sponsors for one round with a beginning and a deadline', () => {
    expect(decide(open, given(...toEligible))).toEqual({ ok: true, events: [opened] });
    expect(opened).toMatchObject({ round: 1, at: now, deadline: '2027-02-22T23:59:59.999Z' });
    expect(given(...toEligible, opened)).toMatchObject({ openedAt: now });
    expect(decide(open, given(...toEligible, opened))).toEqual(nothing);
    expect(decide(open, given(...toSubmitted))).toEqual(inAnotherStatus('submitted', 'eligible', 'unfunded'));
    expect(decide({ ...open, by: officer }, given(...toEligible))).toMatchObject(refusedAs({ type: 'RoleIsMissing' }));
  });
});

test('what was never submitted is, for everybody but its proposer and the overseers, not there', () => {
  const revise: Command = { type: 'ReviseProject', proposerCountries: ['JP'], strange, proposal, by: stranger };
  const submit: Command = { type: 'SubmitProject', ...facts, by: stranger };
  const withdraw: Command = { type: 'WithdrawProject', note: '', by: stranger };
  for (const command of [revise, submit, withdraw])
    expect(decide(command, given(drafted))).toEqual(refusedAs({ type: 'ProjectIsUnknown' }));
  expect(decide({ ...submit, by: screener }, given(drafted))).toMatchObject(refusedAs({ type: 'RoleIsMissing' }));
});
