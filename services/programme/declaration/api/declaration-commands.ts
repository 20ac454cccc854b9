import { commander, withNote } from '@junkan/kit/grpc/command.ts';
import { idFrom } from '@junkan/kit/ids.ts';
import { declarationIdParts, REJECTIONS } from '@junkan/proto/junkan/programme/v1/language.ts';
import type { Commands, Parts } from '../../api/parts.ts';
import { declarations } from '../../mapping.ts';
import { signedTextsOf } from './signed-texts.ts';

type DeclarationRpcs = 'draftDeclaration' | 'draftVersion' | 'publishDeclaration' | 'discardDraft' | 'withdrawDeclaration';

export function declarationCommands({ store, texts, clock }: Parts): Pick<Commands, DeclarationRpcs> {
  const run = commander(store, declarations, REJECTIONS);
  const said = withNote(run, texts);
  return {
    draftDeclaration({ text }, call) {
      const id = idFrom(...declarationIdParts(call.actor.person, call.commandId));
      return run(id, { type: 'DraftDeclaration', text, now: clock.now(), by: call.actor }, call);
    },
    draftVersion: ({ declaration, text }, call) => run(declaration, { type: 'DraftVersion', text, now: clock.now(), by: call.actor }, call),
    async publishDeclaration({ declaration, number }, call) {
      const { state } = await store.load(declarations, declaration);
      const version = state.status === 'absent' ? undefined : state.versions[number - 1];
      const texts = version ? signedTextsOf(number, version.text) : [];
      return run(declaration, { type: 'PublishDeclaration', number, texts, now: clock.now(), by: call.actor }, call);
    },
    discardDraft: ({ declaration, number }, call) =>
      run(declaration, { type: 'DiscardDraft', number, now: clock.now(), by: call.actor }, call),
    withdrawDeclaration: ({ declaration, note: words }, call) =>
      said(declaration, words, call, (note) => ({ type: 'WithdrawDeclaration', note, now: clock.now(), by: call.actor })),
  };
}
