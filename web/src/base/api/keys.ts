/** What is asked of the API is kept by these keys: of an item by its collection and id, of a list by its search. */
export const keys = {
  session: ['session'],
  /** The counts of work that waits for the signed-in person, by kind. */
  waiting: ['waiting'],
  /** When something happened, the last of it. */
  newer: ['newer'],
  /** The names under which acts of this page are reported. */
  chains: ['chains'],
  totals: (query: object) => ['public', 'totals', query],
  publicMap: (query: object) => ['public', 'map', query],
  publicFlow: ['public', 'flow'],
  publicResults: (query: object) => ['public', 'results', query],
  publicDay: ['public', 'day'],
  translations: (language: string) => ['translations', language],
  publicProjects: (search: object) => ['public', 'projects', search],
  item: (id: string) => ['items', id],
  part: (id: string, part: string) => ['items', id, part],
  /** Without a search, of all of them. */
  list: (name: string, search?: object) => ['lists', name, ...(search ? [search] : [])],
  /** The data of the signed-in person; without a part, all of it. */
  own: (part?: string) => ['own', ...(part ? [part] : [])],
} as const;
