import { commander, withNote } from '@junkan/kit/grpc/command.ts';
import { idFrom } from '@junkan/kit/ids.ts';
import { saidIn, unknownCodes } from '@junkan/kit/lists.ts';
import { partnerIdParts, REJECTIONS } from '@junkan/proto/junkan/programme/v1/language.ts';
import type { Commands, Parts } from '../../api/parts.ts';
import { partners } from '../../mapping.ts';

type PartnerRpcs = 'registerPartner' | 'namePartnerContact' | 'closePartner';

export function partnerCommands({ store, texts, clock, lists }: Parts): Pick<Commands, PartnerRpcs> {
  const run = commander(store, partners, REJECTIONS);
  const said = withNote(run, texts);
  /** The details of a person who is no longer named are erased. */
  async function eraseFormer(partner: string): Promise<void> {
    const { state, commits } = await store.read(partners, partner);
    const named = commits
      .flatMap(({ events }) => events.map((stored) => partners.codec.decode(stored)))
      .flatMap((event) => (event.type === 'PartnerContactNamed' ? [event.contact] : []));
    await texts.erase(named.filter((reference) => state.status === 'absent' || reference !== state.contact));
  }
  return {
    registerPartner(asked, call) {
      const id = idFrom(...partnerIdParts(call.actor.person, call.commandId));
      const codes = unknownCodes(lists, saidIn('themes', 'themes', asked.themes));
      return run(id, { type: 'RegisterPartner', ...asked, unknownCodes: codes, now: clock.now(), by: call.actor }, call);
    },
    async namePartnerContact({ partner, contact: words }, call) {
      const { reference, keep } = await texts.draft(words, { stream: contactOf(partner), by: call.actor });
      const named = { type: 'NamePartnerContact', contact: reference, now: clock.now(), by: call.actor } as const;
      const answer = await run(partner, named, call, keep);
      await eraseFormer(partner);
      return answer;
    },
    async closePartner({ partner, note: words }, call) {
      const answer = await said(partner, words, call, (note) => ({ type: 'ClosePartner', note, now: clock.now(), by: call.actor }));
      await eraseFormer(partner);
      return answer;
    },
  };
}

/** Kept apart from other texts of a partner: the same words may be there as well. */
const contactOf = (partner: string): string => `${partner}/contact`;
