/** What is asked of the API is kept by these keys: of an item by its collection and id, of a list by its search. */
export const keys = {
  session: ['session'],
  clock: ['clock'],
  totals: (query: object) => ['public', 'totals', query],
  project: (id: string) => ['projects', id],
  publicProjects: (search: object) => ['public', 'projects', search],
  work: (search: object) => ['work', 'list', search],
} as const;
