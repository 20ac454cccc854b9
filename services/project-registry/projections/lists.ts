import { ownList } from '@junkan/kit/messaging/list-projection.ts';
import { milestoneMessage, milestones } from '../mapping.ts';

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
