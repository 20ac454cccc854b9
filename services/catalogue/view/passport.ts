import type { ViewEvent } from '@junkan/kit/views/view.ts';
import { ReminderSent } from '@junkan/proto/junkan/common/v1/common.ts';
import * as events from '@junkan/proto/junkan/sponsor/v1/events.ts';
import { Passport } from '@junkan/proto/junkan/sponsor/v1/model.ts';
import { added, begun, decoded, type EventOf } from './event.ts';
import type { Aggregate, Item, Kept } from './item.ts';

const { DueDiligenceRequested, SubjectCleared, SubjectFlagged, ClearanceRevoked, ClearanceExpired, ClearanceReliedOn } = events;
const MESSAGES = {
  ...{ DueDiligenceRequested, SubjectCleared, SubjectFlagged, ClearanceRevoked, ClearanceExpired },
  ...{ ClearanceReliedOn, ReminderSent },
};

/** The due diligence on one subject, as its owner answers it; notes are references of erasable texts. */
export const passport: Aggregate<Passport> = {
  kind: 'passport',
  evolve(before, event) {
    return { ...after(before, decoded(MESSAGES, event), event), version: event.version };
  },
  items: (kept) => [itemOf(kept)],
  save: (state) => Passport.toJSON(state) as object,
  load: (json) => Passport.fromJSON(json),
};

/** Red and escalated end a clearance or a review; the milder levels are told, and leave the status as it is. */
const GRAVE: readonly string[] = ['red', 'escalated'];

function after(before: Passport | undefined, read: EventOf<typeof MESSAGES>, event: ViewEvent): Passport {
  if (read.type === 'DueDiligenceRequested') {
    const { subject, request: requests, by: requestedBy } = read;
    const known = before ?? Passport.fromPartial({ id: event.stream, subject });
    return { ...known, status: known.status === 'cleared' ? 'cleared' : 'requested', requests, requestedBy, underReview: true };
  }
  const known = begun(before, event);
  switch (read.type) {
    case 'SubjectCleared': {
      const { clearance, validUntil, note, by: judgedBy } = read;
      return { ...known, status: 'cleared', clearance, validUntil, note, judgedBy, level: '', underReview: false };
    }
    case 'SubjectFlagged': {
      const flagged = { ...known, level: read.level, note: read.note, judgedBy: read.by };
      return GRAVE.includes(read.level) ? { ...flagged, status: 'flagged', underReview: false } : flagged;
    }
    case 'ClearanceRevoked':
      return { ...known, status: 'revoked', note: read.note, judgedBy: read.by, underReview: false };
    case 'ClearanceExpired':
      return { ...known, status: known.underReview ? 'requested' : 'expired' };
    case 'ClearanceReliedOn': {
      const { type: _, ...reliance } = read;
      return { ...known, reliances: [...known.reliances, reliance] };
    }
    case 'ReminderSent': {
      const { matter, occurrence, role, organisation } = read;
      return { ...known, reminded: added(known.reminded, [matter, occurrence, role, organisation].join('/')) };
    }
  }
}

function itemOf({ state, n, created, updated }: Kept<Passport>): Item {
  const { id, version, status, subject, level, validUntil: due } = state;
  return {
    ...{ kind: 'passport', id, n, tags: {}, parties: [] },
    columns: { version, status, subject, level, due, created, updated },
    doc: passport.save(state),
  };
}
