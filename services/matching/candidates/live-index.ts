import { waited } from '@junkan/kit/views/awaited.ts';
import type { OpenView } from '@junkan/kit/views/open-view.ts';
import { Proposal } from '@junkan/proto/junkan/project/v1/model.ts';
import { MandateTerms } from '@junkan/proto/junkan/sponsor/v1/model.ts';
import { createEngine, type Engine } from '../engine/engine.ts';
import { mandateProfile, projectProfile } from '../mapping.ts';
import type { MandateDoc, ProjectDoc } from './view.ts';

/** What is told of a project that has no part in whether it fits. */
export type Described = { readonly proposer: string; readonly title: string };
export type Current = Engine & { readonly described: ReadonlyMap<string, Described> };

type Candidates = Pick<OpenView, 'read' | 'prepare' | 'waitFor'>;

/** The engine in memory, brought up to date from the candidates before each question. Each replica has its own. */
export function liveIndex(candidates: Candidates) {
  let engine = createEngine();
  let described = new Map<string, Described>();
  let file: OpenView['read'] | undefined;
  let revision = 0;

  const refresh = (): void => {
    // A file that took the place of another counts its writes again.
    if (file !== candidates.read) [file, engine, described, revision] = [candidates.read, createEngine(), new Map(), 0];
    const changed = candidates.prepare('SELECT id, doc, revision FROM candidate WHERE revision > ? ORDER BY revision').all(revision);
    for (const row of changed) {
      take(engine, described, String(row['id']), JSON.parse(String(row['doc'])));
      revision = Number(row['revision']);
    }
  };

  return {
    /** The engine as of now; with `after`, as of that version of that mandate or project at least. @throws ProblemError where that does not come. */
    async current(after: string, person: string): Promise<Current> {
      if (after !== '') await waited(candidates, after, person);
      refresh();
      return { ...engine, described };
    },
  };
}

export type LiveIndex = ReturnType<typeof liveIndex>;

function take(engine: Engine, described: Map<string, Described>, id: string, doc: MandateDoc | ProjectDoc): void {
  if ('seeking' in doc) {
    const proposal = Proposal.fromJSON(doc.proposal);
    const profile = doc.seeking ? projectProfile({ id, proposal }) : undefined;
    if (profile) {
      engine.upsertProject(profile);
      described.set(id, { proposer: doc.proposer, title: proposal.title });
    } else {
      engine.removeProject(id);
      described.delete(id);
    }
    return;
  }
  const { sponsor, status, terms } = doc;
  const profile = mandateProfile({ id, sponsor, status, terms: terms ? MandateTerms.fromJSON(terms) : undefined });
  if (profile?.status === 'published') engine.upsertMandate(profile);
  else engine.removeMandate(id);
}
