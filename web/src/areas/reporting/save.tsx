import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import * as forms from '#messages/forms';
import * as m from '#messages/reporting';
import { Refused } from '../../acts/Refused.tsx';
import { labelOf, personName } from '../../acts/words.ts';
import type { Schemas } from '../../api/client.ts';
import { isSavedByOthers } from '../../api/problems.ts';
import { momentText } from '../../parts/locale.ts';
import { Say } from '../../parts/Say.tsx';
import { draftQuery, type Reporting } from './report.queries.ts';

/** How a section is saved: where somebody else has saved it since, what they saved is read, and stands beside one's own. */
export function useSaving({ id, milestone }: Reporting) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [isTried, setTried] = useState(false);
  return {
    isTried,
    tried: () => setTried(true),
    after: {
      onSuccess: () => void navigate({ to: '/milestones/$id/report', params: { id } }),
      onError(error: unknown): void {
        if (isSavedByOthers(error)) void queries.invalidateQueries({ queryKey: draftQuery(id, milestone.project).queryKey });
      },
    },
  };
}

type Props = {
  readonly reporting: Reporting;
  readonly operation: 'saveDraftResults' | 'saveDraftNarrative';
  readonly saved: Schemas['Edit'] | undefined;
  readonly isTyped: boolean;
  readonly command: { readonly error: unknown; readonly isPending: boolean };
};

/** The end of a section’s form: what became of it, and its button. */
export const SaveRow = ({ reporting: { id, names }, operation, saved, isTyped, command }: Props) => (
  <>
    {command.error ? <Refused error={command.error} names={names} /> : null}
    {command.isPending ? (
      <Say kind="info" isNews>
        <p>{forms.recording()}</p>
      </Say>
    ) : null}
    <div className="row">
      <button className="btn first" type="submit" aria-disabled={command.isPending}>
        {labelOf(operation)}
      </button>
      <Link className="btn" to="/milestones/$id/report" params={{ id }}>
        {m.backToTasks()}
      </Link>
    </div>
    <p className="quiet">
      <small>
        {isTyped ? m.keptHere() : null} {saved ? m.savedBy({ person: personName(names, saved.by), at: momentText(saved.at) }) : null}
      </small>
    </p>
  </>
);
