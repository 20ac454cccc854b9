import { crashPoints } from '@junkan/kit/crash.ts';

export const crashAt = crashPoints({
  'bridge.start-noted': 'It is noted that a workflow is to begin; it is not started.',
  'bridge.started': 'A workflow is started; the event that called for it is not acknowledged.',
  'bridge.wake-noted': 'Wake-ups are noted; no workflow has been woken.',
  'bridge.woken': 'Workflows have been woken; the events are not acknowledged.',
  'activity.looked': 'A workflow has looked; the engine does not know what it saw.',
  'activity.acted': 'A workflow’s command is done; the engine does not know.',
  'activity.rested': 'It is noted that a workflow rests; the engine does not know.',
});
