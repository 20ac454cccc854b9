import { useDraft, type Values } from '../../api/drafts.ts';

/** What a field said when somebody began to change it, kept beside what was typed. */
const baseOf = (field: string): string => `base of ${field}`;

export type Section = ReturnType<typeof useSection>;

/**
 * What is typed into a section that others write too, over what is saved of it: what nobody here has touched follows what others save,
 * and where both have changed a field, both values stand until one is chosen. `saved`: every field of it, by name.
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
