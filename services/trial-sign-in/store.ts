import { LRUCache } from 'lru-cache';
import type { Adapter, AdapterConstructor, AdapterPayload } from 'oidc-provider';

const MAX_KEPT = 20_000;

/** Keeps the provider's data for as long as this process runs: after a restart everybody signs in again. */
export function memoryAdapter(): AdapterConstructor {
  const kept = new LRUCache<string, AdapterPayload>({ max: MAX_KEPT });
  const idsOf = new LRUCache<string, string>({ max: MAX_KEPT });

  return class implements Adapter {
    readonly #model: string;
    constructor(model: string) {
      this.#model = model;
    }
    #key = (id: string): string => `${this.#model}:${id}`;

    async upsert(id: string, payload: AdapterPayload, expiresIn: number): Promise<void> {
      kept.set(this.#key(id), payload, expiresIn ? { ttl: expiresIn * 1000 } : {});
      if (payload.uid !== undefined) idsOf.set(`uid:${payload.uid}`, id);
      if (payload.userCode !== undefined) idsOf.set(`code:${payload.userCode}`, id);
    }
    async find(id: string): Promise<AdapterPayload | undefined> {
      return kept.get(this.#key(id));
    }
    async findByUid(uid: string): Promise<AdapterPayload | undefined> {
      return this.find(idsOf.get(`uid:${uid}`) ?? '');
    }
    async findByUserCode(code: string): Promise<AdapterPayload | undefined> {
      return this.find(idsOf.get(`code:${code}`) ?? '');
    }
    async consume(id: string): Promise<void> {
      const payload = kept.get(this.#key(id));
      if (payload) payload['consumed'] = Math.floor(Date.now() / 1000);
    }
    async destroy(id: string): Promise<void> {
      kept.delete(this.#key(id));
    }
    async revokeByGrantId(grant: string): Promise<void> {
      for (const [key, { grantId }] of kept.entries()) if (grantId === grant) kept.delete(key);
    }
  };
}
