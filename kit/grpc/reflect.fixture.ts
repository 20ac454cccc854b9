import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { create, fromBinary, toBinary } from '@bufbuild/protobuf';
import { FileDescriptorProtoSchema, FileDescriptorSetSchema } from '@bufbuild/protobuf/wkt';
import {
  type Client,
  type ClientDuplexStream,
  credentials,
  type GrpcObject,
  loadPackageDefinition,
  type Metadata,
  type ServiceClientConstructor,
  type ServiceError,
} from '@grpc/grpc-js';
import { loadFileDescriptorSetFromBuffer, loadSync } from '@grpc/proto-loader';

const packaged = createRequire(import.meta.url).resolve('@grpc/reflection/package.json');
const definition = loadSync(join(dirname(packaged), 'build/proto/grpc/reflection/v1/reflection.proto'), { longs: String });

type Answer = {
  readonly listServicesResponse?: { readonly service: readonly { readonly name: string }[] };
  readonly fileDescriptorResponse?: { readonly fileDescriptorProto: readonly Buffer[] };
  readonly errorResponse?: { readonly errorCode: number };
};
type Asking = { serverReflectionInfo(): ClientDuplexStream<object, Answer> };
type Calling = Record<string, (request: object, metadata: Metadata, done: (error: ServiceError | null, answer: unknown) => void) => void>;

const clientOf = (loaded: GrpcObject, service: string, address: string): Client => {
  const found = service.split('.').reduce<unknown>((inner, name) => (inner as GrpcObject)[name], loaded) as ServiceClientConstructor;
  return new found(address, credentials.createInsecure());
};

/** Knows of the contracts only what a server publishes by reflection. */
export function reflecting(address: string) {
  const client = clientOf(loadPackageDefinition(definition), 'grpc.reflection.v1.ServerReflection', address);
  const ask = (request: object): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const stream = (client as unknown as Asking).serverReflectionInfo();
      stream.once('data', resolve).once('error', reject);
      stream.write(request);
      stream.end();
    });
  return {
    async services(): Promise<string[]> {
      return ((await ask({ listServices: '*' })).listServicesResponse?.service ?? []).map(({ name }) => name).sort();
    },
    /** Calls a method of a service with what it takes and answers, as JSON. */
    async call(service: string, method: string, request: object, metadata: Metadata): Promise<unknown> {
      const files = (await ask({ fileContainingSymbol: service })).fileDescriptorResponse?.fileDescriptorProto ?? [];
      const file = files.map((bytes) => fromBinary(FileDescriptorProtoSchema, bytes));
      const set = toBinary(FileDescriptorSetSchema, create(FileDescriptorSetSchema, { file }));
      const called = clientOf(
        loadPackageDefinition(loadFileDescriptorSetFromBuffer(Buffer.from(set), { longs: String })),
        service,
        address,
      );
      try {
        return await new Promise((resolve, reject) => {
          (called as unknown as Calling)[method]?.(request, metadata, (error, answer) => (error ? reject(error) : resolve(answer)));
        });
      } finally {
        called.close();
      }
    },
    close: (): void => client.close(),
  };
}
