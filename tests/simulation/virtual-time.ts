import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Clock, install } from '@sinonjs/fake-timers';
import { rngOf } from '../rng.ts';

const STREAMS = 8;
const BEGIN = Date.parse('2026-11-25T08:00:00.000Z');

/** What a run must not take from outside, or no seed would repeat it: time, timers, random numbers, and what other threads do. */
export type VirtualTime = {
  readonly clock: Clock;
  /** Resolves when nothing goes on by itself any more. */
  quiet(): Promise<void>;
  restore(): void;
};

export function virtualTime(seed: number): VirtualTime {
  const clock = install({ now: BEGIN, toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] });
  const restoreChance = seededChance(seed);
  const restoreSignatures = signaturesAtOnce();
  const restoreVerification = verifiedOnce();
  syncBuiltinESMExports();
  return {
    clock,
    quiet: () => nextTurn(),
    restore() {
      restoreVerification();
      restoreSignatures();
      restoreChance();
      clock.uninstall();
      syncBuiltinESMExports();
    },
  };
}

/** Each source of random numbers has a stream of its own, as libraries that outlive a run draw theirs in advance. */
function seededChance(seed: number): () => void {
  const bytesFrom = (stream: number) => {
    const rng = rngOf(seed * STREAMS + stream);
    return (size: number): Buffer => {
      const bytes = Buffer.allocUnsafe(size);
      for (let index = 0; index < size; index += 1) bytes[index] = rng.upTo(256) - 1;
      return bytes;
    };
  };
  const [forIds, randomBytes, forValues, forNumbers] = [bytesFrom(1), bytesFrom(2), bytesFrom(3), bytesFrom(4)];
  const before = { random: Math.random, uuid: crypto.randomUUID, bytes: crypto.randomBytes, values: globalThis.crypto.getRandomValues };
  const filled = <Values extends ArrayBufferView | null>(values: Values): Values => {
    if (values) forValues(values.byteLength).copy(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
    return values;
  };
  const randomUUID = (): string =>
    forIds(16)
      .toString('hex')
      .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-8$4-$5');
  Math.random = () => forNumbers(4).readUInt32BE() / 2 ** 32;
  Object.assign(crypto, { randomUUID, randomBytes });
  Object.assign(globalThis.crypto, { getRandomValues: filled, randomUUID });
  return () => {
    Math.random = before.random;
    Object.assign(crypto, { randomUUID: before.uuid, randomBytes: before.bytes });
    Object.assign(globalThis.crypto, { getRandomValues: before.values, randomUUID: before.uuid });
  };
}

type Sign = (algorithm: unknown, key: crypto.webcrypto.CryptoKey, data: Uint8Array) => Promise<ArrayBuffer>;
type Verify = (algorithm: unknown, key: crypto.webcrypto.CryptoKey, signature: Uint8Array, data: Uint8Array) => Promise<boolean>;

/** Signatures (Ed25519) are made at once, and not by other threads, whose answers would come at a time of their own. */
function signaturesAtOnce(): () => void {
  const subtle = globalThis.crypto.subtle as unknown as { sign: Sign; verify: Verify };
  const { sign, verify } = subtle;
  const keys = crypto.KeyObject.prototype;
  const { toCryptoKey } = keys;
  keys.toCryptoKey = function (algorithm, _, usages) {
    return toCryptoKey.call(this, algorithm, true, usages);
  };
  subtle.sign = async (_, key, data) => new Uint8Array(crypto.sign(null, data, crypto.KeyObject.from(key))).buffer;
  subtle.verify = async (_, key, signature, data) => crypto.verify(null, data, crypto.KeyObject.from(key), signature);
  return () => {
    Object.assign(subtle, { sign, verify });
    Object.assign(keys, { toCryptoKey });
  };
}

/**
 * Signatures made here are valid, and others are verified once: the same bytes, key and signature have the same result for every caller.
 */
function verifiedOnce(): () => void {
  const { sign, verify } = crypto;
  const known = new Map<string, boolean>();
  const names = new WeakMap<crypto.KeyObject, string>();
  const nameOf = (key: crypto.KeyObject): string => {
    const name = names.get(key) ?? String(key.export({ format: 'jwk' }).x);
    names.set(key, name);
    return name;
  };
  const asked = (data: Uint8Array, key: crypto.KeyObject, signature: Uint8Array): string =>
    `${nameOf(key)} ${Buffer.from(signature).toString('base64')} ${crypto.hash('sha256', data)}`;
  const signing = (algorithm: null, data: Uint8Array, key: crypto.KeyObject): Buffer => {
    const signature = sign(algorithm, data, key);
    known.set(asked(data, key, signature), true);
    return signature;
  };
  const verifying = (algorithm: null, data: Uint8Array, key: crypto.KeyObject, signature: Uint8Array): boolean => {
    const name = asked(data, key, signature);
    const answer = known.get(name) ?? verify(algorithm, data, key, signature);
    known.set(name, answer);
    return answer;
  };
  Object.assign(crypto, { sign: signing, verify: verifying });
  return () => void Object.assign(crypto, { sign, verify });
}
