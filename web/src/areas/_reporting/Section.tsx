import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import * as forms from '#messages/forms';
import * as m from '#messages/reporting';
import { Refused } from '../../acts/Refused.tsx';
import { labelOf, personName } from '../../acts/words.ts';
import type { Schemas } from '../../base/api/client.ts';
import { isSavedByOthers } from '../../base/api/problems.ts';
import { Facts } from '../../base/parts/Facts.tsx';
import { momentText } from '../../base/parts/locale.ts';
import { Say } from '../../base/parts/Say.tsx';
import { useDraft, type Values } from '../../forms/drafts.ts';
import { useTries } from '../../forms/Faults.tsx';
import { draftQuery, type Reporting } from './shared/queries.ts';

/** The value of a field when somebody began to change it, kept with what was typed. */
const baseOf = (field: string): string => `base of ${field}`;

export type Section = ReturnType<typeof useSection>;

/**
 * What is typed into a section that others write too, over its saved values: fields that were not touched here follow what others save; if
 * both have changed a field, both values are shown until one is chosen. `saved`: every field of it, by name.
 */
export function useSection(form: string, saved: Values) {
  const draft = useDraft(form, {});
  const { values: typed } = draft;
  const isTyped = (field: string): boolean => typed?.[field] !== undefined && typed[field] !== typed[baseOf(field)];
  const isContested = (field: string): boolean =>
    isTyped(field) && typed?.[baseOf(field)] !== saved[field] && typed?.[field] !== saved[field];
  const textOf = (field: string): string => (isTyped(field) ? typed?.[field] : saved[field]) ?? '';
  const begin = (field: string): void => draft.change(baseOf(field), saved[field] ?? '');
  return {
    draft,
    isReady: typed !== undefined,
    isTyped: Object.keys(saved).some(isTyped),
    textOf,
    values: Object.fromEntries(Object.keys(saved).map((field) => [field, textOf(field)])),
    isContested: (fields: readonly string[]): boolean => fields.some(isContested),
    change(field: string, value: string): void {
      if (!isTyped(field)) begin(field);
      draft.change(field, value);
    },
    keepMine: (fields: readonly string[]): void => fields.forEach(begin),
    takeTheirs(fields: readonly string[]): void {
      for (const field of fields) {
        begin(field);
        draft.change(field, saved[field] ?? '');
      }
    },
  };
}

/** Saves a section: if another person has saved it since, their values are read, and shown next to one's own. */
export function useSaving({ id, milestone }: Reporting) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return {
    ...useTries(),
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

type ContestedProps = {
  readonly section: Section;
  readonly fields: readonly string[];
  readonly saved: Schemas['Edit'] | undefined;
  readonly names: Schemas['Names'];
  readonly theirs: string;
  readonly mine: string;
};

/** Two persons have changed the same: both values, and the choice between them. */
export function Contested({ section, fields, saved, names, theirs, mine }: ContestedProps) {
  if (!section.isContested(fields)) return null;
  return (
    <Say kind="wait" isNews>
      <p>
        <b>{m.contested({ person: personName(names, saved?.by ?? ''), at: saved ? momentText(saved.at) : '' })}</b>
      </p>
      <Facts
        of={[
          [
            m.theirs(),
            <span key="theirs" dir="auto">
              {theirs || m.nothing()}
            </span>,
          ],
          [
            m.mine(),
            <span key="mine" dir="auto">
              {mine || m.nothing()}
            </span>,
          ],
        ]}
      />
      <p className="row">
        <button className="btn small" type="button" onClick={() => section.takeTheirs(fields)}>
          {m.takeTheirs()}
        </button>
        <button className="btn small" type="button" onClick={() => section.keepMine(fields)}>
          {m.keepMine()}
        </button>
      </p>
    </Say>
  );
}
