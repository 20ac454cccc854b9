import { commander, withNote } from '@junkan/kit/grpc/command.ts';
import { idOf, matterOf } from '@junkan/kit/grpc/fields.ts';
import { idFrom } from '@junkan/kit/ids.ts';
import { kindOf } from '@junkan/proto/actor.ts';
import { passportIdParts, REJECTIONS } from '@junkan/proto/junkan/sponsor/v1/language.ts';
import type { Commands, Parts } from '../../api/parts.ts';
import { passports, sponsors } from '../../mapping.ts';

type PassportRpcs =
  | 'requestDueDiligence'
  | 'clearSubject'
  | 'flagSubject'
  | 'revokeClearance'
  | 'expireClearance'
  | 'relyOnClearance'
  | 'remindOfPassport';

/** The stream follows from the subject: all requests for a subject concern the same passport. */
export const passportIdOf = (subject: string) => idFrom(...passportIdParts(idOf('org', subject, 'subject')));

export function passportCommands({ store, texts, keys, clock, clearanceMonths }: Parts): Pick<Commands, PassportRpcs> {
  const run = commander(store, passports, REJECTIONS);
  const said = withNote(run, texts);
  return {
    async requestDueDiligence({ subject }, call) {
      await keys.claim(call);
      const { actor: by } = call;
      const isOfSponsor = kindOf(by.organisation) === 'sponsor';
      const sponsorIsRegistered = isOfSponsor ? (await store.known(sponsors, by.organisation)).state.status === 'registered' : undefined;
      return run(passportIdOf(subject), { type: 'RequestDueDiligence', subject, sponsorIsRegistered, by }, call);
    },

    clearSubject: ({ passport, validUntil, clearedAs, note: words }, call) =>
      said(passport, words, call, (note) => {
        const terms = { validUntil, clearedAs, note, longestMonths: clearanceMonths };
        return { type: 'ClearSubject', ...terms, now: clock.now(), by: call.actor };
      }),

    flagSubject: ({ passport, level, note: words }, call) =>
      said(passport, words, call, (note) => ({ type: 'FlagSubject', level, note, by: call.actor })),

    revokeClearance: ({ passport, note: words }, call) =>
      said(passport, words, call, (note) => ({ type: 'RevokeClearance', note, by: call.actor })),

    expireClearance: ({ passport, clearance }, call) =>
      run(passport, { type: 'ExpireClearance', clearance, now: clock.now(), by: call.actor }, call),

    relyOnClearance: ({ passport, ...relied }, call) =>
      run(passport, { type: 'RelyOnClearance', ...relied, now: clock.now(), by: call.actor }, call),

    remindOfPassport: ({ passport, ...matter }, call) => run(passport, { type: 'RemindOf', ...matterOf(matter), by: call.actor }, call),
  };
}
