import type { Call } from '@junkan/kit/call.ts';
import { commander, withNote } from '@junkan/kit/grpc/command.ts';
import { mustHold } from '@junkan/kit/grpc/must-hold.ts';
import { idFrom, sha256 } from '@junkan/kit/ids.ts';
import { saidIn, unknownCodes } from '@junkan/kit/lists.ts';
import { kindOf } from '@junkan/proto/actor.ts';
import type { InstrumentContent } from '@junkan/proto/junkan/programme/v1/facts.ts';
import { policyInstrumentIdParts, REJECTIONS } from '@junkan/proto/junkan/programme/v1/language.ts';
import { ROLES } from '@junkan/proto/junkan/programme/v1/roles.ts';
import { asking, type Commands, type Parts, stamped } from '../../api/parts.ts';
import { registeredAs } from '../../declaration/api/signatory-commands.ts';
import { policyInstruments } from '../../mapping.ts';
import { canonicalOf } from '../content.ts';
import { type ContentFacts, isOpen } from '../instrument.ts';

type Rpcs = 'draftInstrument' | 'reviseInstrument' | 'publishInstrument' | 'supersedeInstrument';

export function instrumentCommands(parts: Parts): Pick<Commands, Rpcs> {
  const { store, texts, clock } = parts;
  const run = commander(store, policyInstruments, REJECTIONS);
  const said = withNote(run, texts);
  const at = stamped(clock);
  return {
    async draftInstrument({ reference, content }, call) {
      mustHold(call.actor, ROLES.DraftInstrument);
      const owner = call.actor.organisation;
      const id = idFrom(...policyInstrumentIdParts(owner, reference));
      return run(id, { type: 'DraftInstrument', owner, reference, ...(await written(parts, owner, content, call)), ...at(call) }, call);
    },
    async reviseInstrument({ instrument, content }, call) {
      const { state } = await store.load(policyInstruments, instrument);
      const owner = state.status === 'absent' ? '' : state.owner;
      return run(instrument, { type: 'ReviseInstrument', ...(await written(parts, owner, content, call)), ...at(call) }, call);
    },
    publishInstrument: ({ instrument }, call) => run(instrument, { type: 'PublishInstrument', ...at(call) }, call),
    async supersedeInstrument({ instrument, successor, note: words }, call) {
      const found = successor === '' || successor === instrument ? undefined : (await store.load(policyInstruments, successor)).state;
      const isSuccessorThere = found !== undefined && found.status !== 'absent' && isOpen(found);
      return said(instrument, words, call, (note) => ({ type: 'SupersedeInstrument', successor, isSuccessorThere, note, ...at(call) }));
    },
  };
}

/** A content with what is known of it. */
async function written({ lists, registry }: Parts, owner: string, content: InstrumentContent, call: Call) {
  const { type, themes, streams, sources } = content;
  const files = sources.map(({ file }) => file).filter((file) => file !== '');
  const facts: ContentFacts = {
    typeIsKnown: (lists.get('instrument-types') ?? []).some(({ code }) => code === type),
    unknownCodes: unknownCodes(lists, [
      ...saidIn('content.themes', 'themes', themes),
      ...saidIn('content.streams', 'waste-streams', streams),
    ]),
    unknownEvidence: files.length === 0 ? [] : (await registry.checkEvidence({ evidence: files }, asking(call))).unknown,
    cityIs: kindOf(owner) === 'proposer' ? (await registeredAs(registry, owner, call)).cityIs : 'secretariat',
  };
  return { content, hash: sha256(canonicalOf(content)), ...facts };
}
