import type { Received } from '@junkan/kit/call.ts';
import { commander, withNote } from '@junkan/kit/grpc/command.ts';
import { REJECTIONS } from '@junkan/proto/junkan/project/v1/language.ts';
import type { CommandParts, Commands } from '../../api/parts.ts';
import { citedIn } from '../../evidence/api/cited.ts';
import { milestones, reports } from '../../mapping.ts';
import { draftOf, draftToSign, plannedOf } from './drafts.ts';

type Drafting = 'saveDraftResults' | 'saveDraftEvidence' | 'saveDraftNarrative' | 'sendDraft' | 'returnDraft' | 'signOffReport';

/** What a proposer writes before it reports. The stream follows from the milestone, which the caller names. */
export function draftCommands({ store, texts, uploads, scans, clock, policy }: CommandParts): Pick<Commands, Drafting> {
  const run = commander(store, reports, REJECTIONS);
  const said = withNote(run, texts);
  const toMilestone = commander(store, milestones, REJECTIONS);
  const given = (call: Received) => ({ now: clock.now(), by: call.actor });
  return {
    async saveDraftResults({ milestone, version, indicators }, call) {
      const { id, on } = await draftOf(store, milestone);
      const planned = await plannedOf(store, milestone);
      return run(id, { type: 'SaveDraftResults', on, version, indicators, planned, ...given(call) }, call);
    },

    async saveDraftEvidence({ milestone, version, evidence: named }, call) {
      const { id, on } = await draftOf(store, milestone);
      // What is there already may stay until it is taken out.
      const { evidence: carried } = await draftToSign(store, id);
      const cited = await citedIn(uploads, named, call);
      const areFree = scans.beforeCiting(named.filter((hash) => !carried.includes(hash)));
      return run(id, { type: 'SaveDraftEvidence', on, version, ...cited, ...given(call) }, call, areFree);
    },

    async saveDraftNarrative({ milestone, version, note: words }, call) {
      const { id, on } = await draftOf(store, milestone);
      return said(id, words, call, (note) => ({ type: 'SaveDraftNarrative', on, version, note, ...given(call) }));
    },

    async sendDraft({ milestone, version }, call) {
      const { id, on } = await draftOf(store, milestone);
      const planned = await plannedOf(store, milestone);
      const { evidence } = await draftToSign(store, id);
      return run(id, { type: 'SendDraft', on, version, planned, ...given(call) }, call, scans.beforeCiting(evidence));
    },

    async returnDraft({ milestone, version, note: words }, call) {
      const { id, on } = await draftOf(store, milestone);
      return said(id, words, call, (note) => ({ type: 'ReturnDraft', on, version, note, ...given(call) }));
    },

    // The draft is locked while it waits for this, so that what is read here is what the certifier has read.
    async signOffReport({ milestone, version, fileNamesPublic }, call) {
      const draft = await draftToSign(store, (await draftOf(store, milestone)).id);
      const { unknownEvidence, uploadedBy } = await citedIn(uploads, draft.evidence, call);
      const facts = { draft, unknownEvidence, uploadedBy, planned: await plannedOf(store, milestone) };
      const command = { type: 'SignOffReport', version, fileNamesPublic, ...facts, policy, ...given(call) } as const;
      return toMilestone(milestone, command, call, scans.beforeCiting(draft.evidence));
    },
  };
}
