import { ownList } from '@junkan/kit/messaging/list-projection.ts';
import { EVERYBODY } from '@junkan/kit/pure/oversight.ts';
import { milestoneMessage, milestones, projectMessage, projects, proposerMessage, proposers } from '../mapping.ts';

export const proposerList = ownList({ name: 'proposers', aggregate: proposers, message: proposerMessage, keys: ({ name }) => ({ name }) });

export const projectList = ownList({
  name: 'projects',
  aggregate: projects,
  message: projectMessage,
  keys: ({ status, proposer, proposal, submission }) => ({
    status,
    proposer,
    country: proposal?.countries,
    reference: proposal?.reference,
    // What was never submitted is its proposer's own.
    readers: [submission === 0 ? proposer : EVERYBODY],
  }),
});

export const milestoneList = ownList({
  name: 'milestones',
  aggregate: milestones,
  message: milestoneMessage,
  keys: ({ project, agreement, status }, state) => ({
    project,
    agreement,
    status,
    cited: state.status === 'absent' ? [] : [...state.cited],
  }),
  place: ({ project, number }) => `${project}/${String(number).padStart(3, '0')}`,
});
