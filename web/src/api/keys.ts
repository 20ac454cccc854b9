/** What is asked of the API is kept by these keys: of an item by its collection and id, of a list by its search. */
export const keys = {
  session: ['session'],
  clock: ['clock'],
  totals: (query: object) => ['public', 'totals', query],
  publicProjects: (search: object) => ['public', 'projects', search],
  item: (id: string) => ['items', id],
  part: (id: string, part: string) => ['items', id, part],
  list: (name: string, search: object) => ['lists', name, search],
} as const;
