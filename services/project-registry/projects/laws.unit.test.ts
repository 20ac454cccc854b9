import { plusDays } from '@junkan/kit/pure/dates.ts';
import { sentOn } from '@junkan/kit/testing/requests.fixture.ts';
import { COMMANDS } from '@junkan/proto/junkan/project/v1/commands.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { UNCHECKED } from '../criteria/criteria.ts';
import { checks, undrafted } from '../milestones/milestone.fixture.ts';
import * as milestone from '../milestones/milestone.ts';
import { decide as decideMilestone } from '../milestones/milestone-decide.ts';
import { evolve as evolveMilestone } from '../milestones/milestone-evolve.ts';
import { city, dueDiligence, everyRole, policy, proposal, usd, withoutTarget, workflow } from './actors.fixture.ts';
import { drafted, given, toFunded, toStarted } from './project.fixture.ts';
import type * as project from './project.ts';
import { decide as decideProject } from './project-decide.ts';
import { evolve as evolveProject } from './project-evolve.ts';

/** Four people who may each do everything: what keeps them apart are the rules alone. */
const by = fc
  .tuple(fc.constantFrom('per_a', 'per_b', 'per_c', 'per_d'), fc.constantFrom(city, 'secretariat'))
  .map(([person, organisation]) => everyRole(person, organisation));
const facts = {
  now: fc.integer({ min: 0, max: 60 }).map((days) => plusDays('2026-11-24T00:00:00.000Z', days)),
  policy,
};
const note = fc.constantFrom('txt_a', 'txt_b');
const ordinal = fc.constantFrom(1, 1, 1, 2);

const safe = { criterion: 'safeguards', answer: 'yes', note: '' } as const;
/** Of a list with one criterion: it is answered or not, or there is no list. */
const checked = fc.constantFrom(
  UNCHECKED,
  { ...UNCHECKED, criteria: ['safeguards'] },
  { ...UNCHECKED, checks: [safe], criteria: ['safeguards'] },
);

const projectCommand = sentOn<project.Command>(COMMANDS, 'project', {
  persons: by,
  system: workflow,
  given: {
    round: ordinal,
    closure: ordinal,
    note,
    fnd: 'fnd_a',
    agr: 'agr_a',
    proposal: fc.constantFrom(proposal, withoutTarget, { ...proposal, title: '' }),
  },
  facts: { ...facts, proposerCountries: ['JP'], strange: { codes: [], place: '' }, unknownEvidence: [], dueDiligence, checked },
  otherwise: {
    nameContacts: { contacts: fc.constantFrom('', 'txt_a', 'txt_b') },
    remindOfProject: { type: 'RemindOf' },
    escalateProject: { type: 'EscalateTo' },
  },
});
const commandsOf = <Command>(command: fc.Arbitrary<Command>, maxLength: number): fc.Arbitrary<Command[]> =>
  fc.array(command, { minLength: maxLength / 2, maxLength, size: 'max' });

/** Where a project may stand next; whatever else a command did would be a hole in the rules. */
const NEXT: Record<project.Status, readonly project.Status[]> = {
  draft: ['submitted', 'withdrawn'],
  submitted: ['more-information-required', 'eligible', 'ineligible', 'withdrawn'],
  'more-information-required': ['submitted', 'ineligible', 'withdrawn'],
  eligible: ['open', 'withdrawn'],
  ineligible: [],
  open: ['funded', 'unfunded', 'withdrawn'],
  unfunded: ['open', 'withdrawn'],
  funded: ['approved', 'refused', 'open', 'withdrawn'],
  approved: ['in-implementation', 'open', 'withdrawn'],
  refused: [],
  withdrawn: [],
  'in-implementation': ['suspended', 'terminated', 'completed'],
  suspended: ['in-implementation', 'terminated'],
  terminated: [],
  completed: ['closed', 'terminated'],
  closed: [],
};

test('whatever is asked of a project, each step is a legal one, a repeat changes nothing, and its approver prepared none of it', () => {
  const reached = new Set<string>();
  fc.assert(
    fc.property(fc.constantFrom([drafted], toFunded, toStarted), commandsOf(projectCommand, 300), (history, commands) => {
      let state: project.State = given(...history);
      for (const command of commands) {
        const decision = decideProject(command, state);
        if (!decision.ok) continue;
        const next = decision.events.reduce(evolveProject, state);
        if (state.status === 'absent' || next.status === 'absent') throw new Error('a project is never absent again');
        if (next.status !== state.status) expect(NEXT[state.status]).toContain(next.status);
        expect(decideProject(command, next)).toEqual({ ok: true, events: [] });
        if (next.status === 'closed' && state.status === 'completed') expect(command.by.person).not.toBe(state.closure?.proposedBy);
        if ('approvedBy' in next) expect([...next.proposedBy, ...(next.screeners ?? [])]).not.toContain(next.approvedBy);
        reached.add(next.status);
        state = next;
      }
    }),
    { numRuns: 600, seed: 20261124 },
  );
  expect([...reached].sort()).toEqual(Object.keys(NEXT).sort());
});

const toSign = fc.constantFrom('txt_one', 'txt_two').map((note) => ({
  draft: `rep_${note}`,
  status: 'sent',
  version: 1,
  evidence: ['a'.repeat(64)],
  indicators: [],
  note,
  preparedBy: ['per_a'],
}));
const answered = { checks, criteria: checks.map(({ criterion }) => criterion), unknown: [] };
const milestoneCommand = sentOn<milestone.Command>(COMMANDS, 'milestone', {
  persons: by,
  system: workflow,
  given: {
    report: fc.constantFrom(1, 1, 2, 3),
    waiver: fc.constantFrom(1, 1, 2, 3),
    note: fc.constantFrom('txt_a', 'txt_b', ''),
    payableBasisPoints: fc.constantFrom(10_000, 2_500, 2_500, 2_500, 0, 10_001),
    indicators: [],
    accepted: [],
    amount: usd(90n),
    carriedFrom: fc.constantFrom([], [1]),
    dueOn: fc.constantFrom('2026-12-01', '2027-01-01'),
  },
  facts: {
    ...facts,
    canCarry: fc.boolean(),
    unknownEvidence: [],
    uploadedBy: [],
    planned: [],
    earlier: [],
    draft: toSign,
    checked: answered,
  },
  otherwise: {
    submitMilestoneReport: { draft: undrafted },
    waiveMilestone: { amount: undefined },
    remindOfMilestone: { type: 'RemindOf' },
    escalateMilestone: { type: 'EscalateTo' },
  },
});
test('whatever is asked of a milestone, a repeat changes nothing, and nobody verifies or returns their own report', () => {
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
    fc.property(commandsOf(milestoneCommand, 60), (commands) => {
      const waivers = new Map<number, string>();
      let state: milestone.State = evolveMilestone(milestone.initial, { type: 'MilestoneBegun', ...terms });
      for (const command of commands) {
        const decision = decideMilestone(command, state);
        if (!decision.ok) continue;
        state = decision.events.reduce(evolveMilestone, state);
        expect(decideMilestone(command, state)).toEqual({ ok: true, events: [] });
        if (state.status === 'absent') throw new Error('a milestone is never absent again');
        for (const event of decision.events) if (event.type === 'MilestoneInspected') expect(state.reportedBy).not.toContain(event.by);
        if ('judgedBy' in state) expect([state.report.submittedBy, ...state.report.preparedBy]).not.toContain(state.judgedBy);
        if ('report' in state) expect(state.report.preparedBy).not.toContain(state.report.submittedBy);
        if (state.waiver) waivers.set(state.waiver.number, state.waiver.proposedBy);
        if (state.status === 'waived') expect(state.waivedBy).not.toBe(waivers.get(state.waivers));
        if (state.status === 'returned') expect(state.returned.returnedBy).not.toBe(state.returned.report.submittedBy);
        reached.add(state.status);
      }
    }),
    { numRuns: 600, seed: 20261124 },
  );
  const all = ['cancelled', 'due', 'overdue', 'partially-met', 'rejected', 'returned', 'scheduled', 'submitted', 'verified', 'waived'];
  expect([...reached].sort()).toEqual(all);
});
