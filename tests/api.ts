import type { Connection } from '@junkan/client/client.ts';
import type { Schemas } from '@junkan/client/paths.ts';
import { connect as connectTrial, type Person } from '@junkan/scripts/main-job/api.ts';

/** What any command answers. */
export type Answer = Schemas['Outcome'] & Partial<Pick<Schemas['ProposedOffer'], 'offer'> & Pick<Schemas['RequestedPayment'], 'payment'>>;

type Asking = { as: Person; chain?: string };
/** `version`: the one that the command insists on. */
type Sending = Asking & { key: string; version?: number };

/** The client, for steps whose path is put together as they are told: what they take and answer is the test's own word. */
type Loose = {
  get(path: string, asking: object): Promise<unknown>;
  each(path: string, asking: object): AsyncIterable<unknown>;
  command(method: string, path: string, body: unknown, sending: object): Promise<Answer>;
};

export type Api = ReturnType<typeof connect>;

/** The persons of the trial over the client (`as`), and by the way of a path in a word. */
export function connect(address: string, fetch: NonNullable<Connection['fetch']> = globalThis.fetch) {
  const trial = connectTrial(address, fetch);
  const loose = (as: Person) => trial.as(as) as unknown as Loose;
  return {
    ...trial,
    get: async <Found>(path: string, { as, chain }: Asking): Promise<Found> =>
      (await loose(as).get(path, { correlationId: chain })) as Found,
    /** Every item of a list, page by page. */
    all: async <Item>(path: string, _name: string, { as, chain }: Asking): Promise<Item[]> =>
      (await Array.fromAsync(loose(as).each(path, { correlationId: chain }))) as Item[],
    command: (method: 'POST' | 'PUT', path: string, body: unknown, { as, chain, ...sending }: Sending): Promise<Answer> =>
      loose(as).command(method, path, body, { ...sending, correlationId: chain }),
    /** Uploads a file and answers its content hash. */
    upload: async (bytes: Uint8Array<ArrayBuffer>, mediaType: string, { as, chain }: Asking): Promise<string> =>
      (await trial.as(as).upload(bytes, mediaType, { correlationId: chain })).hash,
  };
}
