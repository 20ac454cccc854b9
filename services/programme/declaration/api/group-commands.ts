import { commander } from '@junkan/kit/grpc/command.ts';
import { idOf } from '@junkan/kit/grpc/fields.ts';
import { mustHold } from '@junkan/kit/grpc/must-hold.ts';
import { idFrom } from '@junkan/kit/ids.ts';
import { REJECTIONS, signatoryGroupIdParts } from '@junkan/proto/junkan/programme/v1/language.ts';
import { ROLES } from '@junkan/proto/junkan/programme/v1/roles.ts';
import type { Commands, Parts } from '../../api/parts.ts';
import { declarations, groups, signatories } from '../../mapping.ts';
import { type DeclarationId, inForce } from '../declaration.ts';
import { type CityId, isInForce, isJoining } from '../signatory.ts';
import { signatoryIdOf } from './signatory-commands.ts';

/** Groups of cities that sign together, and who joins and leaves them. */
export function groupCommands({
  store,
  clock,
}: Parts): Pick<Commands, 'formGroup' | 'inviteToGroup' | 'dissolveGroup' | 'joinGroup' | 'leaveGroup'> {
  const toGroup = commander(store, groups, REJECTIONS);
  const toSignatory = commander(store, signatories, REJECTIONS);
  const signs = async (declaration: DeclarationId, city: CityId): Promise<boolean> => {
    const { state } = await store.load(signatories, signatoryIdOf(declaration, city));
    return state.status !== 'absent' && (isJoining(state) || isInForce(state));
  };
  return {
    async formGroup({ declaration, title, groupKind, sharedCommitments }, call) {
      mustHold(call.actor, ROLES.FormGroup);
      const lead = idOf('org', call.actor.organisation, 'organisation');
      const declared = inForce((await store.load(declarations, declaration)).state);
      const facts = { signs: await signs(declaration, lead), commitments: declared?.text.commitments.map(({ code }) => code) ?? [] };
      const asked = { declaration, lead, title, groupKind, sharedCommitments };
      const id = idFrom(...signatoryGroupIdParts(call.actor.person, call.commandId));
      return toGroup(id, { type: 'FormGroup', ...asked, ...facts, now: clock.now(), by: call.actor }, call);
    },
    async inviteToGroup({ group, city }, call) {
      const { state } = await store.load(groups, group);
      const isSigning = state.status !== 'absent' && (await signs(state.declaration, city));
      return toGroup(group, { type: 'InviteToGroup', city, signs: isSigning, now: clock.now(), by: call.actor }, call);
    },
    dissolveGroup: ({ group }, call) => toGroup(group, { type: 'DissolveGroup', now: clock.now(), by: call.actor }, call),
    async joinGroup({ signatory, group }, call) {
      const [{ state }, { state: own }] = await Promise.all([store.load(groups, group), store.load(signatories, signatory)]);
      const isOurs = state.status !== 'absent' && own.status !== 'absent' && state.declaration === own.declaration;
      const facts = { invited: isOurs ? state.invited : [], isStanding: !isOurs || state.status === 'standing' };
      return toSignatory(signatory, { type: 'JoinGroup', group, ...facts, now: clock.now(), by: call.actor }, call);
    },
    leaveGroup: ({ signatory }, call) => toSignatory(signatory, { type: 'LeaveGroup', now: clock.now(), by: call.actor }, call),
  };
}
