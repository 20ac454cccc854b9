import { ownList } from '@junkan/kit/messaging/list-projection.ts';
import { milestoneMessage, milestones, projectMessage, projects, proposerMessage, proposers } from '../mapping.ts';

export const proposerList = ownList({ name: 'proposers', aggregate: proposers, message: proposerMessage, keys: ({ name }) => ({ name }) });

export const projectList = ownList({
  name: 'projects',
  aggregate: projects,
  message: projectMessage,
  keys: ({ status, proposer, proposal }) => ({ status, proposer, country: proposal?.countries, reference: proposal?.reference }),
});

export const milestoneList = ownList({
  name: 'milestones',
  aggregate: milestones,
  message: milestoneMessage,
  keys: ({ project, agreement, status }) => ({ project, agreement, status }),
  place: ({ project, number }) => `${project}/${String(number).padStart(3, '0')}`,
});
