import type { RequestListener } from 'node:http';
import type { Host } from '@junkan/kit/testing/memory-network.fixture.ts';
import inject from 'light-my-request';

type ListQuery = (error: Error) => void;
type Gateway = { readonly handle: RequestListener; readonly asked: Set<ListQuery> };

const broken = (): Error => new TypeError('fetch failed');

/** HTTP without a socket: requests go to the gateway that lives, and break off when it dies. */
export class Web {
  #gateway: Gateway | undefined;
  /** Requests that have no answer yet. */
  underWay = 0;

  async listen({ onDeath }: Host, handle: RequestListener): Promise<{ address: string; close(): Promise<void> }> {
    const gateway: Gateway = { handle, asked: new Set() };
    this.#gateway = gateway;
    const leave = (): void => {
      if (this.#gateway === gateway) this.#gateway = undefined;
      for (const breakOff of gateway.asked) breakOff(broken());
    };
    onDeath(leave);
    return { address: 'gateway', close: async () => leave() };
  }

  /** What somebody outside sends requests by. */
  fetchAs({ turn }: Host): typeof globalThis.fetch {
    return async (input, init) => {
      const request = input instanceof Request ? input : new Request(input, init);
      const body = Buffer.from(await request.arrayBuffer());
      this.underWay += 1;
      try {
        const { pathname, search } = new URL(request.url);
        const answer = await turn(`${request.method} ${pathname}`, () => this.#asked(request, `${pathname}${search}`, body));
        return await turn(`answer to ${request.method} ${pathname}`, () => answer);
      } catch {
        throw broken();
      } finally {
        this.underWay -= 1;
      }
    };
  }

  #asked(request: Request, url: string, payload: Buffer): Promise<Response> {
    const gateway = this.#gateway;
    if (!gateway) return Promise.reject(broken());
    return new Promise((resolve, reject) => {
      gateway.asked.add(reject);
      inject(gateway.handle as never, { method: request.method as 'GET', url, headers: Object.fromEntries(request.headers), payload })
        .then(({ statusCode, headers, rawPayload }) => {
          const headerLines = Object.entries(headers).flatMap(([name, value]) =>
            [value ?? []].flat().map((each) => [name, String(each)] as [string, string]),
          );
          resolve(
            new Response(statusCode === 204 || statusCode === 304 ? null : new Uint8Array(rawPayload), {
              status: statusCode,
              headers: headerLines,
            }),
          );
        }, reject)
        .finally(() => gateway.asked.delete(reject));
    });
  }
}
