import type { PolicyClock } from '@junkan/kit/clock.ts';
import { commander } from '@junkan/kit/grpc/command.ts';
import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import { idOf, matterOf, oneOf } from '@junkan/kit/grpc/fields.ts';
import { invalid } from '@junkan/kit/grpc/problem.ts';
import { idFrom } from '@junkan/kit/ids.ts';
import { kindOf } from '@junkan/kit/pure/actor.ts';
import { isCalendarDate } from '@junkan/kit/pure/dates.ts';
import type { EventStore } from '@junkan/kit/store/event-store.ts';
import type { KeyClaims } from '@junkan/kit/store/key-claims.ts';
import type { Texts } from '@junkan/kit/store/texts.ts';
import { passportIdParts, REJECTIONS } from '@junkan/proto/junkan/sponsor/v1/language.ts';
import type { SponsorCommandServiceService } from '@junkan/proto/junkan/sponsor/v1/service.ts';
import { LEVELS } from '../domain/passport.ts';
import { passports, sponsors } from '../mapping.ts';

export type PassportParts = {
  readonly store: EventStore;
  readonly texts: Texts;
  readonly keys: KeyClaims;
  readonly clock: PolicyClock;
  readonly clearanceMonths: number;
};

type Commands = Pick<
  Handlers<typeof SponsorCommandServiceService>,
  'requestDueDiligence' | 'clearSubject' | 'flagSubject' | 'revokeClearance' | 'expireClearance' | 'relyOnClearance' | 'remindOfPassport'
>;

/** The stream follows from the subject: whoever asks about it asks about the same passport. */
export const passportIdOf = (subject: string) => idFrom(...passportIdParts(idOf('org', subject, 'subject')));
const idOfPassport = (value: string) => idOf('ddp', value, 'passport');

export function passportCommands({ store, texts, keys, clock, clearanceMonths }: PassportParts): Commands {
  const run = commander(store, passports, REJECTIONS);
  return {
    async requestDueDiligence({ subject }, call) {
      const passport = passportIdOf(subject);
      await keys.claim(call);
      const { actor: by } = call;
      const isOfSponsor = kindOf(by.organisation) === 'sponsor';
      const sponsorIsRegistered = isOfSponsor ? (await store.known(sponsors, by.organisation)).state.status === 'registered' : undefined;
      return run(passport, { type: 'RequestDueDiligence', subject: idOf('org', subject, 'subject'), sponsorIsRegistered, by }, call);
    },

    async clearSubject({ passport, validUntil, note }, call) {
      const id = idOfPassport(passport);
      if (!isCalendarDate(validUntil)) throw invalid('valid_until', 'must be an ISO 8601 calendar date');
      const text = await texts.draft(note.trim(), { stream: id, by: call.actor });
      const terms = { validUntil, note: text.reference, longestMonths: clearanceMonths };
      return run(id, { type: 'ClearSubject', ...terms, now: clock.now(), by: call.actor }, call, text.keep);
    },

    async flagSubject({ passport, level, note }, call) {
      const id = idOfPassport(passport);
      const flag = oneOf(LEVELS, level, 'level');
      const text = await texts.draft(note.trim(), { stream: id, by: call.actor });
      return run(id, { type: 'FlagSubject', level: flag, note: text.reference, by: call.actor }, call, text.keep);
    },

    async revokeClearance({ passport, note }, call) {
      const id = idOfPassport(passport);
      const text = await texts.draft(note.trim(), { stream: id, by: call.actor });
      return run(id, { type: 'RevokeClearance', note: text.reference, by: call.actor }, call, text.keep);
    },

    expireClearance: ({ passport, clearance }, call) =>
      run(idOfPassport(passport), { type: 'ExpireClearance', clearance, now: clock.now(), by: call.actor }, call),

    relyOnClearance: ({ passport, project, proposer }, call) =>
      run(
        idOfPassport(passport),
        { type: 'RelyOnClearance', project: idOf('prj', project, 'project'), proposer, now: clock.now(), by: call.actor },
        call,
      ),

    remindOfPassport: (request, call) =>
      run(idOfPassport(request.passport), { type: 'RemindOf', ...matterOf(request), by: call.actor }, call),
  };
}
