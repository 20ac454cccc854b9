import type { ServiceDefinition, UntypedServiceImplementation } from '@grpc/grpc-js';
import type { Call, Received } from '../call.ts';

/** The part of a generated service definition that says what its methods take and give. */
type Method = { readonly path: string; readonly requestStream: boolean; readonly responseStream: boolean };
export type Contract = Readonly<Record<string, Method>>;

type Request<M> = M extends { requestSerialize: (value: infer Q) => Buffer } ? Q : never;
type Response<M> = M extends { responseDeserialize: (value: Buffer) => infer R } ? R : never;

/** What a service offers: one function for each method; streams are async iterables. `Checked`: what methods take whose rules are checked. */
export type Handlers<C, Checked = object> = {
  readonly [Name in keyof C]: C[Name] extends { requestStream: true }
    ? (requests: AsyncIterable<Request<C[Name]>>, call: Received) => Promise<Response<C[Name]>>
    : C[Name] extends { responseStream: true }
      ? (request: Request<C[Name]>, call: Received) => AsyncIterable<Response<C[Name]>>
      : (request: Name extends keyof Checked ? Checked[Name] : Request<C[Name]>, call: Received) => Promise<Response<C[Name]>>;
};

/** What a caller uses: the same functions, with the caller's side of the context. */
export type Client<C> = {
  readonly [Name in keyof C]: C[Name] extends { requestStream: true }
    ? (requests: AsyncIterable<Request<C[Name]>>, call: Call) => Promise<Response<C[Name]>>
    : C[Name] extends { responseStream: true }
      ? (request: Request<C[Name]>, call: Call) => AsyncIterable<Response<C[Name]>>
      : (request: Request<C[Name]>, call: Call) => Promise<Response<C[Name]>>;
};

export type { ServiceDefinition, UntypedServiceImplementation };
