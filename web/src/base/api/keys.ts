/** What is asked of the API is kept by these keys: of an item by its collection and id, of a list by its search. */
export const keys = {
  session: ['session'],
  /** How much waits for whoever is signed in, by kind. */
  waiting: ['waiting'],
  /** When something happened, the last of it. */
  newer: ['newer'],
  /** By which names what was done in this page is told. */
  chains: ['chains'],
  totals: (query: object) => ['public', 'totals', query],
  publicMap: (query: object) => ['public', 'map', query],
  publicFlow: ['public', 'flow'],
  publicDay: ['public', 'day'],
  publicProjects: (search: object) => ['public', 'projects', search],
  item: (id: string) => ['items', id],
  part: (id: string, part: string) => ['items', id, part],
  /** Without a search, of all of them. */
  list: (name: string, search?: object) => ['lists', name, ...(search ? [search] : [])],
  /** What is of whoever is signed in alone; without a part, all of it. */
  own: (part?: string) => ['own', ...(part ? [part] : [])],
} as const;
