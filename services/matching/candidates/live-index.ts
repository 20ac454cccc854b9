import { waited } from '@junkan/kit/views/awaited.ts';
import type { OpenView } from '@junkan/kit/views/open-view.ts';
import { Proposal } from '@junkan/proto/junkan/project/v1/model.ts';
import { MandateTerms } from '@junkan/proto/junkan/sponsor/v1/model.ts';
import { createEngine, type Engine } from '../engine/engine.ts';
import type { MandateProfile } from '../engine/profiles.ts';
import { mandateProfile, projectProfile } from '../mapping.ts';
import type { MandateDoc, ProjectDoc } from './view.ts';

/** The fields of a project that do not affect whether it fits. */
export type Described = { readonly proposer: string; readonly title: string; readonly since: ProjectDoc['since'] };
/** What a mandate asked for, from when on; the last is in force. */
type Revisions = readonly { readonly at: string; readonly profile: MandateProfile }[];
type Details = { readonly described: Map<string, Described>; readonly revisions: Map<string, Revisions> };
export type Current = Engine & { readonly described: ReadonlyMap<string, Described>; readonly revisions: ReadonlyMap<string, Revisions> };

type Candidates = Pick<OpenView, 'read' | 'prepare' | 'waitFor'>;

/** The engine in memory, brought up to date from the candidates before each question. Each replica has its own. */
export function liveIndex(candidates: Candidates) {
  let engine = createEngine();
  let others: Details = nothing();
  let file: OpenView['read'] | undefined;
  let revision = 0;

  const refresh = (): void => {
    // A file that took the place of another counts its writes again.
    if (file !== candidates.read) [file, engine, others, revision] = [candidates.read, createEngine(), nothing(), 0];
    const changed = candidates.prepare('SELECT id, doc, revision FROM candidate WHERE revision > ? ORDER BY revision').all(revision);
    for (const row of changed) {
      take(engine, others, String(row['id']), JSON.parse(String(row['doc'])));
      revision = Number(row['revision']);
    }
  };

  return {
    /** The engine as of now; with `after`, as of that version of that mandate or project at least. @throws ProblemError where that does not come. */
    async current(after: string, person: string): Promise<Current> {
      if (after !== '') await waited(candidates, after, person);
      refresh();
      return { ...engine, ...others };
    },
  };
}

export type LiveIndex = ReturnType<typeof liveIndex>;

const nothing = (): Details => ({ described: new Map(), revisions: new Map() });

function take(engine: Engine, { described, revisions }: Details, id: string, doc: MandateDoc | ProjectDoc): void {
  if ('seeking' in doc) {
    const proposal = Proposal.fromJSON(doc.proposal);
    const profile = doc.seeking ? projectProfile({ id, proposal }) : undefined;
    if (profile) {
      engine.upsertProject(profile);
      described.set(id, { proposer: doc.proposer, title: proposal.title, since: doc.since });
    } else {
      engine.removeProject(id);
      described.delete(id);
    }
    return;
  }
  const { sponsor, status } = doc;
  const all = doc.revisions.flatMap(({ at, terms }) => {
    const profile = mandateProfile({ id, sponsor, status, terms: terms ? MandateTerms.fromJSON(terms) : undefined });
    return profile ? [{ at, profile }] : [];
  });
  revisions.set(id, all);
  const profile = all.at(-1)?.profile;
  if (profile?.status === 'published') engine.upsertMandate(profile);
  else engine.removeMandate(id);
}
