import { plusDays } from '@junkan/kit/pure/dates.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { city, everyRole, policy, proposal, usd, withoutTarget, workflow } from './cast.fixture.ts';
import * as milestone from './milestone.ts';
import { decide as decideMilestone } from './milestone-decide.ts';
import * as project from './project.ts';
import { decide as decideProject } from './project-decide.ts';
import { evolve as evolveProject } from './project-evolve.ts';

/** Four people who may each do everything: what keeps them apart are the rules alone. */
const by = fc.constantFrom(...['per_a', 'per_b', 'per_c', 'per_d'].map(everyRole));
const given = fc.record({
  now: fc.integer({ min: 0, max: 60 }).map((days) => plusDays('2026-11-24T00:00:00.000Z', days)),
  policy: fc.constant(policy),
});
const of = <Type extends string>(type: Type) => fc.constant(type);
const round = fc.constantFrom(1, 1, 1, 2);
const note = fc.constantFrom('txt_a', 'txt_b');
const system = fc.constant(workflow);

const joint = <Fields extends object, Base extends object>(base: fc.Arbitrary<Base>, fields: fc.Arbitrary<Fields>) =>
  fc.tuple(base, fields).map(([first, second]) => ({ ...first, ...second }));

const projectCommand: fc.Arbitrary<project.Command> = fc.oneof(
  fc.record({ type: of('ReviseProject'), proposal: fc.constantFrom(proposal, withoutTarget, { ...proposal, title: '' }), by }),
  joint(given, fc.record({ type: of('SubmitProject'), by })),
  fc.record({ type: of('RequestMoreInformation'), note, by }),
  joint(given, fc.record({ type: of('ProvideInformation'), note, by })),
  fc.record({ type: of('DeclareEligible'), by }),
  fc.record({ type: of('DeclareIneligible'), reasons: fc.constant(['no-country']), note, by }),
  joint(given, fc.record({ type: of('OpenToSponsors'), by })),
  joint(given, fc.record({ type: of('RecordFunded'), round, funding: fc.constant('fnd_a' as const), by: system })),
  fc.record({ type: of('RecordUnfunded'), round, funding: fc.constant('fnd_a' as const), reason: note, by: system }),
  fc.record({ type: of('ApproveProject'), by }),
  fc.record({ type: of('RefuseProject'), note, by }),
  fc.record({ type: of('StartImplementation'), round, agreement: fc.constant('agr_a' as const), by: system }),
  fc.record({ type: of('CompleteProject'), round, by: system }),
  fc.record({ type: of('CloseProject'), note, by }),
);

/** Where a project may stand next; whatever else a command did would be a hole in the rules. */
const NEXT: Record<project.Status, readonly project.Status[]> = {
  draft: ['submitted'],
  submitted: ['more-information-required', 'eligible', 'ineligible'],
  'more-information-required': ['submitted'],
  eligible: ['open'],
  ineligible: [],
  open: ['funded', 'unfunded'],
  unfunded: [],
  funded: ['approved', 'refused'],
  approved: ['in-implementation'],
  refused: [],
  'in-implementation': ['completed'],
  completed: ['closed'],
  closed: [],
};

test('whatever is asked of a project, each step is a legal one, a repeat changes nothing, and its approver prepared none of it', () => {
  const reached = new Set<string>();
  fc.assert(
    fc.property(fc.array(projectCommand, { minLength: 150, maxLength: 300 }), (commands) => {
      let state: project.State = evolveProject(project.initial, { type: 'ProjectDrafted', proposer: city, proposal, by: 'per_a' });
      for (const command of commands) {
        const decision = decideProject(command, state);
        if (!decision.ok) continue;
        const next = decision.events.reduce(evolveProject, state);
        if (state.status === 'absent' || next.status === 'absent') throw new Error('a project is never absent again');
        if (next.status !== state.status) expect(NEXT[state.status]).toContain(next.status);
        expect(decideProject(command, next)).toEqual({ ok: true, events: [] });
        if ('approvedBy' in next) expect([...next.proposedBy, ...next.screeners]).not.toContain(next.approvedBy);
        reached.add(next.status);
        state = next;
      }
    }),
    { numRuns: 200, seed: 20261124 },
  );
  expect([...reached].sort()).toEqual(Object.keys(NEXT).sort());
});

const report = fc.constantFrom(1, 1, 2, 3);
const evidence = fc.constantFrom(['a'.repeat(64)], ['b'.repeat(64)]);
const milestoneCommand: fc.Arbitrary<milestone.Command> = fc.oneof(
  joint(given, fc.record({ type: of('MarkMilestoneDue'), by: system })),
  joint(given, fc.record({ type: of('MarkMilestoneOverdue'), by: system })),
  joint(
    given,
    fc.record({ type: of('SubmitMilestoneReport'), evidence, unknownEvidence: fc.constant([]), indicators: fc.constant([]), note, by }),
  ),
  fc.record({ type: of('ReturnMilestoneReport'), report, note, by }),
  fc.record({ type: of('VerifyMilestone'), report, by }),
);

test('whatever is asked of a milestone, a repeat changes nothing, and nobody verifies or returns his own report', () => {
  const reached = new Set<string>();
  const terms = {
    project: 'prj_a',
    agreement: 'agr_a',
    proposer: city,
    number: 1,
    title: '',
    dueOn: '2026-12-01',
    amount: usd(100n),
  } as const;
  fc.assert(
    fc.property(fc.array(milestoneCommand, { maxLength: 60 }), (commands) => {
      let state: milestone.State = milestone.evolve(milestone.initial, { type: 'MilestoneBegun', ...terms });
      for (const command of commands) {
        const decision = decideMilestone(command, state);
        if (!decision.ok) continue;
        state = decision.events.reduce(milestone.evolve, state);
        expect(decideMilestone(command, state)).toEqual({ ok: true, events: [] });
        if (state.status === 'verified') expect(state.verifiedBy).not.toBe(state.report.submittedBy);
        if (state.status === 'returned') expect(state.returned.returnedBy).not.toBe(state.returned.report.submittedBy);
        reached.add(state.status);
      }
    }),
    { numRuns: 200, seed: 20261124 },
  );
  expect([...reached].sort()).toEqual(['due', 'overdue', 'returned', 'submitted', 'verified']);
});
