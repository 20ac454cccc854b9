import type { TrainingSession } from '@junkan/proto/junkan/programme/v1/learning_model.ts';
import { ICalCalendar, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';

/**
 * Sessions as a calendar (RFC 5545): an event for each meeting, whose UID stays and whose SEQUENCE rises with each change, with times in UTC. What is cancelled
 * is an event that says so.
 */
export function sessionsWritten(
  sessions: readonly TrainingSession[],
  home: string,
  isCancelled: (session: TrainingSession) => boolean,
): string {
  const feed = new ICalCalendar({
    name: 'Trainings',
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Junkan', product: 'Trainings', language: 'EN' },
  });
  for (const session of sessions) {
    const { id, title, plan, sequence, changedAt } = session;
    const meetings = plan?.meetings ?? [];
    meetings.forEach(({ from, to }, at) => {
      feed.createEvent({
        id: `${id}/${at + 1}@junkan`,
        sequence,
        stamp: new Date(changedAt),
        start: new Date(from),
        end: new Date(to),
        summary: title,
        description: `${at + 1}/${meetings.length}`,
        ...(plan?.where ? { location: plan.where } : {}),
        url: `${home}/training-sessions/${id}`,
        status: isCancelled(session) ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      });
    });
  }
  return feed.toString();
}
