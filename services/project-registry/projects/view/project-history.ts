import type { Instant } from '@junkan/kit/pure/dates.ts';
import type { Same } from '@junkan/kit/same.ts';
import type { Commit } from '@junkan/kit/store/commit.ts';
import type { Words } from '@junkan/proto/junkan/common/v1/common.ts';
import type { ProjectDecision } from '@junkan/proto/junkan/project/v1/language.ts';
import type { Declaration, InformationRound } from '@junkan/proto/junkan/project/v1/model.ts';
import { projects } from '../../mapping.ts';
import { type Event, initial, type State } from '../project.ts';
import { evolve } from '../project-evolve.ts';

/** What was said about a project by whom and when: questions with their answers, and decisions. */
export function projectHistory(commits: readonly Commit[]): { information: InformationRound[]; declarations: Declaration[] } {
  const information: InformationRound[] = [];
  const declarations: Declaration[] = [];
  for (const { events, actor, at } of commits) {
    for (const stored of events) {
      const event = projects.codec.decode(stored);
      const said: Words = { note: 'note' in event ? event.note : '', erased: false, by: actor.person, at };
      if (event.type === 'MoreInformationRequested')
        information.push({ submission: event.submission, question: said, answer: undefined, checks: [...event.checks] });
      const open = information.at(-1);
      if (event.type === 'InformationProvided' && open) information[information.length - 1] = { ...open, answer: said };
      if (isDecision(event))
        declarations.push({
          decision: DECISIONS[event.type],
          reasons: 'reasons' in event ? [...event.reasons] : [],
          said,
          checks: 'checks' in event ? [...event.checks] : [],
        });
    }
  }
  return { information, declarations };
}

/** The status that a project has, and the instant since when. */
export function statusSince(commits: readonly Commit[]): { readonly status: State['status']; readonly since: Instant } {
  let [state, since]: [State, Instant] = [initial, ''];
  for (const { events, at } of commits) {
    const before = state.status;
    for (const stored of events) state = evolve(state, projects.codec.decode(stored));
    if (state.status !== before) since = at;
  }
  return { status: state.status, since };
}

const isDecision = (event: Event): event is Extract<Event, { type: keyof typeof DECISIONS }> => Object.hasOwn(DECISIONS, event.type);

const DECISIONS = {
  ProjectDeclaredEligible: 'eligible',
  ProjectDeclaredIneligible: 'ineligible',
  ProjectApproved: 'approved',
  ProjectRefused: 'refused',
  ProjectWithdrawn: 'withdrawn',
  ProjectClosureProposed: 'closure-proposed',
  ProjectClosureRefused: 'closure-refused',
  ProjectClosed: 'closed',
} as const satisfies Partial<Record<Event['type'], ProjectDecision>>;
true satisfies Same<(typeof DECISIONS)[keyof typeof DECISIONS], ProjectDecision>;
